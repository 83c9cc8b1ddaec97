import t from 'tap';
import { CardControl, GivenUp } from '../../src/intake/control.ts';
import type { IntakeRoom } from '../../src/intake/room.ts';
import { SpaceGuard } from '../../src/intake/space.ts';

/** As much of a room as the guard looks at. */
function roomWith(free: { bytes: number }): { room: IntakeRoom; alarms: string[] } {
  const alarms: string[] = [];
  const room = {
    vault: { id: 'vault', space: async () => ({ freeBytes: free.bytes, totalBytes: 1_000 }) },
    settings: { reserveBytes: 100, retryFullMs: 5 },
    alarms: {
      raise: async (code: string) => {
        alarms.push(code);
      },
    },
  };
  // The guard asks for nothing else.
  return { room: room as unknown as IntakeRoom, alarms };
}

t.test('what is promised to one copy is not promised to the next, and the reserve to nobody', async (t) => {
  const { room } = roomWith({ bytes: 500 });
  const guard = new SpaceGuard();
  const first = await guard.take(room, 300);
  t.ok('give' in first);
  t.same(await guard.take(room, 101), { free: 500 });
  t.ok('give' in (await guard.take(room, 100)));
  if ('give' in first) first.give();
  if ('give' in first) first.give();
  t.ok('give' in (await guard.take(room, 300)), 'given back once');
  t.notOk('give' in (await guard.take(room, 1)));
});

t.test('what is written already is not counted twice', async (t) => {
  const free = { bytes: 500 };
  const { room } = roomWith(free);
  const guard = new SpaceGuard();
  const first = await guard.take(room, 400);
  free.bytes = 200;
  t.notOk('give' in (await guard.take(room, 0)));
  if ('give' in first) first.left(100);
  t.ok('give' in (await guard.take(room, 0)));
  if ('give' in first) first.left(350);
  t.ok('give' in (await guard.take(room, 0)), 'a promise never grows again');
});

t.test('a single run gives up at once, a daemon waits for room or for the end of its card', async (t) => {
  const free = { bytes: 50 };
  const { room, alarms } = roomWith(free);
  const guard = new SpaceGuard();
  t.equal(await guard.await(room, 10, new CardControl(), false), null);
  t.same(alarms, ['vault_full']);
  const waiting = guard.await(room, 10, new CardControl(), true);
  free.bytes = 500;
  t.ok(await waiting);
  free.bytes = 0;
  const control = new CardControl();
  const without = guard.await(room, 10, control, true);
  control.giveUp('card_detached');
  await t.rejects(without, new GivenUp('card_detached'));
});
