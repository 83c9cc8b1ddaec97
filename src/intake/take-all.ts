import { machine } from '../custody/alarms.ts';
import { canonicalText } from '../custody/canonical.ts';
import { cardPath } from '../custody/card-path.ts';
import type { AnyDraft } from '../custody/entry.ts';
import type { IdentifiedCard } from '../dock/identify.ts';
import type { CardRecording, IgnoredFile } from '../dock/recordings.ts';
import { bringIn } from './bring-in.ts';
import { unreadable } from './classify.ts';
import type { DockingContext } from './docking-context.ts';
import { WaitingLine } from './order.ts';
import { type Left, left, leftReasons, outcomeOf, type RecordingOutcome } from './outcome.ts';
import { recordLeft } from './record-left.ts';
import { clockFinding, suspectTimes } from './suspect-clock.ts';
import { CopyWindow } from './window.ts';

/** How many evidence ids one entry may name: it holds 65,535 bytes. */
const itemsAtOnce = 1_000;
/** Of files that are no recordings so many are named; the count is of all. */
const ignoredNamed = 1_000;

/** Gives every recording of a card its outcome: important ones first, then the oldest. */
export async function takeAll(
  context: DockingContext,
  known: IdentifiedCard,
  front: ReadonlySet<string>,
): Promise<readonly RecordingOutcome[]> {
  await listed(context, known);
  await clockChecked(context, known);
  const { progress, control } = context;
  const bytes = known.recordings.reduce((sum, one) => sum + one.file.bytes, 0);
  progress.expect(known.recordings.length, bytes);
  progress.phase('copying');

  const aside = (await Promise.all(known.ignored.map((file) => setAside(context, file)))).flat();
  const hung = context.room.catalogue.hungAt(context.recorder);
  const waiting = new WaitingLine(known.recordings, front, hung);
  const window = new CopyWindow();
  const { precedence } = context.room;
  const tasks: Promise<RecordingOutcome>[] = [];
  const gone = precedence.taking(context.docking);
  try {
    for (;;) {
      await control.going();
      await precedence.turn(context.docking, control.signal);
      if (control.because !== null) break;
      const next = waiting.next();
      if (next === undefined) break;
      const place = await window.enter(next.file.bytes);
      // The card may be given up while one waits for its place: it was never asked for this one.
      if (control.because !== null) {
        place.leave();
        waiting.giveBack(next);
        break;
      }
      const task = watched(context, next, place.cardFree).finally(place.leave);
      // What is thrown here stops all intake: nothing more is read that could not be witnessed.
      task.catch(() => control.giveUp('stopped'));
      tasks.push(task);
    }
  } finally {
    gone();
  }
  const taken = await everyOutcome(tasks);
  const rest = await Promise.all(waiting.rest().map((one) => leave(context, one)));
  await knownEntries(context, taken);
  await failuresAlarm(context, [...aside, ...taken]);
  return [...aside, ...taken, ...rest];
}

