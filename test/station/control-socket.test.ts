import { join } from 'node:path';
import t from 'tap';
import { giveOrder, serveOrders } from '../../src/station/control-socket.ts';

const request = {
  order: { order: 'status', args: {} },
  actor: { kind: 'person', id: 'os:tester' },
  language: 'en',
} as const;

t.test('where no daemon runs the order is left to whoever gives it', async (t) => {
  t.equal(await giveOrder(join(t.testdir(), 'docket.sock'), request, () => undefined), null);
});

t.test('in a data folder whose path is too long for a socket no daemon runs', async (t) => {
  const path = join(t.testdir(), 'x'.repeat(200), 'docket.sock');
  await t.rejects(
    serveOrders(path, async () => null),
    { code: 'station.folder_unwritable' },
  );
  t.equal(await giveOrder(path, request, () => undefined), null);
});
