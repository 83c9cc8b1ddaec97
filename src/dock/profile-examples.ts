import type { NamedFacts } from '../custody/entry-kinds.ts';
import { namedFacts } from './file-name.ts';
import type { DeviceProfile } from './profile.ts';

export interface ExampleResult {
  readonly path: string;
  readonly expected: NamedFacts | null;
  readonly found: NamedFacts | null;
}

/** Each example of a profile with what it promises and what the parser makes of it. */
export function tryExamples(profile: DeviceProfile): readonly ExampleResult[] {
  return profile.examples.map(({ path, facts }) => ({
    path,
    expected:
      facts === undefined
        ? null
        : {
            device: facts.device ?? null,
            officer: facts.officer ?? null,
            start: facts.start ?? null,
            segment: facts.segment ?? null,
            important: facts.important ?? false,
          },
    found: namedFacts(path, profile),
  }));
}