/** One failure (the ledger cannot be written) must not leave the others running unheard. */
async function everyOutcome(tasks: readonly Promise<RecordingOutcome>[]): Promise<RecordingOutcome[]> {
  const settled = await Promise.allSettled(tasks);
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

async function watched(
  context: DockingContext,
  recording: CardRecording,
  cardFree: () => void,
): Promise<RecordingOutcome> {
  const { progress } = context;
  const path = recording.file.path.toString('utf8');
  const outcome = await bringIn(context, recording, {
    progress: (bytes) => progress.reading(path, bytes),
    cardFree,
  });
  const state = outcome.state === 'failed' || outcome.state === 'deferred' ? outcome.state : 'done';
  progress.done(path, state === 'done' ? recording.file.bytes : 0, state);
  for (const { left } of outcome.sidecars) if (left !== null) progress.left(leftReasons[left.reason]);
  return outcome;
}

async function listed(context: DockingContext, known: IdentifiedCard): Promise<void> {
  const ignored: Record<string, number> = {};
  for (const { reason } of known.ignored) ignored[reason] = (ignored[reason] ?? 0) + 1;
  const bytes = known.recordings.reduce((sum, one) => sum + one.file.bytes, 0);
  await context.room.ledger.append([
    {
      type: 'docking.listed',
      actor: machine,
      subject: { kind: 'docking', id: context.docking },
      data: { recordings: known.recordings.length, bytes, ignored },
      personal: {},
    },
    ...ignoredFiles(context, known),
  ]);
}

/** What stays on the card is named, so that nobody can say later that it was never seen. */
function ignoredFiles({ docking }: DockingContext, { ignored }: IdentifiedCard): readonly AnyDraft[] {
  const strange = ignored.filter(({ reason }) => reason !== 'marker_file' && reason !== 'system_file');
  if (strange.length === 0) return [];
  const files = strange
    .slice(0, ignoredNamed)
    .map(({ file, reason }) => ({ ...cardPath(file.path), bytes: file.bytes, reason }));
  return [
    {
      type: 'files.ignored',
      actor: machine,
      subject: { kind: 'docking', id: docking },
      data: { docking, count: strange.length },
      personal: { files: canonicalText(files) },
    },
  ];
}

/** What is no recording: named in the report, or a failure where recordings may hide behind it. */
async function setAside(
  context: DockingContext,
  { file, reason }: IgnoredFile,
): Promise<readonly RecordingOutcome[]> {
  switch (reason) {
    case 'marker_file':
    case 'system_file':
      return [];
    case 'unreadable':
      return [await leftAside(context, file.path, await unreadable(context))];
    case 'too_deep':
      return [await leftAside(context, file.path, left('too_deep'))];
    default:
      return [{ ...outcomeOf(file.path, file.bytes, 'ignored'), ignored: reason }];
  }
}

async function leftAside(context: DockingContext, path: Buffer, why: Left): Promise<RecordingOutcome> {
  await recordLeft(context, path, 0, why);
  context.progress.left(leftReasons[why.reason]);
  return { ...outcomeOf(path, 0, leftReasons[why.reason]), left: why };
}

/** What was still waiting when the card was given up: whole on the recorder, taken at the next docking. */
async function leave(context: DockingContext, { file }: CardRecording): Promise<RecordingOutcome> {
  const why = left(context.control.because ?? 'cancelled');
  await recordLeft(context, file.path, file.bytes, why);
  context.progress.done(file.path.toString('utf8'), 0, 'deferred');
  return { ...outcomeOf(file.path, file.bytes, 'deferred'), left: why };
}

/** What was known again, and what was disposed of and still lies there, by the items. */
async function knownEntries(
  { docking, recorder, room }: DockingContext,
  outcomes: readonly RecordingOutcome[],
): Promise<void> {
  const subject = { kind: 'docking', id: docking } as const;
  const common = { actor: machine, subject, personal: {} } as const;
  const recognised = parts(outcomes, ({ state }) => state === 'alreadyStored').map(
    (evidence): AnyDraft => ({
      ...{ ...common, type: 'recordings.recognised' },
      data: { docking, evidence },
    }),
  );
  const again = parts(outcomes, ({ ignored }) => ignored === 'disposed').map(
    (evidence): AnyDraft => ({
      ...{ ...common, type: 'recordings.seen_again' },
      data: { docking, recorder, evidence },
    }),
  );
  for (const one of [...recognised, ...again]) await room.ledger.append([one]);
}

function parts(
  outcomes: readonly RecordingOutcome[],
  of: (outcome: RecordingOutcome) => boolean,
): readonly (readonly string[])[] {
  const evidence = outcomes.flatMap((one) => (of(one) && one.evidence ? [one.evidence] : []));
  return Array.from({ length: Math.ceil(evidence.length / itemsAtOnce) }, (_, i) =>
    evidence.slice(i * itemsAtOnce, (i + 1) * itemsAtOnce),
  );
}

async function failuresAlarm(context: DockingContext, outcomes: readonly RecordingOutcome[]): Promise<void> {
  const failed = outcomes.filter((one) => one.state === 'failed');
  const [first] = failed;
  if (first === undefined) return;
  const { docking, recorder, room } = context;
  await room.alarms.raise('recordings_failed', 'warning', docking, {
    count: failed.length,
    recorder,
    port: context.progress.snapshot().port,
    path: first.path.toString('utf8'),
    reason: first.left?.reason ?? 'read_error',
    docking,
  });
}

/** Before anything is taken in: what comes in now is timed by this clock. */
async function clockChecked(context: DockingContext, { recordings, profile }: IdentifiedCard): Promise<void> {
  const { room, recorder, docking } = context;
  const now = room.clock.now();
  const zone = profile === null || profile.clock.zone === 'unknown' ? room.settings.zone : profile.clock.zone;
  const finding = clockFinding(recordings, now, zone);
  if (finding !== null) {
    await room.ledger.append([
      {
        type: 'docking.clock',
        actor: machine,
        subject: { kind: 'docking', id: docking },
        data: { docking, recorder, ...finding },
        personal: {},
      },
    ]);
  }
  const suspect = suspectTimes(recordings, now, room.settings.zone);
  const [example] = suspect;
  if (example === undefined) return;
  await room.alarms.raise('clock_suspect', 'notice', recorder, { recorder, count: suspect.length, example });
}
