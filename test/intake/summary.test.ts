import fc from 'fast-check';
import t from 'tap';
import { outcomeOf, type RecordingState } from '../../src/intake/outcome.ts';
import { summarise } from '../../src/intake/summary.ts';

const states: readonly RecordingState[] = [
  'stored',
  'secured',
  'alreadyStored',
  'failed',
  'deferred',
  'ignored',
];

t.test('every outcome is counted exactly once, and bytes only of what came in', (t) => {
  const outcome = fc.record({ state: fc.constantFrom(...states), bytes: fc.nat(1000) });
  fc.assert(
    fc.property(fc.array(outcome), (made) => {
      const sum = summarise(made.map(({ state, bytes }) => outcomeOf(Buffer.from('x'), bytes, state)));
      for (const state of states) t.equal(sum[state], made.filter((one) => one.state === state).length);
      const came = made.filter(({ state }) => state === 'stored' || state === 'secured');
      t.equal(
        sum.bytes,
        came.reduce((total, one) => total + one.bytes, 0),
      );
    }),
    { numRuns: 30 },
  );
  t.end();
});
