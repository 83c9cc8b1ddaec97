import t from 'tap';
import { PartBuffers } from '../../../src/vault/s3/part-buffers.ts';

t.test('who finds no memory free waits for it, and what was lost is made up for', async (t) => {
  const buffers = new PartBuffers(8, 2);
  const [one, two] = [await buffers.take(8), await buffers.take(3)];
  t.equal(two.byteLength, 8);
  const waiting = [buffers.take(8), buffers.take(20)];
  buffers.giveBack(one);
  t.equal(await waiting[0], one, 'the same memory again');
  buffers.giveBack(null);
  t.equal((await waiting[1])?.byteLength, 20, 'a larger part has its own');
  buffers.giveBack(new ArrayBuffer(20));
  buffers.giveBack(one);
  t.equal(await buffers.take(8), one, 'larger memory is not kept');
});
