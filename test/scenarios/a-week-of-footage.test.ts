import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { dayOf } from '../../scripts/lib/bench/continuity/day.ts';
import { defects } from '../../scripts/lib/bench/continuity/defects.ts';
import { type Habit, habits } from '../../scripts/lib/bench/continuity/habits.ts';
import {
  Dice,
  type Expected,
  hour,
  morning,
  type PlannedCard,
  type PlannedFile,
} from '../../scripts/lib/bench/continuity/plan.ts';
import { PlayedStation } from '../../scripts/lib/bench/continuity/played.ts';
import { scored } from '../../scripts/lib/bench/continuity/score.ts';
import { DamageReport } from '../../src/custody/verify/damage.ts';
import { checkCatalogue } from '../../src/custody/verify/replay.ts';
import { loadProfiles } from '../../src/dock/load-profiles.ts';
import { projectors } from '../../src/projections.ts';

/**
 * The footage of a week: four recorders of different habits are docked each evening, their cards still holding the days
 * before. To three of them something was done on one day; of that each thing must be found, and nothing else.
 */
const days = [1, 2, 3, 4, 5];

interface Deed {
  readonly day: number;
  readonly defect: string;
}

/** What was done to which recorder's footage. */
const plan: readonly {
  readonly recorder: string;
  readonly habit: string;
  readonly deeds: readonly Deed[];
}[] = [
  {
    ...{ recorder: '2222222', habit: '5 min, numbered' },
    deeds: [{ day: 2, defect: 'a numbered segment taken away' }],
  },
  {
    ...{ recorder: '3333333', habit: '10 min, one time in all names' },
    deeds: [{ day: 3, defect: 'written by another program' }],
  },
  {
    ...{ recorder: '4444444', habit: '10 min, numbered, two a day' },
    deeds: [{ day: 4, defect: 'encoded again with other settings' }],
  },
  { recorder: '5555555', habit: '30 min, a time only', deeds: [] },
];

function named<T extends { readonly name: string }>(all: readonly T[], name: string): T {
  const found = all.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(`there is no ${name}`);
  return found;
}

function done(deed: Deed, habit: Habit, files: PlannedFile[], dice: Dice): readonly Expected[] {
  const { fitsAt, damage } = named(defects, deed.defect);
  for (const [at, file] of files.entries()) {
    const target = { habit, files, file, at, dice };
    if (at > 0 && fitsAt(target)) return damage(target);
  }
  throw new RangeError(`${deed.defect} can be done nowhere on this day`);
}

/** @param gone the first recording of the first day is no longer there on the last one */
function weekOf(recorder: string, habit: Habit, deeds: readonly Deed[], gone: boolean): PlannedCard {
  const dice = new Dice(Number(recorder));
  const expected: Expected[] = [];
  const footage = days.map((day) => {
    const files = dayOf(habit, recorder, day, dice);
    for (const deed of deeds) if (deed.day === day) expected.push(...done(deed, habit, files, dice));
    return files;
  });
  const [first] = footage.flat();
  if (gone && first !== undefined) expected.push({ kind: 'gone_from_card', path: first.path });
  const dockings = days.map((day, i) => {
    const held = footage.slice(0, i + 1).flat();
    return { atMs: morning(day) + 14 * hour, files: gone && day === days.at(-1) ? held.slice(1) : held };
  });
  return { recorder, habit: habit.name, dockings, expected };
}

const profiles = await loadProfiles(fileURLToPath(new URL('../../devices/', import.meta.url)));

t.test('a week of footage: everything that was done to it is found, and nothing is invented', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'docket-week-'));
  const station = new PlayedStation(folder, profiles);
  t.teardown(() => {
    station.close();
    rmSync(folder, { recursive: true });
  });
  const cards = plan.map(({ recorder, habit, deeds }) =>
    weekOf(recorder, named(habits, habit), deeds, recorder === '2222222'),
  );
  await station.play(cards);

  const { missed, invented, all, onClean } = scored(station.db, cards);
  t.strictSame(missed, []);
  t.strictSame(invented, []);
  t.equal(all.right, 4, 'a segment, an edited file, other settings, a recording that is gone');
  t.equal(onClean, 0, 'to the fourth nothing was done');

  const entries = station.db.prepare<[], number>('SELECT count(*) FROM view_entry').pluck();
  const before = entries.get();
  await station.catchUp();
  t.equal(entries.get(), before, 'looked at again, it says nothing anew');
  const damage = new DamageReport();
  checkCatalogue(station.db, projectors, damage)?.close();
  t.strictSame(damage.list(), [], 'and the ledger replays to the very same findings');
});
