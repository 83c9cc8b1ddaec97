import t from 'tap';
import { codes, only, running, type Said, stretch } from './recordings.ts';

const sound = { kind: 'audio', codec: 'aac', sampleRate: 16_000, channels: 1 };

/** A running recording of which one differs. */
function but(at: number, more: Partial<Said>, many = 6) {
  return stretch(...running(many).map((one, i) => (i === at ? { ...one, ...more } : one)));
}

t.test('a length of many times its size does not fit, nor a size of many times its length', async (t) => {
  t.same(codes(but(2, { bytes: 60_000_000 })), [], 'with five to compare with it is not far enough');
  const long = but(2, { bytes: 30_000_000 });
  t.match(only(long), [
    {
      ...{ code: 'size_unfit', wording: 'rate_low', evidence: ['E3'] },
      facts: { bytes: 30_000_000, lengthMs: 300_000, bitsPerSecond: 800_000, lowBits: 8_000_000, others: 5 },
    },
  ]);
  t.match(only(but(2, { bytes: 2_000_000_000 })), [{ wording: 'rate_high' }]);
  t.same(codes(but(2, { bytes: 90_000_000 })), [], 'a wall at night');
  t.same(codes(but(1, { bytes: 30_000_000 }, 3)), [], 'too few to compare with');
  const reserved = running(5).map((one, i) => (i === 4 ? { ...one, seconds: 20 } : one));
  t.same(codes(stretch(...reserved)), [], 'a recorder that reserves the room of a whole segment');
});

t.test('no recorder needs a megabyte for a month', async (t) => {
  const month = { ...{ seconds: null, containerSeconds: 2_592_000, bytes: 1_000_000 }, streams: [] };
  t.match(only(stretch({ at: '10:00:00', ...month })), [
    { code: 'size_unfit', wording: 'rate_absurd', facts: { bytes: 1_000_000, lengthMs: 2_592_000_000 } },
  ]);
});

t.test('a length that goes beyond the file’s time is told where that time is a habit', async (t) => {
  const beyond = { seconds: 400, closed: -99 };
  t.match(only(but(4, beyond)), [
    {
      ...{ code: 'time_unfit', wording: 'past_file_time', evidence: ['E5'] },
      facts: { lengthMs: 400_000, beyondMs: 100_000, others: 5 },
    },
  ]);
  const zone = running(6).map((one, i) => ({
    ...one,
    closed: i === 4 ? 28_701 : 28_801,
    ...(i === 4 ? { seconds: 400 } : {}),
  }));
  t.same(codes(stretch(...zone)), ['time_unfit E5'], 'also where FAT is read in another zone');
  const opened = running(6).map((one) => ({ ...one, closed: -300 }));
  t.same(
    codes(
      stretch(...opened.toSpliced(5, 1, { ...running(6)[5], at: '10:25:05', seconds: 330, closed: -330 })),
    ),
    [],
  );
  const copied = running(6).map((one, i) => ({ ...one, closed: 5_000 - 300 * i }));
  t.same(codes(stretch(...copied)), [], 'copied in one go');
});

t.test('a file that cannot be read whole is told with what is known', async (t) => {
  const broken = { seconds: null, container: null, streams: [] };
  const one = (more: Partial<Said>) => only(stretch({ at: '10:00:00', ...more }));
  const none = (more: Partial<Said>) => codes(stretch({ at: '10:00:00', ...more }));
  t.match(one({ ...broken, fault: 'no_index', bytes: 7 }), [{ wording: 'no_index', facts: { bytes: 7 } }]);
  t.match(one({ ...broken, fault: 'unreadable' }), [{ code: 'truncated', wording: 'unreadable' }]);
  t.match(one({ ...broken, fault: 'too_many_streams' }), [{ wording: 'too_many_streams' }]);
  t.match(one({ ...broken, fault: 'unreadable', bytes: 0 }), [{ wording: 'empty' }]);
  t.match(one({ streams: [{ bitRate: 8_000_000 }], bytes: 150_000_000 }), [
    { wording: 'cut', facts: { bytes: 150_000_000, claimedBytes: 300_000_000 } },
  ]);
  t.same(none({ streams: [{ bitRate: 8_000_000 }] }), []);
  const avi = { container: 'avi', streams: [{ frames: 7_500 }] };
  t.match(one({ ...avi, seconds: 150 }), [{ wording: 'frames_missing', facts: { claimedMs: 300_000 } }]);
  t.same(none({ ...avi, seconds: 300 }), []);
  t.same(none({ ...broken, fault: 'unreadable', kind: 'still' }), [], 'a photograph is not judged');
});

t.test('sound and picture end together, or a finding says how far apart', async (t) => {
  const two = (videoMs: number, audioMs: number) => ({
    streams: [{ durationMs: videoMs }, { ...sound, durationMs: audioMs }],
  });
  t.match(only(but(2, two(300_000, 200_000))), [
    {
      ...{ code: 'streams_apart', wording: 'sound_ends_early' },
      facts: { videoMs: 300_000, audioMs: 200_000, apartMs: 100_000 },
    },
  ]);
  t.match(only(but(2, two(200_000, 300_000))), [{ wording: 'picture_ends_early' }]);
  t.same(codes(stretch(...running(6, two(300_000, 294_500)))), []);
  t.same(codes(stretch(...running(6, two(300_000, 290_000)))), [], 'by habit');
  const late = [{ durationMs: 300_000 }, { ...sound, durationMs: 200_000, startMs: 100_000 }];
  t.same(codes(but(2, { streams: late })), [], 'sound that begins later ends with it');
});

t.test('a container longer than everything in it', async (t) => {
  t.match(only(but(2, { containerSeconds: 900 })), [
    { code: 'container_longer', facts: { lengthMs: 900_000, streamsMs: 300_000 } },
  ]);
  t.same(codes(but(2, { containerSeconds: 302 })), []);
  const unlisted = { containerSeconds: 900, streams: [{ durationMs: null }] };
  t.same(codes(stretch({ at: '10:00:00', ...unlisted })), [], 'where a stream does not say its length');
});
