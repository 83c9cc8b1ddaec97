import { canonical, parseCanonical } from '../../../src/custody/canonical.ts';
import { CustodyError } from '../../../src/custody/error.ts';
import { parseLeaf } from '../../../src/custody/parse-leaf.ts';
import { answered, type FuzzTarget, promised } from '../target.ts';

const leaf = canonical({
  v: 1,
  seq: 7,
  at: '2026-09-02T10:01:18.123456789Z',
  type: 'docking.begun',
  actor: { kind: 'machine', id: 'docket' },
  subject: { kind: 'docking', id: '0198f0c0-0000-7000-8000-000000000000' },
  data: { port: '07', bytes: 1, list: [null, true, '两'] },
  commit: { path: 'ab'.repeat(32) },
});

/** Entries as they lie in the database and in exports. */
export const leaves: FuzzTarget = {
  name: 'leaves',
  sources: ['/src/custody/'],
  seeds: [leaf],
  words: [
    '"__proto__":',
    '{}',
    '[]',
    ',',
    '\\u0000',
    '\\ud800',
    '1e1',
    '-0',
    '9007199254740993',
    '"seq":',
    '"commit":',
    'null',
    ' ',
    '"kind":"person"',
  ],
  run(bytes) {
    const value = answered(() => parseCanonical(bytes), CustodyError);
    promised(
      value === null || Buffer.compare(canonical(value), bytes) === 0,
      'what is canonical is written in one way only',
    );
    answered(() => parseLeaf(bytes), CustodyError);
  },
};
