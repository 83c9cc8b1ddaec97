import t from 'tap';
import { SpentMemory } from '../../../src/vault/s3/spent-memory.ts';

t.test('memory of what was read and is done with does not pile up', async (t) => {
  const spent = new SpentMemory();
  const piece = 65_536;
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  for (let n = 0; n < 4_000; n++) {
    Buffer.allocUnsafeSlow(piece).fill(n);
    spent.add(piece);
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  t.ok(most < 24 * 1_048_576, `${most} bytes at most, of ${4_000 * piece}`);
});
