import { dayOf } from './day.ts';
import { type Defect, defects, type Target } from './defects.ts';
import { type Habit, habits } from './habits.ts';
import {
  Dice,
  type Expected,
  hour,
  minute,
  type PlannedCard,
  type PlannedDocking,
  type PlannedFile,
} from './plan.ts';

/** So many files lie between two things that were done to one card: each is found by itself. */
const apart = 4;
const mostDefects = 3;
const loopLeast = 4_200_000_000;

/** Cards in pairs of one habit, the first one clean and the second one damaged: half of them are clean. */
export function planCards(
  count: number,
  seed: number,
  fit: readonly Habit[] = habits,
): readonly PlannedCard[] {
  const used = new Map(defects.map((one) => [one, 0]));
  return Array.from({ length: count }, (_, i) => {
    const dice = new Dice(seed * 100_003 + i);
    const habit = fit[Math.floor(i / 2) % fit.length] ?? habits[0];
    if (habit === undefined) throw new RangeError('no habits');
    const recorder = String(3_000_001 + i);
    return i % 2 === 0 ? cleanCard(habit, recorder, dice) : damagedCard(habit, recorder, used, dice);
  });
}

/** One card in four is of a short day. */
const shortDay = 0.25;
const shortBy = 4;

function firstDay(habit: Habit, recorder: string, dice: Dice): PlannedFile[] {
  return dayOf(habit, recorder, 0, dice, dice.next() < shortDay ? shortBy : 1);
}

/** The next day's recordings, by a clock that was put right meanwhile. */
function secondDay(habit: Habit, recorder: string, dice: Dice): PlannedFile[] {
  return dayOf({ ...habit, from: (habit.from ?? 0) + (habit.setAtDockMs ?? 0) }, recorder, 1, dice);
}

function cleanCard(habit: Habit, recorder: string, dice: Dice): PlannedCard {
  const first = firstDay(habit, recorder, dice);
  const then = dice.of(['one', 'one', 'kept', 'cleared', 'loop'] as const);
  const card = { recorder, habit: habit.name, expected: [] };
  if (then === 'one') return { ...card, dockings: [dockingOf(first, dice)] };
  const second = secondDay(habit, recorder, dice);
  const free = first.filter(({ path }) => !path.includes('_IMP'));
  const isFull = bytesOf(first) > loopLeast && bytesOf(free) > bytesOf(second);
  const oldest = then === 'loop' && isFull ? looped(first, second) : first;
  const held = then === 'cleared' ? second : [...oldest, ...second];
  return { ...card, dockings: [dockingOf(first, dice), dockingOf(held, dice)] };
}

/** A full card: for what is new the oldest goes, but for what the officer has marked. */
function looped(first: readonly PlannedFile[], second: readonly PlannedFile[]): readonly PlannedFile[] {
  let over = bytesOf(second);
  return first.filter(({ path, bytes }) => {
    if (over <= 0 || path.includes('_IMP')) return true;
    over -= bytes;
    return false;
  });
}

function damagedCard(habit: Habit, recorder: string, used: Used, dice: Dice): PlannedCard {
  const files = firstDay(habit, recorder, dice);
  const expected = damage(habit, files, used, dice);
  const first = dockingOf(files, dice);
  const card = { recorder, habit: habit.name };
  if (dice.next() < 0.8 || files.length < 6) return { ...card, dockings: [first], expected };
  const gone = dice.whole(1, Math.min(4, files.length - 4));
  const from = dice.of([0, dice.whole(1, files.length - gone - 1)]);
  const held = [...files.toSpliced(from, gone), ...secondDay(habit, recorder, dice)];
  const path = files[from]?.path ?? '';
  return {
    ...card,
    dockings: [first, dockingOf(held, dice)],
    expected: [...expected, { kind: 'gone_from_card', path }],
  };
}

/** How often each thing was done; what was done least comes first, so that there are about as many of each. */
type Used = Map<Defect, number>;

/** Does some of the things that can be done to such a card, each where it can be seen by itself. */
function damage(habit: Habit, files: PlannedFile[], used: Used, dice: Dice): readonly Expected[] {
  const expected: Expected[] = [];
  const done = new Set<PlannedFile>();
  const wanted = dice.whole(1, mostDefects);
  for (const [defect, times] of [...used].toSorted(([, a], [, b]) => a - b)) {
    if (expected.length >= wanted) break;
    if (!defect.fits(habit)) continue;
    const places = files.flatMap((file, at): Target[] => {
      const target = { habit, files, file, at, dice };
      const free = file.kind === 'video' && !isBeside(files, at, done);
      return free && file.path.startsWith('DCIM/VIDEO') && defect.fitsAt(target) ? [target] : [];
    });
    if (places.length === 0) continue;
    const place = dice.of(places);
    used.set(defect, times + 1);
    expected.push(...defect.damage(place));
    for (const file of files.slice(Math.max(0, place.at - 1), place.at + 2)) done.add(file);
  }
  return expected;
}

function isBeside(files: readonly PlannedFile[], at: number, done: ReadonlySet<PlannedFile>): boolean {
  return files.slice(Math.max(0, at - apart), at + apart + 1).some((file) => done.has(file));
}

function bytesOf(files: readonly PlannedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Some time after its last recording. */
function dockingOf(files: readonly PlannedFile[], dice: Dice): PlannedDocking {
  const last = Math.max(...files.map(({ startMs, lengthMs }) => startMs + lengthMs));
  return { atMs: last + hour + dice.whole(0, 90) * minute, files: [...files] };
}
