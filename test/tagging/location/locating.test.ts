import t, { type Test } from 'tap';
import { Alarms, machine } from '../../../src/custody/alarms.ts';
import type { Ledger } from '../../../src/custody/ledger.ts';
import { DamageReport } from '../../../src/custody/verify/damage.ts';
import { checkCatalogue } from '../../../src/custody/verify/replay.ts';
import { projectors } from '../../../src/projections.ts';
import type { Found, PositionFinder } from '../../../src/tagging/location/finder.ts';
import { locatedBy } from '../../../src/tagging/location/located.ts';
import { Locating } from '../../../src/tagging/location/locating.ts';
import { LocationBook } from '../../../src/tagging/location/location-book.ts';
import { RegisterBook } from '../../../src/tagging/registers/book.ts';
import { enterRow } from '../../../src/tagging/registers/enter.ts';
import { TagBook } from '../../../src/tagging/tag-book.ts';
import { Turns } from '../../../src/turns.ts';
import { DeskStation } from '../../deadlines/desk-station.ts';

const person = { kind: 'person', id: 'os:clerk' } as const;

/** A finder that finds what a test tells it. */
class PlayedFinder implements PositionFinder {
  readonly asked: string[] = [];
  readonly answers = new Map<string, () => Found>();
  exiftool = true;

  async find(evidence: string): Promise<Found> {
    this.asked.push(evidence);
    return this.answers.get(evidence)?.() ?? { located: null, missing: null };
  }
  async hasExiftool(): Promise<boolean> {
    return this.exiftool;
  }
}

/** Found at one place, east of 118.87 by so much. */
function at(evidence: string, east: number, missing: Found['missing'] = null): () => Found {
  const fix = { longitude: 118.87 + east, latitude: 28.94, at: null, accuracyMeters: null };
  const source = { source: 'nmea', fixes: [fix], badSums: 0, malformed: 0, whole: true } as const;
  return () => ({ located: locatedBy(evidence, [source]), missing });
}

class Stage {
  readonly desk: DeskStation;
  readonly finder = new PlayedFinder();
  readonly clock = { ms: 0, now: () => this.desk.lone.clock.now(), monotonicMs: () => this.clock.ms };
  ledger: Ledger;

  constructor(t: Test) {
    this.desk = new DeskStation(t);
    this.ledger = this.desk.ledger;
  }

  /** As after a start. */
  open(): Locating {
    const { db } = this.desk.lone;
    const { clock, finder, ledger } = this;
    return new Locating({
      db,
      ledger,
      alarms: new Alarms(ledger, db, 'ST01'),
      clock,
      turns: new Turns(),
      finder,
    });
  }

  async docked(count: number): Promise<readonly string[]> {
    const items: string[] = [];
    for (let i = 0; i < count; i++)
      items.push(
        await this.desk.secure({
          start: `2026-03-02 18:0${i}`,
          ended: `2026-03-02 18:0${i}`,
          docked: '2026-03-02 19:00',
          secured: '2026-03-02 19:05',
        }),
      );
    return items;
  }

  async sidecar(evidence: string): Promise<void> {
    const digest = 'f'.repeat(64);
    await this.desk.ledger.append([
      {
        type: 'sidecar.stored',
        actor: machine,
        subject: { kind: 'evidence', id: evidence },
        data: {
          ...{
            docking: 'ST01-D000001',
            evidence,
            modified: '2026-03-02T10:00:00Z',
            sha256: digest,
            blake3: digest,
          },
          ...{ bytes: 9, vault: 'v', object: digest, retainUntil: '2027-01-01T00:00:00Z', immutable: true },
        },
        personal: { path: `${evidence}.nmea` },
      },
    ]);
  }

  located(): readonly string[] {
    return this.desk.entries('recording.located').map((data) => (data as { evidence: string }).evidence);
  }

  waiting(): readonly string[] {
    return this.desk.lone.db
      .prepare<[], string>('SELECT evidence FROM work_unlocated ORDER BY evidence')
      .pluck()
      .all();
  }
}

t.test(
  'a recording is located once, when it has been timed, and again when a sidecar has come',
  async (t) => {
    const stage = new Stage(t);
    const [first = '', second = ''] = await stage.docked(2);
    stage.finder.answers.set(first, at(first, 0));
    const locating = stage.open();
    t.equal(await locating.catchUp(), 0, 'nothing has been timed');
    await stage.sidecar(first);
    await stage.desk.desk.catchUp();
    t.equal(await locating.catchUp(), 2);
    t.strictSame(stage.desk.openAlarms(), [], 'what was broken has been looked at');
    t.strictSame(stage.finder.asked, [first, second]);
    t.strictSame(stage.located(), [first], 'of what says nothing there is no entry');
    t.equal(await stage.open().catchUp(), 0, 'and after a start nothing is done twice');

    await stage.sidecar(first);
    stage.finder.answers.set(second, at(second, 0.1));
    await stage.sidecar(second);
    t.equal(await locating.catchUp(), 2);
    t.strictSame(stage.located(), [first, second], 'what says the same is no news');
    stage.finder.answers.delete(first);
    await stage.sidecar(first);
    await locating.catchUp();
    t.match(stage.desk.entries('recording.located').at(-1), { evidence: first, source: null, claims: [] });
    await stage.desk.desk.timeAgain('ST01-D000002');
    t.equal(await locating.catchUp(), 0, 'timed again, it was made where it was made');
    const damage = new DamageReport();
    checkCatalogue(stage.desk.lone.db, projectors, damage)?.close();
    t.strictSame(damage.list(), [], 'the ledger replays to the same rows');
  },
);

