import type { Habit } from './habits.ts';
import { type Dice, hour, minute, morning, type PlannedFile, type Settings, second, stamp } from './plan.ts';

/** Back to the spring of 2000. */
const resetMs = 26 * 365 * 24 * hour;

const handlers = ['Recorder video', 'Recorder sound'];

/** A day's recordings of a recorder, as it leaves them. `imp`: some bear the officer's mark. */
export function dayOf(habit: Habit, device: string, day: number, dice: Dice, shortened = 1): PlannedFile[] {
  const files: PlannedFile[] = [];
  // It goes on counting the next day.
  const counter = { value: dice.whole(1, 40) + day * 400 };
  let at = morning(day) + (habit.from ?? dice.whole(0, 120) * minute) + dice.whole(0, 59) * second;
  for (const [part, { pauseMin, min }] of habit.day(dice).entries()) {
    const settings = part === 0 ? habit.settings : (habit.changed ?? habit.settings);
    if (habit.others === true && pauseMin > 0)
      files.push(noteOf(habit, device, at, pauseMin * minute, counter, dice));
    at += pauseMin * minute;
    const length = Math.max(minute, Math.round((min / shortened) * minute)) + dice.whole(1, 40_000);
    files.push(...recordingOf({ ...habit, settings }, { device, startMs: at, length, counter }, dice));
    at += length;
  }
  return files;
}

interface Wanted {
  readonly device: string;
  readonly startMs: number;
  readonly length: number;
  readonly counter: { value: number };
}

function recordingOf(habit: Habit, { device, startMs, length, counter }: Wanted, dice: Dice): PlannedFile[] {
  const files: PlannedFile[] = [];
  const end = startMs + length;
  const important = dice.next() < 0.15 && habit.names !== 'plain' ? '_IMP' : '';
  for (let at = startMs, number = 1; end - at > second + (habit.aheadMs ?? 0); number++) {
    const lengthMs = Math.min(splitOf(habit, dice), end - at);
    const name = nameOf(habit, { device, recording: startMs, at, number, counter }) + important;
    const file = fileOf(habit, `DCIM/VIDEO/${name}.mp4`, at, lengthMs, habit.settings, dice);
    files.push(file);
    if (habit.small !== undefined)
      files.push({
        ...file,
        path: `DCIM/SUB/${name}.mp4`,
        settings: habit.small,
        bytes: Math.round(file.bytes / 16),
      });
    if (habit.clips === true && lengthMs > 4 * minute && dice.next() < 0.4)
      files.push(clipOf(habit, device, at, dice));
    if (habit.others === true && dice.next() < 0.4) files.push(...besides(habit, device, at, counter, dice));
    at += lengthMs + habit.seamMs(dice) - (habit.aheadMs ?? 0);
  }
  return files;
}

/** What is left of the card's largest file at the rate of the moment. */
function splitOf({ splitMs, splitBytes, rate, spread }: Habit, dice: Dice): number {
  if (splitBytes === undefined) return splitMs + dice.whole(-40, 40);
  return Math.round((splitBytes * 8_000) / (rate * (1 + spread * (2 * dice.next() - 1))));
}

function clipOf(habit: Habit, device: string, at: number, dice: Dice): PlannedFile {
  const when = at + dice.whole(20, 200) * second;
  const path = `DCIM/EVENT/EVT_${device}_222222_${stamp(when)}.mp4`;
  return fileOf(habit, path, when, dice.whole(8, 20) * second, habit.settings, dice);
}

/** Sound alone, from just after the video to just before the next one. */
function noteOf(
  habit: Habit,
  device: string,
  at: number,
  pauseMs: number,
  counter: { value: number },
  dice: Dice,
): PlannedFile {
  const when = at + 3 * second;
  const name = nameOf(habit, { device, recording: when, at: when, number: 1, counter });
  const sound = fileOf(habit, `DCIM/AUDIO/${name}.wav`, when, pauseMs - 5 * second, habit.settings, dice);
  return { ...sound, kind: 'sound', bytes: Math.round((sound.lengthMs * habit.settings.audioRate) / 500) };
}

/** A photograph while it records. */
function besides(
  habit: Habit,
  device: string,
  at: number,
  counter: { value: number },
  dice: Dice,
): PlannedFile[] {
  const when = at + dice.whole(5, 100) * second;
  const name = nameOf(habit, { device, recording: when, at: when, number: 1, counter });
  const still = fileOf(habit, `DCIM/PHOTO/${name}.jpg`, when, 0, habit.settings, dice);
  return [{ ...still, kind: 'still', bytes: dice.whole(400_000, 900_000) }];
}

function nameOf(
  { names, reset }: Habit,
  of: { device: string; recording: number; at: number; number: number; counter: { value: number } },
): string {
  const shown = (ms: number): string => stamp(reset === true ? ms - resetMs : ms);
  const head = `DSJ_${of.device}_222222`;
  const four = (value: number): string => String(value).padStart(4, '0');
  switch (names) {
    case 'own':
      return `${head}_${shown(of.at)}_${four(of.number)}`;
    case 'shared':
      return `${head}_${shown(of.recording)}_${four(of.number)}`;
    case 'day':
      return `${head}_${shown(of.at)}_${four(of.counter.value++)}`;
    case 'none':
      return `${head}_${shown(of.at)}`;
    case 'plain':
      return `MOVI${four(of.counter.value++)}`;
  }
}

function fileOf(
  habit: Habit,
  path: string,
  startMs: number,
  lengthMs: number,
  settings: Settings,
  dice: Dice,
): PlannedFile {
  const share = 1 + habit.spread * (2 * dice.next() - 1);
  const closed =
    startMs +
    (habit.opened === true ? 0 : lengthMs) +
    dice.whole(0, 1_500) +
    (habit.zoneMs ?? 0) -
    (habit.reset === true ? resetMs : 0);
  return {
    path,
    kind: 'video',
    startMs,
    lengthMs,
    bytes: Math.max(20_000, Math.round((habit.rate * Math.max(0.34, share) * lengthMs) / 8_000)),
    // FAT keeps even seconds.
    modifiedMs: Math.floor(closed / 2_000) * 2_000,
    settings,
    tags: habit.tags ?? {},
    handlers,
    ...(habit.soundLagMs === undefined ? {} : { soundMs: Math.max(0, lengthMs - habit.soundLagMs) }),
  };
}
