import fc from 'fast-check';
import t from 'tap';
import { afterFailure, type Failures, isOver, lockedSeconds } from '../../../src/access/signing/lock-out.ts';

const limit = { most: 5, withinMinutes: 1_440, lockMinutes: 15 };
const start = Temporal.Instant.from('2026-09-02T10:00:00Z');

t.test('the fifth failure locks for fifteen minutes, to the second', async (t) => {
  let failures: Failures | null = null;
  for (let count = 1; count < 5; count += 1) {
    failures = afterFailure(failures, limit, start);
    t.equal(lockedSeconds(failures, start), 0, `after ${count}`);
  }
  failures = afterFailure(failures, limit, start);
  t.equal(lockedSeconds(failures, start), 900);
  t.equal(lockedSeconds(failures, start.add({ minutes: 14, seconds: 59 })), 1);
  t.equal(lockedSeconds(failures, start.add({ minutes: 15 })), 0);
  t.ok(isOver(failures, limit, start.add({ minutes: 15 })));
  const again = afterFailure(failures, limit, start.add({ minutes: 15 }));
  t.match(again, { failures: 1, until: null }, 'a new count begins');
});

t.test(
  'whatever the pauses, nobody gets more than five tries out of any one lock and the time before it',
  async () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 3_000_000 }), { maxLength: 60 });
    fc.assert(
      fc.property(pauses, (seconds) => {
        let now = start;
        let failures: Failures | null = null;
        let since: Temporal.Instant[] = [];
        for (const pause of seconds) {
          now = now.add({ seconds: pause });
          if (lockedSeconds(failures, now) > 0) continue;
          // A model that remembers every failure since the last lock and forgets a count that is a day old.
          const [first] = since;
          if (first !== undefined && Temporal.Instant.compare(first.add({ minutes: 1_440 }), now) <= 0)
            since = [];
          since.push(now);
          failures = afterFailure(failures, limit, now);
          const locked = lockedSeconds(failures, now) > 0;
          if (locked !== (since.length === 5)) return false;
          if (locked) since = [];
        }
        return true;
      }),
    );
  },
);
