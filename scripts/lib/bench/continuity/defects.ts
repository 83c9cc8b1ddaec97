import type { Habit } from './habits.ts';
import { type Dice, type Expected, minute, type PlannedFile, second, stamp } from './plan.ts';

/** Where something is done to a card: a video with others of its course on both sides. */
export interface Target {
  readonly habit: Habit;
  readonly files: PlannedFile[];
  readonly file: PlannedFile;
  readonly at: number;
  readonly dice: Dice;
}

/** One thing that can be done to a card. */
export interface Defect {
  readonly name: string;
  /** With which habits it shows at all: a missing file without a number and without a time leaves no trace. */
  readonly fits: (habit: Habit) => boolean;
  /** Whether it can be done there. */
  readonly fitsAt: (target: Target) => boolean;
  readonly damage: (target: Target) => readonly Expected[];
}

const always = (): boolean => true;
const timed = ({ names, reset }: Habit): boolean => names !== 'plain' && reset !== true;
const measured = (habit: Habit): boolean => timed(habit) && habit.aheadMs === undefined;

/** The marks of programs, as their published output shows them. */
const marks: readonly {
  readonly tags: Readonly<Record<string, string>>;
  readonly handlers?: readonly string[];
}[] = [
  { tags: { encoder: 'Lavf60.16.100' } },
  {
    tags: { major_brand: 'mp42' },
    handlers: ['\u001fMainconcept Video Media Handler', '#Mainconcept MP4 Sound Media Handler'],
  },
  { tags: { te_is_reencode: '1', encoder: 'Lavf57.71.100', hw: '1' } },
  { tags: { encoder: 'HandBrake 1.6.1 2023012300' } },
  { tags: { com_apple_proapps_share_id: 'a', software: 'Final Cut Pro' } },
  { tags: { encoder: 'Blackmagic Design DaVinci Resolve' } },
];

export const defects: readonly Defect[] = [
  {
    name: 'a numbered segment taken away',
    fits: ({ names }) => names === 'own' || names === 'shared',
    fitsAt: ({ file, at, files }) => follows(files[at - 1], file) && follows(file, files[at + 1]),
    damage: ({ files, at, dice }) => {
      const gone = Math.min(dice.whole(1, 2), files.length - at - 2);
      const many = follows(files[at], files[at + gone]) ? gone : 1;
      files.splice(at, many);
      return [{ kind: 'segments_missing', path: files[at]?.path ?? '' }];
    },
  },
  {
    name: 'a segment without a number taken away',
    fits: (habit) => measured(habit) && habit.names === 'none' && habit.small === undefined,
    // Before it the recorder itself went on; behind it less than half an hour passes.
    fitsAt: ({ file, at, files, habit }) =>
      habit.splitMs < 25 * minute &&
      isFull(files[at - 1], habit) &&
      follows(files[at - 1], file) &&
      follows(file, files[at + 1]),
    damage: ({ files, at }) => {
      files.splice(at, 1);
      return [{ kind: 'gap', path: files[at]?.path ?? '' }];
    },
  },
  {
    name: 'switched off in the middle',
    fits: (habit) =>
      measured(habit) &&
      habit.names === 'none' &&
      habit.small === undefined &&
      !habit.name.startsWith('switched'),
    fitsAt: ({ file, at, files }) =>
      file.lengthMs > minute && follows(files[at - 1], file) && follows(file, files[at + 1]),
    damage: switchedOff,
  },
  {
    name: 'a foreign recording put in between',
    fits: (habit) => timed(habit) && habit.small === undefined,
    fitsAt: ({ file, at, files }) => file.lengthMs > 4 * minute && follows(files[at - 1], file),
    damage: putIn,
  },
  {
    name: 'written by another program',
    fits: always,
    fitsAt: always,
    damage: ({ files, at, file, dice, habit }) => {
      const mark = dice.of(habit.tags === undefined ? marks : marks.slice(0, 1));
      files[at] = { ...file, tags: mark.tags, handlers: mark.handlers ?? file.handlers };
      return [{ kind: 'edited', path: file.path }];
    },
  },
  {
    name: 'encoded again with other settings',
    fits: ({ changed }) => changed === undefined,
    fitsAt: ({ files, at, file }) =>
      alike(files[at - 1], file) && alike(file, files[at + 1]) && alike(file, files[at + 2]),
    damage: ({ files, at, file, dice }) => {
      const other = dice.of([
        { width: 854, height: 480 },
        { profile: 'Constrained Baseline' },
        { fps: file.settings.fps / 2 },
        { audioRate: 44_100 },
      ]);
      files[at] = { ...file, settings: { ...file.settings, ...other } };
      return [{ kind: 'settings_differ', path: file.path }];
    },
  },
  {
    name: 'a length of many times its size',
    fits: ({ spread }) => spread < 1,
    fitsAt: ({ file }) => file.lengthMs > 2 * minute,
    damage: ({ files, at, file, dice }) => {
      files[at] = claiming(file, dice.whole(7, 20));
      return [{ kind: 'size_unfit', or: 'time_unfit', path: file.path }];
    },
  },
  {
    name: 'a length beyond its file time',
    // Segments that bear one time for all are placed by their file times.
    fits: (habit) => measured(habit) && habit.names !== 'shared' && habit.small === undefined,
    fitsAt: ({ file }) => file.lengthMs > 2 * minute,
    damage: ({ files, at, file, dice }) => {
      files[at] = claiming(file, 1.15 + dice.next());
      return [{ kind: 'time_unfit', or: 'size_unfit', path: file.path }];
    },
  },
  {
    name: 'a container longer than its streams',
    fits: always,
    fitsAt: ({ file }) => file.lengthMs > minute,
    damage: ({ files, at, file, dice }) => {
      const containerMs = Math.round(file.lengthMs * (1.1 + 2 * dice.next()));
      files[at] = { ...file, containerMs, streamsMs: file.lengthMs };
      return [{ kind: 'container_longer', path: file.path }];
    },
  },
  {
    name: 'sound that ends early',
    fits: always,
    fitsAt: ({ file }) => file.lengthMs > minute,
    damage: ({ files, at, file, dice }) => {
      files[at] = { ...file, soundMs: Math.round(file.lengthMs * (0.1 + 0.85 * dice.next())) };
      return [{ kind: 'streams_apart', path: file.path }];
    },
  },
  {
    name: 'cut off in the middle',
    fits: always,
    fitsAt: ({ file }) => file.lengthMs > minute,
    damage: ({ files, at, file, dice }) => {
      const broken = dice.of(['no_index', 'cut'] as const);
      files[at] = { ...file, broken, bytes: Math.round(file.bytes * (0.1 + 0.8 * dice.next())) };
      return [{ kind: 'truncated', path: file.path }];
    },
  },
];

