import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t, { type Test } from 'tap';
import { dayOf } from '../../../scripts/lib/bench/continuity/day.ts';
import { habits } from '../../../scripts/lib/bench/continuity/habits.ts';
import {
  Dice,
  hour,
  type PlannedCard,
  type PlannedFile,
} from '../../../scripts/lib/bench/continuity/plan.ts';
import { PlayedStation } from '../../../scripts/lib/bench/continuity/played.ts';
import { machine } from '../../../src/custody/alarms.ts';
import { DamageReport } from '../../../src/custody/verify/damage.ts';
import { checkCatalogue } from '../../../src/custody/verify/replay.ts';
import { loadProfiles } from '../../../src/dock/load-profiles.ts';
import { projectors } from '../../../src/projections.ts';
import { dismissFinding, explainFinding, requireExplainable } from '../../../src/tagging/continuity/deeds.ts';

const profiles = await loadProfiles(fileURLToPath(new URL('../../../devices/', import.meta.url)));
const person = { kind: 'person', id: 'os:clerk' } as const;

function played(t: Test): PlayedStation {
  const folder = mkdtempSync(join(tmpdir(), 'docket-found-'));
  const station = new PlayedStation(folder, profiles);
  t.teardown(() => {
    station.close();
    rmSync(folder, { recursive: true });
  });
  return station;
}

function replays(t: Test, { db }: PlayedStation): void {
  const damage = new DamageReport();
  checkCatalogue(db, projectors, damage)?.close();
  t.strictSame(damage.list(), [], 'the ledger replays to the same findings');
}

/** A morning of segments of five minutes, numbered. */
function morning(many: number): PlannedFile[] {
  const [habit] = habits;
  if (habit === undefined) throw new RangeError('no habits');
  const files = dayOf(
    { ...habit, day: () => [{ pauseMin: 0, min: 5 * many + 4 }] },
    '3000001',
    0,
    new Dice(1),
  );
  return files.slice(0, many);
}

/** Docked again and again, an hour apart from noon on. */
function card(...dockings: readonly (readonly PlannedFile[])[]): PlannedCard {
  return cardFrom(12, ...dockings);
}

function cardFrom(hours: number, ...dockings: readonly (readonly PlannedFile[])[]): PlannedCard {
  const last = Math.max(...dockings.flat().map(({ startMs, lengthMs }) => startMs + lengthMs)) + hours * hour;
  return {
    ...{ recorder: '3000001', habit: '', expected: [] },
    dockings: dockings.map((files, i) => ({ atMs: last + (i + 1) * hour, files })),
  };
}

interface Row {
  readonly finding: string;
  readonly code: string;
  readonly state: string;
  readonly because: string | null;
}

function rows({ db }: PlayedStation): readonly Row[] {
  return db.prepare<[], Row>('SELECT finding, code, state, because FROM view_finding ORDER BY finding').all();
}

function entries({ db }: PlayedStation, like: string): number {
  return Number(db.prepare('SELECT count(*) FROM view_entry WHERE type LIKE ?').pluck().get(like));
}

const lookAgain = {
  sql: `UPDATE work_cursor SET value = -1 WHERE name IN ('continuity', 'cards')`,
  params: [],
} as const;

t.test('a finding falls by itself when what was missing arrives, and its history stays', async (t) => {
  const station = played(t);
  const all = morning(6);
  await station.play([card(all.toSpliced(2, 1), all)]);
  t.match(rows(station), [
    { finding: 'ST01-F000001', code: 'segments_missing', state: 'withdrawn', because: 'arrived' },
  ]);
  t.equal(entries(station, 'finding.%'), 2);
  replays(t, station);
});

t.test('while a card is copied, what comes later does not seem to be missing', async (t) => {
  const station = played(t);
  const all = morning(6);
  const [docking] = card(all).dockings;
  if (docking === undefined) throw new RangeError('a docking');
  const begun = await station.begin('3000001', docking);
  const [third = [], others = []] = [true, false].map((is) => all.filter((_, i) => (i === 2) === is));
  await station.take(begun, others);
  await station.catchUp();
  await station.take(begun, third);
  await station.catchUp();
  await station.complete(begun);
  await station.catchUp();
  t.same(rows(station), []);
  t.equal(entries(station, 'finding.%'), 0);
});

t.test('looking again, also after a crash, finds nothing new', async (t) => {
  const station = played(t);
  const all = morning(6);
  await station.play([card(all.toSpliced(2, 1), all.toSpliced(0, 4))]);
  t.match(
    rows(station).map(({ code, state }) => `${code} ${state}`),
    ['segments_missing open', 'gone_from_card open'],
  );
  const before = entries(station, '%');
  t.match(await station.finder.findAll(), { looked: 0, made: 0, withdrawn: 0 });
  await station.ledger.append([], [lookAgain]);
  t.match(await station.finder.findAll(), { made: 0, withdrawn: 0 });
  t.equal(entries(station, '%'), before);
  replays(t, station);
});

