import { appendFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { systemClock } from '../../src/clock.ts';
import { CardControl, GivenUp } from '../../src/intake/control.ts';
import { fresh, type Settling, settled } from '../../src/intake/settle.ts';
import { StallGuard } from '../../src/intake/stall-guard.ts';

function settling(t: Test, root: string, settleMs: number): Settling {
  const stall = new StallGuard(
    systemClock,
    60_000,
    () => false,
    () => undefined,
  );
  t.teardown(() => stall.end());
  return { root, readOnly: null, settleMs, clock: systemClock, control: new CardControl(), stall };
}

const at = (ms: number) => ({ bytes: 1, modifiedNs: String(BigInt(Math.round(ms)) * 1_000_000n) });

t.test('only what was written within the settling time, by this station’s clock, is fresh', (t) => {
  const looked = {
    ...settling(t, '/', 2_000),
    clock: { ...systemClock, now: () => Temporal.Instant.fromEpochMilliseconds(10_000) },
  };
  t.equal(fresh(at(10_000), looked), true);
  t.equal(fresh(at(8_001), looked), true);
  t.equal(fresh(at(8_000), looked), false);
  t.equal(fresh(at(10_001), looked), false, 'a recorder’s clock may be ahead for years');
  t.equal(fresh(at(9_999), { ...looked, readOnly: true }), false, 'a read-only mount cannot change');
  t.end();
});

t.test('a file that stands still is taken as it stands', async (t) => {
  const root = t.testdir({ a: 'still' });
  const facts = await settled(Buffer.from('a'), settling(t, root, 20), 3);
  t.equal(facts?.bytes, 5);
});

t.test('a file that keeps growing never settles; one that is done does', async (t) => {
  const root = t.testdir({ a: '' });
  const path = join(root, 'a');
  let pens = 0;
  const pen = setInterval(() => {
    pens += 1;
    appendFile(path, 'x').catch(() => undefined);
  }, 5);
  t.equal(await settled(Buffer.from('a'), settling(t, root, 100), 3), null);
  clearInterval(pen);
  t.ok(pens > 3);
  await writeFile(path, 'final');
  t.equal((await settled(Buffer.from('a'), settling(t, root, 20), 10))?.bytes, 5);
});

t.test('the same size under another time is a change', async (t) => {
  const root = t.testdir({ a: 'same' });
  let n = 0;
  const pen = setInterval(() => {
    utimes(join(root, 'a'), 1, ++n).catch(() => undefined);
  }, 5);
  t.equal(await settled(Buffer.from('a'), settling(t, root, 100), 2), null);
  clearInterval(pen);
});

t.test(
  'a file that goes is told as the system tells it, a card that is given up ends the wait',
  async (t) => {
    const root = t.testdir({ a: 'x' });
    await t.rejects(settled(Buffer.from('b'), settling(t, root, 20), 3), { code: 'ENOENT' });
    const looked = settling(t, root, 600_000);
    const waiting = settled(Buffer.from('a'), looked, 3);
    looked.control.giveUp('card_detached');
    await t.rejects(waiting, new GivenUp('card_detached'));
  },
);
