import t from 'tap';
import { buildApi } from '../../src/api/build-api.ts';
import type { DockingSnapshot } from '../../src/intake/progress.ts';
import { apiStation, askOf, type Person } from './api-station.ts';
import { record } from './sample-request.ts';

const api = await apiStation(t);
const { db } = api.station;
const dockings = db
  .prepare<[], { docking: string; recorder: string }>(
    'SELECT docking, recorder FROM view_docking ORDER BY docking',
  )
  .all();

/** As it stands in a port, with all that the station knows of it. */
const snapshots = dockings.map(
  ({ docking, recorder }, i): DockingSnapshot => ({
    ...{ docking, recorder, port: String(i + 1), root: '/media/张三', profile: 'gat947' },
    ...{ phase: 'copying', files: { total: 2, done: 1 }, bytes: { total: 4_000, done: 2_000 } },
    ...{ bytesPerSecond: 100, secondsLeft: 20, current: 'DCIM/VIDEO/秘密.mp4', failed: 0, deferred: 0 },
    ...{ safeToTake: false, erased: null, erasing: null },
  }),
);
const app = await buildApi(
  { ...api.room, live: () => ({ ...api.room.live(), dockings: snapshots }) },
  { perMinute: 1_000_000, fewerWhereAsked: false, trustProxy: false, tls: null },
);
t.teardown(() => app.close());

const sessionOf = (evidence: string): string =>
  db
    .prepare<[string], string>('SELECT session FROM view_session_item WHERE evidence = ?')
    .pluck()
    .get(evidence) ?? '';

async function own(who: Person) {
  const { status, json, text } = await api.ask(who, 'GET', '/api/v1/dock/own');
  const { sessions, cases } = record(json);
  return { status, text, sessions: listOf(sessions), cases: listOf(cases) };
}
const listOf = (given: unknown) => (Array.isArray(given) ? given.map(record) : []);

t.test(
  'whoever stands before the dock sees numbers and states: no name, no case, no file, no folder',
  async (t) => {
    const { status, json, text } = await askOf(app, null, 'GET', '/api/v1/dock');
    t.equal(status, 200);
    const ports = listOf(record(json)['ports']);
    t.equal(ports.length, dockings.length);
    t.match(record(ports[0]?.['docked']), { recorder: '1111111', officer: '222222', phase: 'copying' });
    t.notMatch(text, /张三|李四|王五|赵六|占道经营|违规存放|C1|DCIM|media|秘密|330802|gat947/);
  },
);

t.test('a recorder that waits for the one that goes first is said to wait, and for which', async (t) => {
  const first = snapshots[1];
  const held = await buildApi(
    {
      ...api.room,
      live: () => ({ ...api.room.live(), dockings: snapshots, first: first?.docking ?? null }),
    },
    { perMinute: 1_000_000, fewerWhereAsked: false, trustProxy: false, tls: null },
  );
  t.teardown(() => held.close());
  const { json } = await askOf(held, null, 'GET', '/api/v1/dock');
  const ports = listOf(record(json)['ports']).map(({ docked }) => record(docked)['heldBy']);
  t.strictSame(
    ports,
    snapshots.map(({ docking }) => (docking === first?.docking ? null : '2')),
  );
});

t.test(
  'an officer is told of what they have brought, and of their open cases, and of nobody else’s',
  async (t) => {
    t.equal((await api.ask(null, 'GET', '/api/v1/dock/own')).status, 401);
    const mine = await own('officer');
    t.strictSame(
      mine.sessions.map(({ session }) => session),
      [sessionOf(api.evidence.own)],
    );
    t.strictSame(
      mine.cases.map(({ number }) => number),
      ['C1'],
    );
    t.notMatch(mine.text, /李四|王五|赵六|C2|C3|330802/);
  },
);

t.test('a head who signs in at the dock is told of their own too, not of the unit’s', async (t) => {
  const { sessions, cases } = await own('head');
  t.strictSame(
    sessions.map(({ session }) => session),
    [sessionOf(api.evidence.sameUnit)],
  );
  t.strictSame(
    cases.map(({ number }) => number),
    ['C3'],
  );
});

t.test('who has brought nothing and handles nothing is told so', async (t) => {
  const { status, sessions, cases } = await own('clerk');
  t.strictSame([status, sessions, cases], [200, [], []]);
});

t.test('a docking is put first by whoever it belongs to; where nothing waits, nothing happens', async (t) => {
  const path = (at: number): string => `/api/v1/dockings/${dockings[at]?.docking}/first`;
  t.match((await api.ask('officer', 'POST', path(2))).status, 404, 'another’s is not there');
  t.equal((await api.ask('auditor', 'POST', path(0))).status, 403);
  t.equal((await api.ask(null, 'POST', path(0))).status, 401);
  const done = await api.ask('officer', 'POST', path(0));
  t.match(done, { status: 200, json: { first: false } }, 'it is gone through long since');
});

t.test('a course is filed under a case by whoever brought it; another’s is not there', async (t) => {
  const path = (evidence: string): string => `/api/v1/sessions/${sessionOf(evidence)}/case`;
  const body = { case: 'C1' };
  const done = await api.ask('officer', 'PUT', path(api.evidence.own), body);
  t.match(done, { status: 200, json: { case: 'C1', tagged: 1 } });
  t.match((await own('officer')).sessions[0], { case: 'C1', confirmed: true });
  const tags = (): number => Number(db.prepare('SELECT count(*) FROM view_tag').pluck().get());
  const before = tags();
  for (const other of [api.evidence.otherUnit, api.evidence.sameUnit, api.evidence.nobody])
    t.equal((await api.ask('officer', 'PUT', path(other), body)).status, 404);
  t.equal((await api.ask(null, 'PUT', path(api.evidence.own), body)).status, 401);
  t.equal((await api.ask('auditor', 'PUT', path(api.evidence.own), body)).status, 403);
  t.equal((await api.ask('officer', 'PUT', path(api.evidence.own), { case: '' })).status, 400);
  t.equal(tags(), before, 'nothing was said by any of them');
});
