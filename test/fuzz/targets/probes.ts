import { canonicalText } from '../../../src/custody/canonical.ts';
import { ProbeReader } from '../../../src/tagging/read-probe.ts';
import { type FuzzTarget, promised, textOf } from '../target.ts';

const sound = [
  'streams.stream.0.codec_name="hevc"',
  'streams.stream.0.codec_type="video"',
  'streams.stream.0.avg_frame_rate="30000/1001"',
  'streams.stream.0.width=1920',
  'streams.stream.0.side_data_list.side_data.0.rotation=-90',
  'streams.stream.1.codec_type="audio"',
  'format.nb_streams=2',
  'format.duration="5.066667"',
  'format.start_time="-0.04"',
  'format.tags.creation_time="2026-09-02T10:01:18.000000Z"',
  'format.tags.comment="两行\\n\\"引号\\""',
].join('\n');

/** What ffprobe prints of a file whose every byte the attacker chose. */
export const probes: FuzzTarget = {
  name: 'probes',
  sources: ['/src/tagging/read-probe'],
  seeds: [Buffer.from(sound)],
  words: [
    'format.',
    'streams.stream.99.',
    'tags.',
    'creation_time=',
    '"N/A"',
    '1/0',
    '"\\"',
    '-271821-04-20T00:00:00Z',
    '=',
    '__proto__',
    'e308',
  ],
  run(bytes) {
    const reader = new ProbeReader();
    for (const line of textOf(bytes).split('\n')) reader.line(line);
    const { durationMs, facts } = reader.probe(null);
    promised(
      durationMs === null || (Number.isSafeInteger(durationMs) && durationMs >= 0),
      'a length is a whole number of milliseconds',
    );
    // It goes into the ledger, whose form takes no number that is none and no half of a character.
    canonicalText(facts);
  },
};
