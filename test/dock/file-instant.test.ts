import t from 'tap';
import { fileInstant } from '../../src/dock/file-instant.ts';

t.test('a time that no calendar reaches becomes the farthest one, every other stays', (t) => {
  t.equal(fileInstant(1_756_807_278_123_456_789n).epochNanoseconds, 1_756_807_278_123_456_789n);
  t.equal(fileInstant(-1n).epochNanoseconds, -1n);
  t.equal(fileInstant(9_223_372_036_854_775_807n * 1_000_000_000n).toString(), '+275760-09-13T00:00:00Z');
  t.equal(fileInstant(-(2n ** 80n)).toString(), '-271821-04-20T00:00:00Z');
  t.end();
});
