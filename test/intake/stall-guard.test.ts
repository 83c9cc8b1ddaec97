import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { StallGuard } from '../../src/intake/stall-guard.ts';
import { until } from '../support/until.ts';

/** A guard under a clock of the test's own; its looks come by the real one. */
function guarded(paused = false) {
  let now = 0;
  let stalls = 0;
  const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(0), monotonicMs: () => now };
  const state = { paused };
  const guard = new StallGuard(
    clock,
    200,
    () => state.paused,
    () => {
      stalls += 1;
    },
  );
  const pass = (ms: number): void => {
    now += ms;
  };
  return { guard, pass, state, stalls: () => stalls };
}

/** Long enough for a look: they come every 50 ms. */
const aLook = () => wait(160);

t.test('a card that was asked and keeps silent is called out, once', async (t) => {
  const { guard, pass, stalls } = guarded();
  guard.reading();
  pass(199);
  await aLook();
  t.equal(stalls(), 0);
  pass(1);
  await until('it is called out', () => stalls() === 1);
  pass(10_000);
  await aLook();
  t.equal(stalls(), 1);
});

t.test('nothing asked, a pause, and a sign of life are no stall', async (t) => {
  const { guard, pass, state, stalls } = guarded();
  pass(10_000);
  await aLook();
  const answered = guard.reading();
  state.paused = true;
  pass(10_000);
  await aLook();
  state.paused = false;
  pass(150);
  guard.sign();
  pass(150);
  await aLook();
  answered();
  answered();
  pass(10_000);
  await aLook();
  t.equal(stalls(), 0);
  const other = guard.reading();
  const held = guard.during(new Promise(() => undefined));
  other();
  pass(300);
  await until('one question open is enough', () => stalls() === 1);
  t.type(held, Promise);
  guard.end();
});
