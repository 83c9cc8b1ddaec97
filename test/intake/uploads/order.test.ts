import fc from 'fast-check';
import t from 'tap';
import { inOrder, type Waiting } from '../../../src/intake/uploads/order.ts';

const now = Temporal.Instant.from('2026-09-02T10:00:00Z');

function waiting(recording: string, change: Partial<Waiting> = {}): Waiting {
  return {
    ...{ recording, kind: 'recording', evidence: 'ST01-2026-0000001', bytes: 1, important: false, due: null },
    secured: now,
    ...change,
  };
}

function order(...list: readonly Waiting[]): string {
  return inOrder(list, now)
    .map(({ recording }) => recording)
    .join(' ');
}

t.test('important and nearly due ones go first, by their limit; the others by age', async (t) => {
  const hours = (count: number) => now.add({ minutes: count * 60 });
  t.equal(
    order(
      waiting('young'),
      waiting('old', { secured: hours(-9) }),
      waiting('due-tomorrow', { due: hours(24), secured: hours(-1) }),
      waiting('due-in-3', { due: hours(3) }),
      waiting('due-in-1', { due: hours(1) }),
      waiting('important', { important: true }),
      waiting('important-due-in-2', { important: true, due: hours(2) }),
    ),
    'due-in-1 important-due-in-2 due-in-3 important old due-tomorrow young',
  );
});

t.test('what is past its limit does not go before what can still be in time', async (t) => {
  const [late, soon] = [now.subtract({ minutes: 1 }), now.add({ minutes: 1 })];
  t.equal(order(waiting('late', { due: late }), waiting('soon', { due: soon })), 'soon late');
  t.equal(
    order(waiting('late', { due: late, important: true }), waiting('soon', { due: soon, important: true })),
    'soon late',
  );
});

t.test('nothing that waits is left out, and the order depends on nothing else', async () => {
  const one = fc.record({
    important: fc.boolean(),
    due: fc.option(fc.integer({ min: -600, max: 600 })),
    secured: fc.integer({ min: -600, max: 0 }),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (list, random) => {
      const items = list.map(({ important, due, secured }, i) =>
        waiting(`r${i}`, {
          important,
          due: due === null ? null : now.add({ minutes: due }),
          secured: now.add({ minutes: secured }),
        }),
      );
      const shuffled = items
        .map((item) => [random.next().value, item] as const)
        .sort(([a], [b]) => a - b)
        .map(([, item]) => item);
      return order(...items) === order(...shuffled) && inOrder(items, now).length === items.length;
    }),
  );
});
