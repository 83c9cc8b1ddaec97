import fc from 'fast-check';
import t from 'tap';
import {
  byteText,
  byteTextOf,
  foldCase,
  folderOf,
  lastPart,
  stemAndExtension,
  utf8OrNull,
} from '../../src/dock/card-name.ts';

t.test('two different names never compare as equal', async (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 255 }), fc.uint8Array({ maxLength: 255 }), (a, b) => {
      return (byteText(a) === byteText(b)) === (Buffer.compare(a, b) === 0);
    }),
  );
  t.pass('held');
});

t.test('case is folded in ASCII only, so that UTF-8 characters stay whole', async (t) => {
  t.equal(foldCase(byteTextOf('ÀB张')), byteTextOf('Àb张'));
});

t.test('a path falls into folder, stem and extension', async (t) => {
  const path = 'DCIM/100/a.b.MP4';
  t.strictSame(
    [folderOf(path), lastPart(path), stemAndExtension(lastPart(path))],
    ['DCIM/100/', 'a.b.MP4', { stem: 'a.b', extension: 'mp4' }],
  );
  t.strictSame(
    [folderOf('x'), lastPart('x'), stemAndExtension('x')],
    ['', 'x', { stem: 'x', extension: '' }],
  );
});

t.test('bytes that are not UTF-8 are no text, and a BOM is not lost', async (t) => {
  t.equal(utf8OrNull(Buffer.from([0xff])), null);
  t.equal(utf8OrNull(Buffer.from('\ufeff张')), '\ufeff张');
});
