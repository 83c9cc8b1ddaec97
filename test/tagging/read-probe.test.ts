import fc from 'fast-check';
import t from 'tap';
import { canonicalText } from '../../src/custody/canonical.ts';
import { nothingProbed, type Probe, ProbeReader } from '../../src/tagging/read-probe.ts';

function read(...lines: readonly string[]): Probe {
  const reader = new ProbeReader();
  for (const line of lines) reader.line(line);
  return reader.probe(null);
}

t.test('what ffprobe says of container and streams is read', async (t) => {
  const { durationMs, created, facts, tags } = read(
    'programs.program.0.streams.stream.0.codec_type="audio"',
    'streams.stream.0.codec_name="hevc"',
    'streams.stream.0.profile="Main 10"',
    'streams.stream.0.codec_type="video"',
    'streams.stream.0.codec_tag_string="hvc1"',
    'streams.stream.0.pix_fmt="yuv420p10le"',
    'streams.stream.0.width=1920',
    'streams.stream.0.height=1080',
    'streams.stream.0.r_frame_rate="30/1"',
    'streams.stream.0.avg_frame_rate="30000/1001"',
    'streams.stream.0.start_time="0.040000"',
    'streams.stream.0.duration="5.066667"',
    'streams.stream.0.bit_rate="8000000"',
    'streams.stream.0.nb_frames="152"',
    'streams.stream.0.tags.handler_name="\\u001fMainconcept"',
    'streams.stream.0.side_data_list.side_data.0.rotation=-90',
    'streams.stream.1.codec_type="audio"',
    'streams.stream.1.codec_name="aac"',
    'streams.stream.1.codec_tag_string="[1][0][0][0]"',
    'streams.stream.1.avg_frame_rate="0/0"',
    'streams.stream.1.sample_rate="16000"',
    'streams.stream.1.channels=1',
    'streams.stream.1.duration="N/A"',
    'format.nb_streams=2',
    'format.format_name="mov,mp4,m4a,3gp,3g2,mj2"',
    'format.duration="5.066667"',
    'format.bit_rate="8100000"',
    'format.tags.creation_time="2026-09-02T10:01:18.000000Z"',
    'format.tags.ENCODER="Lavf59.27.100"',
    'format.tags.comment="两行\\n\\"引号\\" \\$ \\`"',
  );
  t.equal(durationMs, 5_067);
  t.equal(created?.toString(), '2026-09-02T10:01:18Z');
  t.match(facts, {
    ...{ fault: null, container: 'mov,mp4,m4a,3gp,3g2,mj2', durationMs: 5_067, bitRate: 8_100_000 },
    streamCount: 2,
    streams: [
      {
        ...{ kind: 'video', codec: 'hevc', profile: 'Main 10', tag: 'hvc1', pixelFormat: 'yuv420p10le' },
        ...{ width: 1_920, height: 1_080, rotation: 90, frameRate: '30000/1001', baseFrameRate: '30/1' },
        ...{ startMs: 40, durationMs: 5_067, bitRate: 8_000_000, frames: 152 },
      },
      {
        ...{ kind: 'audio', codec: 'aac', tag: null, frameRate: null, sampleRate: 16_000, channels: 1 },
        durationMs: null,
      },
    ],
  });
  t.equal(tags.file['encoder'], 'Lavf59.27.100', 'tags are known whatever their case');
  t.equal(tags.file['comment'], '两行\n"引号" $ `');
  t.equal(tags.streams.length, 2);
});

t.test('what is odd counts as not said', async (t) => {
  const odd = [
    ...['', '{', 'format', 'format.duration', 'format.duration="N/A"', 'format.duration="-3"'],
    ...['format.duration="1e99"', 'format.tags.creation_time="x"'],
    'format.tags.creation_time="1904-01-01T00:00:00Z"',
  ];
  for (const line of odd) t.match(read(line), { durationMs: null, created: null }, line);
  t.equal(read('format.duration="999999999"').durationMs, null, 'nobody records for 31 years');
  t.equal(read('format.duration="999999999"').facts.durationMs, 999_999_999_000, 'but it was said');
});

t.test('a fault says how much is known', async (t) => {
  t.match(nothingProbed('no_index').facts, {
    fault: 'no_index',
    container: null,
    streamCount: 0,
    streams: [],
  });
  t.match(nothingProbed('too_many_streams').facts, { streamCount: 1_000 });
});

t.test('20,000 streams and megabytes of text give an entry of ordinary size', async (t) => {
  const reader = new ProbeReader();
  const long = 'x'.repeat(60_000);
  for (let i = 0; i < 20_000; i++) {
    reader.line(`streams.stream.${i}.codec_type="audio"`);
    reader.line(`streams.stream.${i}.tags.handler_name="${long}"`);
  }
  for (let i = 0; i < 5_000; i++) reader.line(`format.tags.t${i}="${long}😀"`);
  reader.line('format.nb_streams=20000');
  const { facts, tags } = reader.probe(null);
  t.equal(facts.streams.length, 16);
  t.ok(canonicalText(facts).length < 10_000);
  t.ok(canonicalText(tags).length < 20_000);
});

t.test('whatever comes, the facts can be entered', async (t) => {
  const key = fc.constantFrom(
    ...['format.duration', 'format.nb_streams', 'format.format_name', 'format.tags.encoder'],
    ...['streams.stream.0.width', 'streams.stream.0.codec_name', 'streams.stream.0.avg_frame_rate'],
    ...['streams.stream.0.side_data_list.side_data.0.rotation', 'streams.stream.1.tags.encoder'],
  );
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.double().map(String), fc.integer().map(String));
  const line = fc.oneof(
    fc.string(),
    fc
      .tuple(key, value, fc.boolean())
      .map(([name, said, quoted]) => `${name}=${quoted ? `"${said}"` : said}`),
  );
  const enterable = fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
    const { durationMs, facts, tags } = read(...lines);
    canonicalText(facts);
    canonicalText(tags);
    return durationMs === null || durationMs >= 0;
  });
  t.doesNotThrow(() => fc.assert(enterable));
});
