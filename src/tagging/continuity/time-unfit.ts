import { type Found, foundAt, instantText, middle, near, type Recording, type Stretch } from './stretch.ts';

/** FAT keeps time in steps of 2 s, and closing a file takes a moment. */
const closingMs = 15_000;
const closingShare = 0.02;
const fewest = 3;
const habitMs = 5_000;
const habitShare = 0.75;
/** FAT's local time read in another zone: whole quarters of an hour. */
const zoneMs = 900_000;
const zoneSlackMs = 10_000;

/**
 * Start and length would have it end after the recorder closed its file. Judged only where the recorder's other files of
 * that docking show the habit: what is between their end and their file time is the same for all.
 */
export function timeUnfit(stretch: Stretch, at: number): Found | null {
  const recording = stretch[at];
  const late = recording === undefined ? null : closedAfter(recording);
  if (recording === undefined || late === null) return null;
  const others = near(stretch, at).filter(({ docking }) => docking === recording.docking);
  const lags = others.flatMap((one) => closedAfter(one) ?? []);
  const usual = middle(lags);
  if (usual === null || lags.length < fewest || !isHabit(lags, usual, others)) return null;
  const lengthMs = recording.durationMs ?? 0;
  const beyondMs = usual - late;
  if (beyondMs <= Math.max(closingMs, closingShare * lengthMs)) return null;
  return foundAt('time_unfit', recording, 'past_file_time', {
    start: instantText(recording.startMs ?? 0),
    ended: instantText(recording.endedMs ?? 0),
    modified: instantText(recording.modifiedMs),
    lengthMs,
    beyondMs,
    others: lags.length,
  });
}

/** How long after its end the file was closed; null where either is not measured. */
function closedAfter(recording: Recording): number | null {
  const { kind, doubtful, chained, startSource, measured, endedMs, modifiedMs } = recording;
  const told = startSource !== null && startSource !== 'file';
  if (kind === 'still' || doubtful || chained || !told || !measured || endedMs === null) return null;
  return modifiedMs - endedMs;
}

/** A recorder that writes the time when it opens a file shows it in lags that are as long as the recordings. */
function isHabit(lags: readonly number[], usual: number, others: Stretch): boolean {
  const alike = lags.filter((lag) => Math.abs(lag - usual) <= habitMs).length;
  const zones = Math.abs(usual - Math.round(usual / zoneMs) * zoneMs);
  const length = middle(others.flatMap(({ durationMs }) => durationMs ?? [])) ?? 0;
  return (
    alike >= habitShare * lags.length && zones <= zoneSlackMs && Math.abs(usual + length) > 2 * zoneSlackMs
  );
}
