import t from 'tap';
import { Pacer } from '../../src/vault/pacer.ts';

function pacer(busy: () => boolean, bytesPerSecond: number) {
  const closing = new AbortController();
  const clock = { monotonicMs: () => 0 };
  return { closing, pace: new Pacer({ clock, bytesPerSecond, busy, signal: closing.signal }).pace };
}

t.test('while cards are read nothing goes through, and then it does', async (t) => {
  let asked = 0;
  const { pace } = pacer(() => ++asked < 3, 1e12);
  await pace(1);
  t.equal(asked, 3, 'it asked until the cards were done');
});

t.test('a read ends when the station closes, in the middle of a long wait too', async (t) => {
  const { pace, closing } = pacer(() => false, 1);
  const waiting = pace(1_000_000);
  closing.abort();
  await t.rejects(waiting, { message: 'the read was ended' });
  await t.rejects(pace(0), { message: 'the read was ended' });
});
