import fc from 'fast-check';
import t from 'tap';
import { GpxReader } from '../../../src/tagging/location/gpx-fixes.ts';

function read(...pieces: readonly string[]): ReturnType<GpxReader['end']> {
  const reader = new GpxReader();
  for (const piece of pieces) if (!reader.write(piece)) break;
  return reader.end();
}

const point = (n: number): string =>
  `<trkpt lat="28.94${n}" lon="118.87${n}"><ele>60</ele><time>2026-09-02T10:01:1${n}Z</time><hdop>1.5</hdop></trkpt>`;
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const gpx = (
  inside: string,
  attributes = 'version="1.1" xmlns="http://www.topografix.com/GPX/1/1"',
): string =>
  `${head}<gpx ${attributes}><metadata><time>2000-01-01T00:00:00Z</time></metadata><trk><name>巡查</name><trkseg>${inside}</trkseg></trk></gpx>`;

t.test('a track is read with times and accuracy, whatever its version and prefix', async (t) => {
  const expected = {
    fixes: [
      { longitude: 118.871, latitude: 28.941, accuracyMeters: 7.5 },
      { longitude: 118.872, latitude: 28.942 },
    ],
    malformed: 0,
    whole: true,
  };
  const { fixes } = read(gpx(point(1) + point(2)));
  t.equal(fixes[1]?.at?.toString(), '2026-09-02T10:01:12Z');
  t.match(read(gpx(point(1) + point(2))), expected, '1.1');
  t.match(
    read(gpx(point(1) + point(2), 'version="1.0" xmlns="http://www.topografix.com/GPX/1/0"')),
    expected,
  );
  t.match(read(gpx(point(1) + point(2), 'version="1.1"')), expected, 'no namespace');
  const prefixed = gpx(point(1) + point(2), 'xmlns:g="http://www.topografix.com/GPX/1/1"').replaceAll(
    /(<\/?)(gpx|trk|trkseg|trkpt|time|hdop|ele|name|metadata)/g,
    '$1g:$2',
  );
  t.match(read(prefixed), expected, 'a prefix');
  const unbound = gpx(point(1).replace('</time>', '</time><ns3:speed>1</ns3:speed>') + point(2));
  t.match(read(unbound), expected, 'a prefix that nobody declares');
});

t.test('what is no measured point is none: routes, waypoints, times of something else', async (t) => {
  const others = '<wpt lat="28.9" lon="118.8"/><rte><rtept lat="28.9" lon="118.8"/></rte>';
  t.match(read(`${head}<gpx>${others}</gpx>`), { fixes: [], malformed: 0, whole: true });
  const nested = `<trkpt lat="28.9" lon="118.8"><extensions><x><time>2026-09-02T10:00:00Z</time></x></extensions></trkpt>`;
  t.match(read(gpx(nested)), { fixes: [{ at: null }] });
  const zoneless = `<trkpt lat="28.9" lon="118.8"><time>2026-09-02T10:00:00</time></trkpt>`;
  t.match(read(gpx(zoneless)), { fixes: [{ at: null }] }, 'a time in nobody knows which zone');
  for (const bad of [
    'lat="28.9"',
    'lat="" lon=""',
    'lat="1e1" lon="118.8"',
    'lat="NaN" lon="118.8"',
    'lat="北" lon="1"',
  ])
    t.match(read(gpx(`<trkpt ${bad}/>${point(1)}`)), { fixes: { length: 1 }, malformed: 1 }, bad);
});

t.test('a file that breaks off keeps what it says up to there', async (t) => {
  const whole = gpx(point(1) + point(2) + point(3));
  const cut = whole.slice(0, whole.indexOf('118.873'));
  t.match(read(cut), { fixes: { length: 2 }, whole: false });
  t.match(read(`${gpx(point(1)).replace('</trkseg>', '</trk>')}`), { fixes: { length: 1 }, whole: false });
  const half = fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (end) => {
    const found = read(whole.slice(0, end));
    return !found.whole || found.fixes.length === 0 || end > whole.lastIndexOf('</gpx');
  });
  t.doesNotThrow(() => fc.assert(half));
});

t.test('entities that a file declares are never put in: neither bombs nor other files', async (t) => {
  const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i};`.repeat(10)}">`).join(
    '',
  );
  const bomb = `<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY lol0 "lol">${lol}]><gpx><trk><name>&lol9;</name><trkseg>${point(1)}</trkseg></trk></gpx>`;
  t.match(read(bomb), { fixes: [], whole: false });
  const outside = `<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]><gpx><trk><trkseg>${point(1)}<trkpt lat="&x;" lon="1"/></trkseg></trk></gpx>`;
  t.match(read(outside), { fixes: { length: 1 }, whole: false });
  const harmless = `<?xml version="1.0"?><!DOCTYPE gpx SYSTEM "http://example.invalid/gpx.dtd"><gpx><trk><name>a &amp; b</name><trkseg>${point(1)}</trkseg></trk></gpx>`;
  t.match(read(harmless), { fixes: { length: 1 }, whole: true });
});

t.test(
  'a giant holds no more memory than its piece: depth, attributes, texts and names have their ends',
  async (t) => {
    // `#` stands for a number that is another one each time.
    const pieces = (piece: string): readonly string[] =>
      Array.from({ length: 400 }, (_, i) =>
        Array.from({ length: 2_000 }, (_, j) => piece.replace('#', String(i * 2_000 + j))).join(''),
      );
    for (const [what, start, piece] of [
      ['depth', '<gpx>', '<a>'],
      ['attributes', '<gpx ', 'a#="1" '],
      ['a name', '<', 'abcdefgh'],
      ['an attribute', '<gpx a="', 'abcdefgh'],
      ['a comment', '<gpx><!--', 'abcdefgh'],
      ['a doctype', '<!DOCTYPE gpx [', 'abcdefgh'],
    ] as const) {
      const reader = new GpxReader();
      reader.write(start);
      let taken = 0;
      for (const one of pieces(piece)) {
        if (!reader.write(one)) break;
        taken += one.length;
      }
      t.ok(taken < 200_000, `${what}: ${taken} characters`);
      t.equal(reader.end().whole, false, what);
    }
    const long = new GpxReader();
    long.write('<gpx><trk><trkseg><trkpt lat="28.9" lon="118.8"><time>');
    for (const one of pieces('2026-09-')) long.write(one);
    long.write(`</time></trkpt></trkseg></trk></gpx>`);
    t.match(long.end(), { fixes: [{ at: null }], whole: true }, 'text is read in pieces and not kept');
  },
);

t.test('whatever a file holds, in whatever pieces, fixes or nothing come of it', async (t) => {
  const part = fc.oneof(
    fc.constantFrom(
      ...['<gpx>', '</gpx>', '<trk>', '<trkseg>', '</trkseg>', '<trkpt lat="1" lon="2">', '</trkpt>'],
    ),
    fc.constantFrom(
      '<time>',
      '</time>',
      '2026-09-02T10:00:00Z',
      '&amp;',
      '&x;',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '"',
    ),
    fc.string({ maxLength: 20 }),
  );
  const sane = fc.property(fc.array(part, { maxLength: 40 }), (parts) =>
    read(...parts).fixes.every(({ longitude, latitude }) => Number.isFinite(longitude + latitude)),
  );
  t.doesNotThrow(() => fc.assert(sane, { numRuns: 1_000 }));
});
