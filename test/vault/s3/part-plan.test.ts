import fc from 'fast-check';
import t from 'tap';
import { partsOf } from '../../../src/vault/s3/part-plan.ts';

const mebibyte = 1_048_576;

t.test(
  'the parts of a file are the file: in order, without a gap, as many as S3 takes, none too small',
  async (t) => {
    const sizes = fc.tuple(fc.integer({ min: 0, max: 5 * 1024 ** 4 }), fc.integer({ min: 5, max: 512 }));
    const holds = fc.property(sizes, ([bytes, usual]) => {
      const parts = partsOf(bytes, usual * mebibyte);
      const inOrder = parts.every(
        (part, i) =>
          part.number === i + 1 && part.at === parts.slice(i - 1, i).reduce((_, p) => p.at + p.bytes, 0),
      );
      const sum = parts.reduce((all, part) => all + part.bytes, 0);
      const large = parts.slice(0, -1).every((part) => part.bytes >= 5 * mebibyte);
      return inOrder && sum === bytes && parts.length <= 10_000 && large;
    });
    t.doesNotThrow(() => fc.assert(holds, { numRuns: 60 }));
  },
);
