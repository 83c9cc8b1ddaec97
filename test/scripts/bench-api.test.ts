import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { planOf } from '../../scripts/lib/bench/api/made-plan.ts';
import { madeStation } from '../../scripts/lib/bench/api/make-station.ts';
import { askPeer } from '../../scripts/lib/bench/api/peer.ts';
import { listQuestions, otherQuestions } from '../../scripts/lib/bench/api/questions.ts';
import type { ApiResult } from '../../scripts/lib/bench/api.ts';
import { apiReport, apiVerdicts } from '../../scripts/lib/bench/api-report.ts';
import { machineWith } from '../../scripts/lib/bench/machine.ts';
import { readWish } from '../../scripts/lib/bench/wish.ts';
import { allRoutes } from '../../src/api/routes.ts';
import { loadConfig } from '../../src/config.ts';
import { openReading } from '../../src/custody/database.ts';
import { alarmPage } from '../../src/station/catalogue/alarm-list.ts';
import { caseRows } from '../../src/station/catalogue/case-list.ts';
import { dockingPage } from '../../src/station/catalogue/dockings.ts';
import { entryList } from '../../src/station/catalogue/entries.ts';
import { sessionList } from '../../src/station/catalogue/sessions.ts';
import { everything } from '../../src/station/catalogue/visible.ts';
import { placesIn, readStationFile } from '../../src/station/data-folder.ts';
import { verifyStation } from '../../src/station/verify.ts';

const wish = { items: 520, entries: 5_200, seed: 3 };
const page = { after: null, limit: 500, newestFirst: true, visible: everything };

async function smallStation(t: Test) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'docket-made-')));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  const station = await madeStation(join(folder, 'made'), wish, () => undefined);
  const places = placesIn(station.data, null);
  const db = openReading(places.database);
  t.teardown(() => db.close());
  const known = { plan: station.plan, evidence: ['ST01-2024-0000001'], entries: wish.entries };
  return { folder, station, places, db, known };
}

t.test('a made-up station is sound, and is what was asked for', async (t) => {
  const { folder, station, places, db, known } = await smallStation(t);
  const config = loadConfig(station.config, { dataOverride: station.data, env: {} });
  const how = { vault: 'none', checkpoint: null, replay: true, onProgress: () => undefined } as const;
  t.match(await verifyStation(places, readStationFile(places), how, config), { ok: true, damage: [] });
  const count = (sql: string): number => Number(db.prepare(sql).pluck().get());
  t.equal(count('SELECT count(*) FROM ledger_entry'), wish.entries);
  t.equal(count('SELECT count(*) FROM view_evidence'), wish.items);
  t.equal(count('SELECT count(*) FROM work_search'), wish.entries, 'each is found by its words');
  t.equal(count('SELECT count(*) FROM work_number'), wish.entries, 'and by its numbers');
  const words = { type: null, subject: null, actor: null, since: null, until: null, ...page };
  t.equal(entryList(db, { ...words, text: '剪映' }).entries.length, station.plan.dockings);
  t.equal(askPeer(places.database, known).length, 8);
  const number = `样例罚〔2026〕000003号`;
  const saying = entryList(db, { ...words, text: number }).entries;
  t.ok(saying.length > 0 && saying.every((entry) => JSON.stringify(entry).includes(number)));
  const both = entryList(db, { ...words, text: `${number} 违规` }).entries;
  t.same(
    both,
    saying.filter((entry) => JSON.stringify(entry).includes('违规')),
    'and what else is asked for',
  );
  const again = await madeStation(join(folder, 'made'), wish, () => undefined);
  t.same(again.plan, station.plan, 'one that stands is taken');
  await t.rejects(
    madeStation(join(folder, 'made'), { ...wish, items: 500 }, () => undefined),
    /choose --data/,
  );
  t.throws(() => planOf({ items: 10, entries: 20, seed: 1 }), /at least/);
});