t.test('what cannot be looked at now waits, and holds up nothing', async (t) => {
  const stage = new Stage(t);
  const [away = '', half = '', broken = '', good = ''] = await stage.docked(4);
  stage.finder.exiftool = false;
  stage.finder.answers.set(away, () => ({ located: null, missing: 'bytes' }));
  stage.finder.answers.set(half, at(half, 0.1, 'exiftool'));
  stage.finder.answers.set(broken, () => {
    throw new RangeError('a defect');
  });
  stage.finder.answers.set(good, at(good, 0.2));
  await stage.desk.desk.catchUp();
  const locating = stage.open();
  await locating.catchUp();
  t.strictSame(stage.located(), [half, good], 'half an answer is better than none');
  t.strictSame(stage.waiting(), [away, half, broken]);
  t.match(stage.desk.openAlarms(), ['locating_failed:station']);
  const asked = stage.finder.asked.length;
  t.equal(await locating.catchUp(), 0);
  stage.clock.ms += 600_001;
  stage.finder.answers.set(away, at(away, 0.3));
  stage.finder.answers.set(broken, at(broken, 0.4));
  t.equal(await locating.catchUp(), 2);
  t.strictSame(
    stage.finder.asked.slice(asked),
    [away, broken],
    'what waits for ExifTool is not asked in vain',
  );
  t.strictSame(stage.waiting(), [half]);

  stage.finder.exiftool = true;
  stage.finder.answers.set(half, at(half, 0.5, 'bytes'));
  await stage.open().catchUp();
  t.equal(stage.located().length, 4, 'half an answer takes nothing back');
  stage.finder.answers.set(half, at(half, 0.5));
  await stage.open().catchUp();
  t.strictSame(stage.located(), [half, good, away, broken, half]);
  t.strictSame(stage.waiting(), []);
});

t.test('a stop in the middle, and a crash before the commit, lose nothing and repeat nothing', async (t) => {
  const stage = new Stage(t);
  const items = await stage.docked(5);
  for (const [i, one] of items.entries()) stage.finder.answers.set(one, at(one, i / 10));
  await stage.desk.desk.catchUp();
  const stop = new AbortController();
  const [, second = ''] = items;
  stage.finder.answers.set(second, () => {
    stop.abort();
    return { located: null, missing: null };
  });
  await stage.open().catchUp(stop.signal);
  t.strictSame(stage.located(), items.slice(0, 1), 'what a stopped look says is not believed');
  stage.finder.answers.set(second, at(second, 0.1));
  const { append } = stage.ledger;
  stage.ledger = { ...stage.ledger, append: () => Promise.reject(new Error('killed')) };
  await t.rejects(stage.open().catchUp(), /killed/);
  stage.ledger = { ...stage.ledger, append };
  t.equal(await stage.open().catchUp(), 4);
  t.strictSame(stage.located(), items);
});

t.test('tags follow from where it was made, and again when the station’s places change', async (t) => {
  const stage = new Stage(t);
  const { db } = stage.desk.lone;
  const [item = ''] = await stage.docked(1);
  stage.finder.answers.set(item, at(item, 0));
  await stage.desk.desk.catchUp();
  await stage.open().catchUp();
  const book = new RegisterBook(db);
  const tags = (): readonly string[] =>
    new TagBook(db, book)
      .tags(item)
      .filter(({ field }) => field === 'location')
      .map(({ source, values }) => `${source} ${values.join()}`);
  await stage.desk.desk.settle();
  t.strictSame(tags(), ['gps 118.870000,28.940000']);
  const room = { ledger: stage.ledger, book, zone: 'Asia/Shanghai' };
  await enterRow(room, 'places', { name: '某广场', area: '118.87 28.94', radius: '100' }, person);
  await stage.desk.desk.settle();
  t.strictSame(tags(), ['gps 某广场']);
  await enterRow(room, 'places', { name: '某广场', area: '118.97 28.94' }, person);
  await stage.desk.desk.settle();
  t.strictSame(tags(), ['gps 118.870000,28.940000']);
  t.match(new LocationBook(db).location(item), {
    points: [{ longitude: 118.87, latitude: 28.94, fixes: 1 }],
  });
});
