import t from 'tap';
import { CopyWindow } from '../../src/intake/window.ts';

const mebibyte = 1_048_576;

/** Whether a promise is settled once everything that could run has run. */
async function settled(promise: Promise<unknown>): Promise<boolean> {
  let is = false;
  promise.then(
    () => {
      is = true;
    },
    () => undefined,
  );
  for (let i = 0; i < 20; i++) await Promise.resolve();
  return is;
}

t.test('one large recording is read at a time; the next one begins when its card is free', async (t) => {
  const window = new CopyWindow();
  const first = await window.enter(100 * mebibyte);
  const second = window.enter(100 * mebibyte);
  t.equal(await settled(second), false);
  first.cardFree();
  t.equal(await settled(second), true, 'while the first is still being stored');
});

t.test('small recordings are read side by side, up to eight of them and eight MiB', async (t) => {
  const many = new CopyWindow();
  for (let i = 0; i < 8; i++) await many.enter(1000);
  t.equal(await settled(many.enter(1000)), false, 'a ninth waits');
  const large = new CopyWindow();
  await large.enter(5 * mebibyte);
  await large.enter(3 * mebibyte);
  t.equal(await settled(large.enter(1)), false, 'a byte more waits');
});

t.test('not more than 32 are read and not stored', async (t) => {
  const window = new CopyWindow();
  const places = [];
  for (let i = 0; i < 32; i++) {
    const place = await window.enter(1000);
    place.cardFree();
    places.push(place);
  }
  const next = window.enter(1000);
  t.equal(await settled(next), false);
  places[7]?.leave();
  t.equal(await settled(next), true);
});

t.test('a card freed twice, or left without being freed, makes no room that is not there', async (t) => {
  const window = new CopyWindow();
  const one = await window.enter(100 * mebibyte);
  one.cardFree();
  one.cardFree();
  one.leave();
  const two = await window.enter(100 * mebibyte);
  t.equal(await settled(window.enter(100 * mebibyte)), false);
  two.leave();
});
