import { setImmediate as turn } from 'node:timers/promises';
import t from 'tap';
import type { Waiting } from '../../../src/intake/uploads/order.ts';
import { type Uploaded, UploadQueue } from '../../../src/intake/uploads/upload-queue.ts';

const at = Temporal.Instant.from('2026-09-02T10:00:00Z');

/** A queue over a list that a test changes, with a clock that it sets; what an upload becomes is the test's to say. */
function queueOf(count: number, atOnce = 2) {
  const clock = { ms: 0, now: () => at, monotonicMs: () => clock.ms };
  const items: Waiting[] = Array.from({ length: count }, (_, i) => ({
    ...{ recording: `r${i}`, kind: 'recording', evidence: `e${i}`, bytes: 10, important: false, due: null },
    secured: at.add({ seconds: i }),
  }));
  const tried: string[] = [];
  const opened: string[] = [];
  const fatal: unknown[] = [];
  let under = 0;
  let most = 0;
  const becomes = { next: (_: Waiting): Uploaded | Error => 'stored' };
  const queue = new UploadQueue({
    ...{ clock, atOnce, random: () => 1, fatal: (error: unknown) => fatal.push(error) },
    recovered: async () => undefined,
    backoff: { firstMs: 1_000, longestMs: 8_000 },
    waiting: () => [...items],
    total: () => ({ waiting: items.length, waitingBytes: items.length * 10 }),
    async upload(one) {
      tried.push(one.recording);
      most = Math.max(most, ++under);
      await turn();
      under -= 1;
      const became = becomes.next(one);
      if (became instanceof Error) throw became;
      if (became === 'stored')
        items.splice(
          items.findIndex((item) => item.recording === one.recording),
          1,
        );
      return became;
    },
    opened: async (found) => {
      opened.push(found);
    },
  });
  return { queue, clock, items, tried, opened, fatal, becomes, most: () => most };
}

const down = { failed: 'store', found: 'no answer' } as const;

t.test('everything goes up, so many at once and no more', async (t) => {
  const { queue, tried, items, most } = queueOf(7, 3);
  await queue.drain();
  t.equal(tried.length, 7);
  t.equal(items.length, 0);
  t.equal(most(), 3);
  t.match(queue.state(), { waiting: 0, underWay: [], pausedSeconds: null, lastFailure: null });
});

t.test(
  'a store that fails is left alone, asked once after a pause that grows, and then everything goes on',
  async (t) => {
    const { queue, clock, tried, opened, becomes, items } = queueOf(20, 2);
    becomes.next = () => down;
    await queue.drain();
    const first = tried.length;
    t.ok(first >= 5 && first <= 6, `${first} tries until it was left alone`);
    t.same(opened, ['no answer'], 'which is told once');
    t.match(queue.state(), { waiting: 20, lastFailure: 'no answer' });
    t.ok((queue.state().pausedSeconds ?? 0) >= 1);
    await queue.drain();
    t.equal(tried.length, first, 'not before its time');

    clock.ms += 60_000;
    await queue.drain();
    t.equal(tried.length, first + 1, 'then with one alone');
    t.equal(queue.state().pausedSeconds, 4, 'and longer after each failure');

    clock.ms += 60_000;
    becomes.next = () => 'stored';
    await queue.drain();
    t.equal(items.length, 0);
    t.equal(queue.state().pausedSeconds, null);
  },
);

t.test('one that fails for itself holds up no other, and is tried again after its pause', async (t) => {
  const { queue, clock, tried, becomes, items, opened } = queueOf(9, 1);
  becomes.next = ({ recording }) =>
    recording === 'r0' ? { failed: 'item', found: 'other bytes' } : 'stored';
  await queue.drain();
  t.same(
    items.map(({ recording }) => recording),
    ['r0'],
  );
  t.equal(tried.filter((one) => one === 'r0').length, 1);
  t.same(opened, []);
  clock.ms += 1_500;
  becomes.next = () => 'stored';
  await queue.drain();
  t.equal(items.length, 0);
});

t.test('what comes in while others go up is taken too', async (t) => {
  const { queue, items, becomes } = queueOf(1);
  let more = 3;
  becomes.next = (one) => {
    if (more-- > 0) {
      items.push({ ...one, recording: `more${more}` });
      queue.wake();
    }
    return 'stored';
  };
  await queue.drain();
  t.equal(items.length, 0);
});

t.test('what must stop all intake is passed on', async (t) => {
  const { queue, becomes, fatal } = queueOf(1);
  becomes.next = () => new Error('the ledger cannot be written');
  queue.start();
  while (fatal.length === 0) await turn();
  await queue.stop();
  t.match(fatal[0], { message: 'the ledger cannot be written' });
});