t.test('its lists leave out what is not asked for, and nothing else', async (t) => {
  const { db } = await smallStation(t);
  const noSession = { verdict: null, recorder: null, officer: null, ...page };
  const sessions = sessionList(db, noSession).sessions;
  for (const verdict of ['on_time', 'late', 'overdue', 'pending'])
    for (const { recorder } of [{ recorder: null }, ...sessions.slice(0, 3)]) {
      const expected = sessions.filter(
        (one) =>
          one.verdicts.some((given) => given.verdict === verdict) && [null, one.recorder].includes(recorder),
      );
      t.same(
        sessionList(db, { ...noSession, verdict, recorder }).sessions,
        expected,
        `${verdict} ${recorder}`,
      );
      t.same(
        sessionList(db, { ...noSession, verdict, recorder, newestFirst: false }).sessions,
        expected.toReversed(),
      );
    }

  const noDocking = { recorder: null, port: null, since: null, until: null, ...page };
  const { dockings } = dockingPage(db, noDocking);
  const [middle, later] = [dockings[15]?.started ?? '', dockings[4]?.started ?? ''];
  const between = { since: middle, until: later };
  t.same(dockingPage(db, { ...noDocking, ...between }).dockings, dockings.slice(5, 16));
  t.same(dockingPage(db, { ...noDocking, since: '2040-01-01T00:00:00Z' }).dockings, []);
  t.same(dockingPage(db, { ...noDocking, until: '2040-01-01T00:00:00Z' }).dockings, dockings);

  const noAlarm = { state: null, openOnly: false, severity: null, code: null, since: null, until: null };
  const { alarms } = alarmPage(db, { ...noAlarm, ...page });
  t.ok(alarms.length > 5);
  for (const state of ['raised', 'closed', 'handled'] as const)
    t.same(
      alarmPage(db, { ...noAlarm, ...page, state }).alarms,
      alarms.filter((one) => one.state === state),
      state,
    );
  t.same(
    alarmPage(db, { ...noAlarm, ...page, openOnly: true }).alarms,
    alarms.filter((one) => one.state !== 'closed'),
  );
  const since = alarms[3]?.raised ?? '';
  t.same(alarmPage(db, { ...noAlarm, ...page, since }).alarms, alarms.slice(0, 4));
  t.same(
    alarmPage(db, { ...noAlarm, ...page, since, state: 'closed' }).alarms,
    alarms.slice(0, 4).filter(({ state }) => state === 'closed'),
  );

  const cases = { handler: null, party: null, unit: null, order: 'number', after: null, limit: 500 } as const;
  const numbers = (state: 'open' | 'closed' | 'archived' | null): readonly unknown[] => {
    const { sql, parameters } = caseRows({ ...cases, state }, 500);
    return db.prepare(sql).all(...parameters);
  };
  const by = (['open', 'closed', 'archived'] as const).map((state) => numbers(state).length);
  t.same(by, [5, 1, 20]);
  t.equal(numbers(null).length, 26);
});

t.test('every list of the interface is asked', async (t) => {
  const plan = planOf(wish);
  const known = { plan, evidence: ['ST01-2024-0000001'], entries: wish.entries };
  const asked = listQuestions(known).flatMap(({ paths }) => paths.map((one) => one.replace(/\?.*/, '')));
  // What goes on from a cursor is a list; one that hangs on a single thing is as long as that thing is.
  const lists = allRoutes().flatMap(({ method, path, shapes }) => {
    const goesOn = 'query' in shapes && JSON.stringify(shapes.query).includes('"cursor"');
    return method === 'GET' && goesOn && !path.includes(':') ? [path] : [];
  });
  t.ok(lists.length > 10);
  for (const path of lists) t.ok(asked.includes(path), path);
  t.ok(asked.includes('/api/v1/ledger/entries') && asked.includes('/api/v1/registers/rosters'));
  const names = [...listQuestions(known), ...otherQuestions(known)].map(({ name }) => name);
  t.equal(new Set(names).size, names.length, 'each under a name of its own');
});

t.test('the report tells which lists are beyond their target', async (t) => {
  const asked = (name: string, kind: 'list' | 'ingest', p99: number) => ({
    ...({
      name,
      kind,
      role: 'auditor',
      answers: 100,
      failed: 0,
      p50: 3,
      p99,
      max: p99,
      bytes: 900,
      load: 2,
    } as const),
  });
  const memory = { now: 200, peak: 300 };
  const result: ApiResult = {
    ...{ benchmark: 'api', machine: machineWith(t.testdir()), items: 10, entries: 100, databaseMebibytes: 5 },
    ...{
      startSeconds: 1,
      settlingSeconds: 2,
      connections: 2,
      secondsEach: 2,
      peers: [{ name: 'evidence', p50: 1, p99: 2 }],
    },
    asked: [asked('evidence', 'list', 20), asked('cases', 'list', 140)],
    ingest: {
      ...{ recorders: 8, eachBytes: 2 ** 20, wallSeconds: 9, events: 40, load: 3 },
      asked: [asked('live dockings', 'ingest', 30), asked('tagging (waits for a commit)', 'ingest', 90)],
    },
    ...{ memoryBefore: memory, memoryAfterLists: memory, memoryAfterIngest: memory },
  };
  t.match(apiVerdicts(result), [
    { what: /slowest list/, measured: { median: 140 }, reached: false },
    { what: /8 recorders/, measured: { median: 30 }, reached: true },
    { what: /RSS/, measured: { median: 300 }, reached: true },
  ]);
  t.match(apiReport(result), /Lists beyond 100 ms: cases\./);
  t.match(apiReport(result), /\| evidence \| 1 \| 3 \| 3 \|/);
  t.match(readWish(['api']), { benchmark: 'api', items: 1_000_000, entries: 10_000_000, recorders: 8 });
  t.match(readWish(['--help']), { help: true });
});
