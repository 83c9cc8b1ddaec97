import { join } from 'node:path';
import t, { type Test } from 'tap';
import { makeCard } from '../support/cards.ts';
import { until } from '../support/until.ts';
import { type ApiStation, apiStation, askOf, inPerson } from './api-station.ts';
import { record } from './sample-request.ts';

const api = await apiStation(t);
const { own } = api.evidence;
const person = { kind: 'person', id: 'os:clerk' } as const;

/** Whoever would judge, look at alarms, keep originals or sign waits at a gate, as behind a thousand recordings. */
function heldUp({ station }: ApiStation, t: Test): () => Promise<void> {
  const gate = Promise.withResolvers<void>();
  for (const turn of ['deadlines', 'watch', 'retention', 'checkpoint'])
    station.room.turns.take(turn, () => gate.promise).catch(t.threw);
  t.teardown(() => gate.resolve());
  return async () => {
    gate.resolve();
    await station.following.idle();
  };
}

const machineTag = api.station.db
  .prepare<[string, string], string>(
    `SELECT said FROM view_tag WHERE evidence = ? AND field = ? AND source = 'register'`,
  )
  .pluck();

t.test('a tag is answered, and read, while a card comes in and verdicts are far behind', async (t) => {
  const letGo = heldUp(api, t);
  const folder = join(t.testdir(), 'card');
  const name = 'DCIM/VIDEO/A11_1111111_222222_20260903080001_0001.mp4';
  await makeCard(folder, '1111111', { [name]: 3_000 });
  const order = { order: 'ingest', args: { folder, handedIn: null } } as const;
  const coming = api.room.order(order, { actor: person, principal: null, language: 'en' });
  await until('the card is known', () => api.room.live().dockings.some(({ recorder }) => recorder !== null));
  const { status, text } = await askOf(api.app, 'clerk', 'PUT', `/api/v1/evidence/${own}/tags/case`, {
    value: 'C2',
  });
  t.equal(status, 200);
  t.match(text, '"C2"', 'the answer shows what was said');
  t.equal(api.room.live().dockings.length, 1, 'the card is still there');
  t.not(machineTag.get(own, 'party'), '["P2"]', 'nothing has followed from it yet');
  await letGo();
  await coming;
  t.equal(machineTag.get(own, 'party'), '["P2"]', 'and then it has');
});

t.test('what a person enters of a session is answered before anybody has judged by it', async (t) => {
  const session = api.station.db
    .prepare<[string], string>('SELECT session FROM view_session_item WHERE evidence = ?')
    .pluck()
    .get(own);
  const verdicts = (): number =>
    Number(
      api.station.db.prepare(`SELECT count(*) FROM view_entry WHERE type = 'verdict.given'`).pluck().get(),
    );
  const before = verdicts();
  const letGo = heldUp(api, t);
  const body = { at: '2026-09-02T18:00:00+08:00', note: null };
  const { status, json } = await inPerson(
    api.app,
    'clerk',
    'POST',
    `/api/v1/sessions/${session}/return`,
    body,
  );
  t.equal(status, 200);
  t.equal(record(json)['returned'], '2026-09-02T10:00:00Z');
  t.equal(verdicts(), before);
  await letGo();
  t.ok(verdicts() > before, 'the verdict comes behind it');
});

t.test('a row of a register is answered before every recording was looked at again', async (t) => {
  const letGo = heldUp(api, t);
  const row = { values: { number: 'C2', title: '无证经营', party: 'P1', handler: '444444' } };
  const { status } = await askOf(api.app, 'clerk', 'PUT', '/api/v1/registers/cases/rows', row);
  t.equal(status, 200);
  t.equal(machineTag.get(own, 'party'), '["P2"]');
  await letGo();
  await api.station.desk.catchUp();
  t.equal(machineTag.get(own, 'party'), '["P1"]', 'the round of the daemon does it');
});
