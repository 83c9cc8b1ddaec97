import type { NamedFacts } from '../../src/custody/entry-kinds.ts';
import type { CardRecording } from '../../src/dock/recordings.ts';

const nothingNamed: NamedFacts = {
  device: null,
  officer: null,
  start: null,
  segment: null,
  important: false,
};

/** A listed recording with nothing but what a test says. */
export function cardRecording(
  path: string,
  facts: { modified?: string; bytes?: number; named?: Partial<NamedFacts> } = {},
): CardRecording {
  const { modified = '2026-09-02T10:00:00Z', bytes = 1, named } = facts;
  return {
    file: { path: Buffer.from(path), kind: 'file', bytes, modified: Temporal.Instant.from(modified) },
    sidecars: [],
    named: named === undefined ? null : { ...nothingNamed, ...named },
  };
}