t.test('what a person has put aside stays so, what a person has explained falls all the same', async (t) => {
  const station = played(t);
  const all = morning(9);
  const { db, ledger } = station;
  await station.play([card(all.toSpliced(6, 1).toSpliced(2, 1))]);
  const [first, second] = rows(station).map(({ finding }) => finding);
  if (first === undefined || second === undefined) throw new RangeError('two findings');
  await dismissFinding({ db, ledger }, first, '已核对纸质记录', person);
  const when = Temporal.Instant.from('2026-03-01T02:00:00Z');
  const words = { who: '张三', why: '电池耗尽', signedBy: '李四', text: null };
  await explainFinding({ db, ledger }, second, { ...words, when }, [], person);
  await ledger.append([], [lookAgain]);
  await station.finder.findAll();
  t.same(
    rows(station).map(({ state }) => state),
    ['dismissed', 'explained'],
  );
  await station.play([cardFrom(20, all)]);
  t.same(
    rows(station).map(({ state, because }) => `${state} ${because}`),
    ['dismissed null', 'withdrawn arrived'],
  );
  const stands = db.prepare('SELECT who, why, signed_by, happened FROM view_finding WHERE finding = ?');
  t.match(stands.get(second), { who: '张三', why: '电池耗尽', signed_by: '李四' }, 'and what was said stays');
  replays(t, station);
});

t.test('a deed on what is not open is refused', async (t) => {
  const station = played(t);
  const { db, ledger } = station;
  await station.play([card(morning(6).toSpliced(2, 1))]);
  const now = Temporal.Instant.from('2026-03-02T00:00:00Z');
  const id = 'ST01-F000001';
  t.throws(() => requireExplainable(db, 'ST01-F000009', now, now), { code: 'tagging.finding_unknown' });
  t.throws(() => requireExplainable(db, id, now.add({ seconds: 1 }), now), { code: 'tagging.finding_later' });
  t.doesNotThrow(() => requireExplainable(db, id, now, now));
  await dismissFinding({ db, ledger }, id, '已核对', person);
  await t.rejects(dismissFinding({ db, ledger }, id, '已核对', person), { code: 'tagging.finding_settled' });
  t.throws(() => requireExplainable(db, id, now, now), { code: 'tagging.finding_settled' });
});

t.test('when a person takes recordings apart, what was missing between them is not', async (t) => {
  const station = played(t);
  const all = morning(6).map((file) => ({ ...file, path: file.path.replace(/_\d{4}\.mp4$/, '.mp4') }));
  await station.play([card(all.toSpliced(2, 1))]);
  t.match(rows(station), [{ code: 'gap', state: 'open' }]);
  const later = station.db
    .prepare<[], string>('SELECT evidence FROM view_session_item ORDER BY start DESC LIMIT 3')
    .pluck()
    .all();
  await station.ledger.append([
    {
      type: 'session.formed',
      actor: person,
      subject: { kind: 'session', id: 'ST01-S000009' },
      data: { session: 'ST01-S000009', recorder: '3000001', evidence: later, because: 'split' },
      personal: {},
    },
  ]);
  await station.finder.findAll();
  t.match(rows(station), [{ state: 'withdrawn', because: 'changed' }]);
});

t.test('recordings that are gone from a card come back', async (t) => {
  const station = played(t);
  const all = morning(6);
  await station.play([card(all, all.slice(2), all)]);
  t.match(rows(station), [{ code: 'gone_from_card', state: 'withdrawn', because: 'arrived' }]);
});

t.test('a card that is made to give thousands of findings floods nobody', async (t) => {
  const station = played(t);
  const all = morning(130).map((file, i) => ({ ...file, tags: { encoder: `HandBrake 1.${i}` } }));
  await station.play([card(all)]);
  t.equal(rows(station).filter(({ code }) => code === 'edited').length, 100);
  const alarms = station.db
    .prepare<[], string>(`SELECT key FROM view_alarm WHERE code = 'findings_many'`)
    .pluck()
    .all();
  t.same(alarms, ['findings_many:ST01-D000001:edited']);
  await station.ledger.append([], [lookAgain]);
  await station.finder.findAll();
  t.equal(rows(station).length, 100);
});

t.test('a long course is found the same in many batches as in one', async (t) => {
  const station = played(t);
  const all = morning(450);
  const gone = [40, 199, 200, 201, 399];
  await station.play([card(all.filter((_, i) => !gone.includes(i)))]);
  t.same(
    station.db
      .prepare<[], string>('SELECT made FROM view_finding ORDER BY finding')
      .pluck()
      .all()
      .map((made) => {
        const { code, facts } = JSON.parse(made) as { code: string; facts: Record<string, number> };
        return `${code} ${facts['from']}-${facts['to']}`;
      })
      .toSorted(),
    ['segments_missing 200-202', 'segments_missing 400-400', 'segments_missing 41-41'],
  );
});

t.test('a recording whose texts have been erased keeps its other facts', async (t) => {
  const station = played(t);
  await station.play([card(morning(4))]);
  const [evidence] = station.db.prepare<[], string>('SELECT evidence FROM view_probe').pluck().all();
  const facts = station.db.prepare<[], string>('SELECT facts FROM view_probe').pluck().get() ?? '{}';
  await station.ledger.append([
    {
      type: 'recording.probed',
      actor: machine,
      subject: { kind: 'evidence', id: evidence ?? '' },
      data: { ...JSON.parse(facts), evidence: evidence ?? '' },
      personal: {},
    },
  ]);
  t.match(await station.finder.findAll(), { looked: 1, made: 0 });
});
