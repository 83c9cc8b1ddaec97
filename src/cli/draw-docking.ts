import type { DockingSnapshot } from '../intake/progress.ts';
import type { Language } from '../texts/text.ts';

/** One docking as lines of a terminal. */
export function drawDocking(snapshot: DockingSnapshot, _language: Language, width: number): string {
  const { bytes, files, phase, port } = snapshot;
  const share = bytes.total === 0 ? 0 : bytes.done / bytes.total;
  const cells = Math.max(10, width - 60);
  const bar = '█'.repeat(Math.round(share * cells)).padEnd(cells, '░');
  return `${port} ${bar} ${files.done}/${files.total} ${phase}`;
}
