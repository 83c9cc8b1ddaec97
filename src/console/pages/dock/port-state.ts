import type { DockedRecorder, DockPort } from './use-dock.ts';

/** What a hand at the port must know, before anything else. */
export type PortVerdict = 'free' | 'safe' | 'hold' | 'keep' | 'dock_again' | 'refused';

/** Pure. */
export function verdictOf({ docked, last }: DockPort): PortVerdict {
  if (docked === null) return last?.early === true ? 'dock_again' : 'free';
  if (docked.safeToTake) return 'safe';
  switch (docked.phase) {
    case 'refused':
      return 'refused';
    case 'given_up':
      return 'dock_again';
    case 'complete':
      return 'keep';
    case 'ended':
      return docked.failed + docked.deferred > 0 ? 'keep' : 'free';
    default:
      return 'hold';
  }
}

/** The phase by the name of its word; what came in but for some files has a word of its own. Pure. */
export function phaseOf({ phase, failed, deferred }: DockedRecorder): string {
  return phase === 'complete' && failed + deferred > 0 ? 'partial' : phase;
}

/** Whole percent of the bytes, of the files where there are no bytes. Pure. */
export function percentOf({ bytes, files, phase, erasing }: DockedRecorder): number | null {
  if (phase === 'looking' || phase === 'refused' || phase === 'given_up') return null;
  if (phase === 'complete') return null;
  const { done, total } = erasing ?? (bytes.total > 0 ? bytes : files);
  return total === 0 ? 100 : Math.min(100, Math.floor((100 * done) / total));
}

const urgent: readonly PortVerdict[] = ['dock_again', 'keep', 'refused'];
const urgentVerdicts: readonly string[] = ['overdue', 'late', 'due_soon'];

/** The port that wants somebody's hand before the others; null: none does more than another. Pure. */
export function firstOf(ports: readonly DockPort[]): DockPort | null {
  const [first] = ports
    .map((port) => ({ port, rank: rankOf(port) }))
    .filter(({ rank }) => Number.isFinite(rank))
    .sort((a, b) => a.rank - b.rank);
  return first?.port ?? null;
}

function rankOf(port: DockPort): number {
  const trouble = urgent.indexOf(verdictOf(port));
  if (trouble !== -1) return trouble;
  const late = urgentVerdicts.indexOf(port.docked?.verdict ?? '');
  return late === -1 ? Number.POSITIVE_INFINITY : urgent.length + late;
}

/** Ports in a row: as the dock is built, else as they suit a wide screen. Pure. */
export function columnsFor(ports: number, given: number | null): number {
  if (given !== null) return Math.max(1, Math.min(given, Math.max(1, ports)));
  if (ports <= 4) return Math.max(1, ports);
  if (ports <= 8) return 4;
  return ports <= 20 ? 5 : 6;
}
