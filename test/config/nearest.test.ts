import fc from 'fast-check';
import t from 'tap';
import { editDistance, nearestWord } from '../../src/config/nearest.ts';

const known = ['scanMilliseconds', 'rejoinSeconds', 'folders', 'sm3', 'level'];

t.test('a misspelt word finds the one that was meant', async (t) => {
  t.equal(nearestWord('folder', known), 'folders');
  t.equal(nearestWord('rejoin_seconds', known), 'rejoinSeconds');
  t.equal(nearestWord('lveel', known), 'level');
  t.equal(nearestWord('SM3', known), 'sm3');
  t.equal(nearestWord('scanMiliSeconds', known), 'scanMilliseconds');
});

t.test('a word that is near to none finds none', async (t) => {
  t.equal(nearestWord('colour', known), null);
  t.equal(nearestWord('', known), null);
});

t.test(
  'the distance is a distance: 0 only for equals, the same both ways, at most the longer word',
  async (t) => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const distance = editDistance(a, b);
        return (
          (distance === 0) === (a === b) &&
          distance === editDistance(b, a) &&
          distance <= Math.max(a.length, b.length) &&
          distance >= Math.abs(a.length - b.length)
        );
      }),
    );
    t.equal(editDistance('ab', 'ba'), 1);
    t.equal(editDistance('kitten', 'sitting'), 3);
  },
);