/** The first part was recorded, and later another recording was begun. */
function switchedOff({ files, at, file, dice }: Target): readonly Expected[] {
  const first = Math.round(file.lengthMs * 0.3);
  const pause = Math.min(dice.whole(15, 180) * second, file.lengthMs - first - 10 * second);
  const startMs = file.startMs + first + pause;
  const path = file.path.replace(stamp(file.startMs), stamp(startMs));
  files[at] = { ...lasting(file, first), modifiedMs: file.modifiedMs - (file.lengthMs - first) };
  files.splice(at + 1, 0, { ...lasting(file, file.lengthMs - first - pause), path, startMs });
  return [{ kind: 'gap', path }];
}

/** Something that was recorded while the recorder recorded something else. */
function putIn({ files, at, file, dice }: Target): readonly Expected[] {
  const startMs = file.startMs + dice.whole(10, 50) * second;
  const lengthMs = dice.whole(75, 180) * second;
  const path = `DCIM/VIDEO/DSJ_${file.path.split('_')[1]}_222222_${stamp(startMs)}.mp4`;
  const modifiedMs = file.modifiedMs - file.lengthMs + (startMs - file.startMs) + lengthMs;
  files.splice(at + 1, 0, { ...lasting(file, lengthMs), path, startMs, modifiedMs });
  return [{ kind: 'overlap', path }];
}

/** The same recorder's work, of another length. */
function lasting(file: PlannedFile, lengthMs: number): PlannedFile {
  const share = lengthMs / file.lengthMs;
  const lag = file.soundMs === undefined ? {} : { soundMs: lengthMs - (file.lengthMs - file.soundMs) };
  return { ...file, lengthMs, bytes: Math.round(file.bytes * share), ...lag };
}

/** The same bytes, said to last so many times what they do. */
function claiming(file: PlannedFile, times: number): PlannedFile {
  const lengthMs = Math.round(file.lengthMs * times);
  const sound = file.soundMs === undefined ? {} : { soundMs: Math.round(file.soundMs * times) };
  return { ...file, containerMs: lengthMs, streamsMs: lengthMs, ...sound };
}

function isFull(file: PlannedFile | undefined, { splitMs }: Habit): boolean {
  return file !== undefined && Math.abs(file.lengthMs - splitMs) < second;
}

/** One went on where the other ended. */
function follows(a: PlannedFile | undefined, b: PlannedFile | undefined): boolean {
  if (a === undefined || b === undefined || a.kind !== 'video' || b.kind !== 'video') return false;
  return Math.abs(b.startMs - a.startMs - a.lengthMs) < 15 * second;
}

function alike(a: PlannedFile | undefined, b: PlannedFile | undefined): boolean {
  return a !== undefined && b !== undefined && a.kind === 'video' && b.kind === 'video';
}
