import fc from 'fast-check';
import t from 'tap';
import { isFactoryDefault, namedFacts } from '../../src/dock/file-name.ts';
import { profileOf, profiles } from './card-fixtures.ts';

const generic = profileOf('generic-ga-t-947');

t.test('zeros in the device or officer field are nobody', async (t) => {
  const facts = namedFacts('DSJ_0000000_123456_20250221030623.MP4', generic);
  t.strictSame(facts, {
    device: null,
    officer: '123456',
    start: '2025-02-21T03:06:23',
    segment: null,
    important: false,
  });
  t.equal(namedFacts('DSJ_1234567_000000_20250221030623.MP4', generic)?.officer, null);
});

t.test('a date that no calendar has is no start', async (t) => {
  const stamps = ['20261302180118', '20260230180118', '20260902240118', '20260902186018', '20260902180160'];
  for (const stamp of [...stamps, '00000000000000', '20260900180118']) {
    const facts = namedFacts(`A11_2222222_222222_${stamp}_0001.mp4`, generic);
    t.equal(facts?.start, null, stamp);
    t.equal(facts?.device, '2222222', 'the rest of the name still counts');
  }
  t.equal(namedFacts('A_2222222_222222_20240229235959.mp4', generic)?.start, '2024-02-29T23:59:59');
});

t.test('the important mark is read in either case, and only where it stands', async (t) => {
  t.equal(namedFacts('a11_2222222_222222_20260902180118_imp.MP4', generic)?.important, true);
  t.equal(namedFacts('IMP_2222222_222222_20260902180118.mp4', generic)?.important, false);
});

t.test('a folder of important recordings marks them where the profile says so', async (t) => {
  const profile = { ...generic, importantFolders: ['DCIM/重要'] };
  t.strictSame(namedFacts('dcim/重要/x.mp4', profile), {
    device: null,
    officer: null,
    start: null,
    segment: null,
    important: true,
  });
  t.equal(namedFacts('DCIM/x.mp4', profile), null);
});

t.test('names that nearly fit say nothing', async (t) => {
  const near = [
    'A11_2222222_222222_2026090218011.mp4',
    'A11_22222222_222222_20260902180118.mp4',
    'A11_2222222_222222_20260902180118_0001_XXX.mp4',
    '\u202eA11_2222222_222222_20260902180118.mp4',
    `A11_2222222_222222_20260902180118${'0'.repeat(210)}.mp4`,
    '..',
    '',
    '.mp4',
  ];
  for (const name of near) t.equal(namedFacts(name, generic), null, name);
  t.equal(namedFacts('A11_2222222_222222_20260902180118\n.mp4', generic), null);
});

t.test('bytes that are not UTF-8 are no text and do no harm', async (t) => {
  const name = Buffer.concat([
    Buffer.from('A11_2222222_222222_20260902180118'),
    Buffer.from([0xff, 0xfe]),
    Buffer.from('.mp4'),
  ]);
  t.equal(namedFacts(name, generic), null);
  const loose = { ...generic, names: ['(?<device>.{1,9})_(?<stamp>[0-9]{14})'] };
  const bad = Buffer.concat([Buffer.from([0xff]), Buffer.from('_20260902180118.mp4')]);
  t.strictSame(namedFacts(bad, loose)?.device, null);
  t.equal(namedFacts('张三_20260902180118.mp4', loose)?.device, '张三');
});

const nameLike = fc
  .tuple(
    fc.constantFrom('A11', 'DSJ', 'NOR', 'DCAM', ''),
    fc.stringMatching(/^[0-9A-Z]{5,8}$/),
    fc.stringMatching(/^[0-9]{5,7}$/),
    fc.stringMatching(/^[0-9]{8}_?[0-9]{6}$/),
    fc.constantFrom('', '_0001', '_IMP', '_0001_IMP', '_1'),
  )
  .map(([prefix, device, officer, stamp, tail]) =>
    Buffer.from(`${prefix}_${device}_${officer}_${stamp}${tail}.mp4`),
  );
const anyName = fc.oneof(
  nameLike,
  fc.uint8Array({ maxLength: 255 }).map((bytes) => Buffer.from(bytes)),
);

t.test('whatever the bytes of a name, the parser neither throws nor invents', async (t) => {
  fc.assert(
    fc.property(anyName, fc.constantFrom(...profiles), (name, profile) => {
      const facts = namedFacts(name, profile);
      if (facts === null) return true;
      const digits = name.toString().replaceAll('_', '');
      const start = facts.start?.replace(/[-T:]/g, '') ?? '';
      const literal = [facts.device ?? '', facts.officer ?? ''].every((part) =>
        name.toString().includes(part),
      );
      return literal && digits.includes(start) && !isFactoryDefault(facts.device ?? '-');
    }),
    { numRuns: 3000 },
  );
  t.pass('3,000 names');
});

t.test('zero fields are never an identity, however the rest reads', async (t) => {
  fc.assert(
    fc.property(fc.constantFrom('A11', 'DSJ'), fc.stringMatching(/^\d{14}$/), (prefix, stamp) => {
      const facts = namedFacts(`${prefix}_0000000_000000_${stamp}.mp4`, generic);
      return facts !== null && facts.device === null && facts.officer === null;
    }),
  );
  t.pass('held');
});
