import type { DockingSummary } from '../custody/entry-kinds.ts';
import type { RecordingOutcome } from './outcome.ts';

/** Counts each state. Every outcome has exactly one. */
export function summarise(outcomes: readonly RecordingOutcome[]): DockingSummary {
  const count = { stored: 0, secured: 0, alreadyStored: 0, failed: 0, deferred: 0, ignored: 0 };
  let bytes = 0;
  for (const outcome of outcomes) {
    count[outcome.state] += 1;
    if (outcome.state === 'stored' || outcome.state === 'secured') bytes += outcome.bytes;
  }
  return { ...count, bytes };
}
