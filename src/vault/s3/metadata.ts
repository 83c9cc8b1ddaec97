import type { OriginalAbout, OriginalFacts } from '../contract.ts';
import type { Head } from './head.ts';

/** What stands with the object, so that the bucket explains itself without the station. Headers carry ASCII alone. */
export function metadataOf(facts: OriginalFacts, about: OriginalAbout | null): Record<string, string> {
  const all = { sha256: facts.sha256, blake3: facts.blake3, bytes: String(facts.bytes), ...about };
  const pairs = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : [[`docket-${name}`, encodeURIComponent(value)]],
  );
  return Object.fromEntries(pairs);
}

/** Whether the store has kept what was written with the object. */
export function metadataFits({ metadata }: Head, facts: OriginalFacts): boolean {
  return metadata['docket-sha256'] === facts.sha256 && metadata['docket-blake3'] === facts.blake3;
}

/** What stands with an object of whose it is. Whoever may write to the bucket may have written it: nothing is built on it. */
export function aboutIn({ metadata }: Head): OriginalAbout | null {
  const said = (name: string): string | null => {
    const value = metadata[`docket-${name}`];
    return value === undefined ? null : decoded(value);
  };
  const station = said('station');
  return station === null ? null : { station, evidence: said('evidence'), recorder: said('recorder') };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
