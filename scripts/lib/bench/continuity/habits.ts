import { type Dice, hour, minute, type Settings, second } from './plan.ts';

/** How one model of recorder works, as field.md and the makers' manuals tell of them. */
export interface Habit {
  readonly name: string;
  /** After so long it begins the next file. */
  readonly splitMs: number;
  /** Between two of them. */
  readonly seamMs: (dice: Dice) => number;
  /**
   * `own`: each segment has its own time and its number in the recording; `shared`: all have the recording's time;
   * `day`: its own time and a number that counts photographs too; `none`: a time only; `plain`: neither.
   */
  readonly names: 'own' | 'shared' | 'day' | 'none' | 'plain';
  /** Minutes of the day's recordings, with the pauses before them. */
  readonly day: (dice: Dice) => readonly { readonly pauseMin: number; readonly min: number }[];
  readonly settings: Settings;
  /** Bits a second, and how far the picture moves them. */
  readonly rate: number;
  readonly spread: number;
  /** Seconds that it keeps from before the key was pressed. */
  readonly aheadMs?: number;
  /** What it writes into the file beside the handlers. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Photographs and sound between the videos. */
  readonly others?: boolean;
  /** From the second recording of the day on it records in other settings: somebody has changed them. */
  readonly changed?: Settings;
  /** A second, smaller file of each recording, in a folder of its own. */
  readonly small?: Settings;
  /** Its clock has gone back to the factory's date. */
  readonly reset?: boolean;
  readonly from?: number;
  /** It begins the next file when the card's file system takes no more: lengths follow the picture. */
  readonly splitBytes?: number;
  /** It writes a file's time when it opens it, not when it closes it. */
  readonly opened?: boolean;
  /** By how much its sound habitually ends before the picture. */
  readonly soundLagMs?: number;
  /** Short clips of its own beside what runs, at every mark. */
  readonly clips?: boolean;
  /** By how much it is put right when it is docked. */
  readonly setAtDockMs?: number;
  /** By how much file times lie off, as FAT read in another zone. */
  readonly zoneMs?: number;
}

const full: Settings = { width: 1920, height: 1080, fps: 30, profile: 'High', audioRate: 16_000 };
const half: Settings = { width: 1280, height: 720, fps: 30, profile: 'Main', audioRate: 16_000 };
const pal: Settings = { width: 2304, height: 1296, fps: 25, profile: 'High', audioRate: 48_000 };
const tiny: Settings = { width: 640, height: 360, fps: 15, profile: 'Baseline', audioRate: 8_000 };

const seams = (most: number) => (dice: Dice) => dice.whole(0, most);
const once = (least: number, most: number) => (dice: Dice) => [{ pauseMin: 0, min: dice.whole(least, most) }];
const twice = (dice: Dice) => [
  { pauseMin: 0, min: dice.whole(20, 50) },
  { pauseMin: dice.whole(90, 240), min: dice.whole(20, 60) },
];
/** A patrol: the recorder is switched on for each matter and off after it. */
const patrol = (dice: Dice) =>
  Array.from({ length: dice.whole(8, 14) }, () => ({ pauseMin: dice.whole(3, 25), min: dice.whole(1, 9) }));

/** Between the videos a note is spoken. */
const spoken = (dice: Dice) =>
  [0, dice.whole(2, 5), dice.whole(2, 5)].map((pauseMin) => ({ pauseMin, min: dice.whole(12, 24) }));

const common = { settings: full, rate: 8_000_000, spread: 0.3, seamMs: seams(2_000) } as const;

export const habits: readonly Habit[] = [
  { ...common, name: '5 min, numbered', splitMs: 5 * minute, names: 'own', day: once(35, 80) },
  {
    ...common,
    name: '10 min, one time in all names',
    splitMs: 10 * minute,
    names: 'shared',
    day: once(70, 130),
  },
  { ...common, name: '30 min, a time only', splitMs: 30 * minute, names: 'none', day: once(190, 300) },
  { ...common, name: '5 min, a time only, two a day', splitMs: 5 * minute, names: 'none', day: twice },
  { ...common, name: '10 min, numbered, two a day', splitMs: 10 * minute, names: 'own', day: twice },
  {
    ...{
      ...common,
      name: 'photographs and sound between',
      splitMs: 5 * minute,
      names: 'day',
      day: spoken,
    },
    others: true,
  },
  {
    ...{
      ...common,
      name: 'keeps 30 s from before',
      splitMs: 10 * minute,
      names: 'none',
      aheadMs: 30 * second,
    },
    day: once(80, 140),
  },
  {
    ...{ ...common, name: 'switched on for each matter', splitMs: 10 * minute, names: 'none', day: patrol },
    settings: half,
    rate: 4_000_000,
  },
  {
    ...{ ...common, name: 'across midnight', splitMs: 5 * minute, names: 'own', day: once(50, 80) },
    from: 15.5 * hour,
  },
  {
    ...{ ...common, name: 'clock reset', splitMs: 5 * minute, names: 'none', day: once(40, 60), reset: true },
  },
  { ...common, name: 'names that say nothing', splitMs: 5 * minute, names: 'plain', day: once(35, 60) },
  {
    ...{
      ...common,
      name: 'night and day, rates of 1 to 3',
      splitMs: 5 * minute,
      names: 'own',
      day: once(45, 75),
    },
    ...{ spread: 1, settings: pal, rate: 6_000_000 },
  },
  {
    ...{
      ...common,
      name: 'firmware with FFmpeg inside',
      splitMs: 10 * minute,
      names: 'own',
      day: once(70, 120),
    },
    tags: { encoder: 'Lavf57.83.100' },
  },
  {
    ...{ ...common, name: 'settings changed at noon', splitMs: 5 * minute, names: 'own', day: twice },
    changed: half,
  },
  {
    ...{
      ...common,
      name: 'a small file beside each',
      splitMs: 10 * minute,
      names: 'none',
      day: once(70, 120),
    },
    small: tiny,
  },
  {
    ...{ ...common, name: 'file times in another zone', splitMs: 5 * minute, names: 'own', day: twice },
    zoneMs: 8 * hour,
  },
  {
    ...{ ...common, name: 'slow card, seams of 8 s', splitMs: 5 * minute, names: 'none', day: once(45, 80) },
    seamMs: (dice) => dice.whole(6_000, 9_000),
  },
  {
    ...{
      ...common,
      name: '5 min, one time in all names',
      splitMs: 5 * minute,
      names: 'shared',
      day: once(40, 70),
    },
    settings: pal,
  },
  {
    ...{ ...common, name: 'split by size', splitMs: 60 * minute, names: 'own', day: once(60, 110) },
    splitBytes: 600_000_000,
  },
  {
    ...{ ...common, name: 'file times of the beginning', splitMs: 5 * minute, names: 'none' },
    ...{ day: once(30, 70), opened: true },
  },
  {
    ...{ ...common, name: 'sound 3 s shorter', splitMs: 10 * minute, names: 'own', day: once(70, 120) },
    soundLagMs: 3_000,
  },
  {
    ...{ ...common, name: 'clips of marked moments', splitMs: 10 * minute, names: 'none', day: once(50, 90) },
    clips: true,
  },
  {
    ...{ ...common, name: 'clock put right at the dock', splitMs: 5 * minute, names: 'none', day: twice },
    setAtDockMs: 4 * minute,
  },
  { ...common, name: '3 min, a few files', splitMs: 3 * minute, names: 'own', day: once(4, 16) },
  { ...common, name: 'one file or two', splitMs: 30 * minute, names: 'none', day: once(1, 45) },
];
