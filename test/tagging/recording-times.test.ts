import fc from 'fast-check';
import t from 'tap';
import { nmeaStart } from '../../src/tagging/nmea-start.ts';
import { nothingProbed } from '../../src/tagging/read-probe.ts';
import {
  recordingTimes,
  type TimeEvidence,
  type TimeReading,
  usualOrder,
} from '../../src/tagging/recording-times.ts';

const z = (text: string): Temporal.Instant => Temporal.Instant.from(text);

const reading: TimeReading = {
  zone: 'Asia/Shanghai',
  order: usualOrder,
  corrected: null,
  suspect: false,
  toleranceSeconds: 300,
};
const evidence: TimeEvidence = {
  named: '2026-09-02T18:01:18',
  probe: { durationMs: 120_500, created: z('2026-09-02T10:01:20Z') },
  sidecar: null,
  modified: z('2026-09-02T10:03:19Z'),
  still: false,
};

t.test(
  'the name says the start, in the zone of the recorder’s clock, and the probe says how long',
  async (t) => {
    const times = recordingTimes(evidence, reading);
    t.match(times, {
      start: '2026-09-02T10:01:18Z',
      startSource: 'name',
      durationMs: 120_500,
      ended: '2026-09-02T10:03:18.5Z',
      endSource: 'duration',
      offsetSeconds: 0,
      doubtful: false,
    });
    t.strictSame(
      times.claims.map(({ source }) => source),
      ['name', 'container', 'file'],
      'every claim is kept',
    );
  },
);

t.test('the profile’s order decides which claim is believed', async (t) => {
  const order = ['sidecar', 'container', 'name', 'file'] as const;
  const times = recordingTimes(evidence, { ...reading, order });
  t.match(times, { start: '2026-09-02T10:01:20Z', startSource: 'container', doubtful: false });
  const withSatellites = { ...evidence, sidecar: z('2026-09-02T10:01:30Z') };
  t.match(recordingTimes(withSatellites, { ...reading, order }), {
    start: '2026-09-02T10:01:30Z',
    startSource: 'sidecar',
  });
});

t.test('a container that speaks local time is found by the file’s own time', async (t) => {
  const local = {
    ...evidence,
    named: null,
    probe: { durationMs: 120_500, created: z('2026-09-02T18:01:20Z') },
  };
  t.match(recordingTimes(local, reading), { startSource: 'container', doubtful: true });
});

t.test('without a duration the file’s own time ends it, and that is doubtful', async (t) => {
  const truncated = { ...evidence, probe: nothingProbed('no_index') };
  t.match(recordingTimes(truncated, reading), {
    ended: '2026-09-02T10:03:19Z',
    endSource: 'file',
    doubtful: true,
  });
  const copied = { ...truncated, modified: z('2026-09-04T10:03:19Z') };
  t.match(recordingTimes(copied, reading), { ended: null, endSource: null }, 'a copy’s time ends nothing');
  const before = { ...truncated, modified: z('2026-09-02T09:00:00Z') };
  t.match(recordingTimes(before, reading), { ended: null }, 'nothing ends before it begins');
});

t.test('a photograph ends when it begins', async (t) => {
  const photo = { ...evidence, probe: nothingProbed('no_index'), still: true };
  const { start, ended, endSource, doubtful } = recordingTimes(photo, reading);
  t.strictSame({ ended, endSource, doubtful }, { ended: start, endSource: 'duration', doubtful: false });
});

t.test('nothing but the file’s own time: it is the end, and doubtful', async (t) => {
  const bare = { ...evidence, named: null, probe: { durationMs: 60_000, created: null } };
  t.match(recordingTimes(bare, reading), {
    start: '2026-09-02T10:02:19Z',
    startSource: 'file',
    ended: '2026-09-02T10:03:19Z',
    endSource: 'file',
    doubtful: true,
  });
});

t.test('a clock that somebody compared is put right; one that is only suspect is doubted', async (t) => {
  t.equal(recordingTimes(evidence, { ...reading, suspect: true }).doubtful, true);
  const corrected = recordingTimes(evidence, { ...reading, suspect: true, corrected: 3_600 });
  t.match(corrected, { start: '2026-09-02T09:01:18Z', offsetSeconds: 3_600, doubtful: false });
  t.equal(recordingTimes(evidence, { ...reading, corrected: -60 }).start, '2026-09-02T10:02:18Z');
});

t.test('satellites that disagree with the clock make it doubtful; a late first fix does not', async (t) => {
  const late = { ...evidence, sidecar: z('2026-09-02T10:20:00Z') };
  t.equal(recordingTimes(late, reading).doubtful, false);
  const hoursOff = { ...evidence, sidecar: z('2026-09-02T12:01:18Z') };
  t.equal(recordingTimes(hoursOff, reading).doubtful, true);
  const ahead = { ...evidence, sidecar: z('2026-09-02T09:50:00Z') };
  t.equal(recordingTimes(ahead, reading).doubtful, true, 'a fix before the recording began');
});

t.test('a later segment of a recording is timed by those before it, or by what can be true', async (t) => {
  const begun = '2026-09-02T10:21:18Z';
  const later = {
    ...evidence,
    probe: { durationMs: 60_000, created: null },
    modified: z('2026-09-02T10:22:20Z'),
  };
  t.match(recordingTimes({ ...later, behind: { start: z(begun) } }, reading), {
    ...{ start: begun, startSource: 'segments', ended: '2026-09-02T10:22:18Z', doubtful: false },
    claims: [{ source: 'name' }, { source: 'segments' }, { source: 'file' }],
  });
  const unknown = { ...later, behind: { start: null } };
  t.match(recordingTimes(unknown, reading), {
    start: '2026-09-02T10:21:20Z',
    startSource: 'file',
    doubtful: true,
  });
  for (const modified of [z('2026-09-01T00:00:00Z'), z('2026-09-05T00:00:00Z')])
    t.match(
      recordingTimes({ ...unknown, modified }, reading),
      { start: '2026-09-02T10:01:18Z', startSource: 'name', doubtful: true },
      'a copy’s file time puts no segment before its recording, or days behind it',
    );
});

t.test('no recording ever ends before it begins', async (t) => {
  const instant = fc
    .integer({ min: 1_262_304_000_000, max: 1_900_000_000_000 })
    .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
  const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });
  const any: fc.Arbitrary<TimeEvidence> = fc.record({
    named: maybe(instant.map((one) => one.toZonedDateTimeISO('UTC').toPlainDateTime().toString())),
    probe: fc.record({ durationMs: maybe(fc.nat(86_400_000)), created: maybe(instant) }),
    sidecar: maybe(instant),
    modified: instant,
    still: fc.boolean(),
  });
  const ordered = fc.property(any, maybe(fc.integer({ min: -86_400, max: 86_400 })), (one, corrected) => {
    const { start, ended } = recordingTimes(one, { ...reading, corrected });
    return start === null || ended === null || Temporal.Instant.compare(start, ended) <= 0;
  });
  t.doesNotThrow(() => fc.assert(ordered));
});

t.test('the first valid fix with a right check sum is the satellites’ time', async (t) => {
  const sentence = (body: string): string => {
    const sum = [...body].reduce((all, one) => all ^ one.charCodeAt(0), 0);
    return `$${body}*${sum.toString(16).toUpperCase().padStart(2, '0')}`;
  };
  const searching = sentence('GPRMC,100110.00,V,,,,,,,020926,,,N');
  const broken = '$GPRMC,100111.00,A,2858.1,N,11852.3,E,0.1,,020926,,,A*00';
  const fixed = sentence('GNRMC,100118.00,A,2858.1234,N,11852.3456,E,0.012,,020926,,,A');
  const impossible = sentence('GPRMC,100119.00,A,2858.1,N,11852.3,E,0.1,,310226,,,A');
  t.equal(nmeaStart([searching, broken, impossible, fixed].join('\r\n'))?.toString(), '2026-09-02T10:01:18Z');
  t.equal(nmeaStart([searching, broken].join('\r\n')), null);
  const beidou = sentence('BDRMC,100118.00,A,2858.1234,N,11852.3456,E,0.012,,020926,,,A');
  t.equal(nmeaStart(beidou)?.toString(), '2026-09-02T10:01:18Z', 'BeiDou under its older name');
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => nmeaStart(`$GPRMC,${text}`) === null || true),
  );
});
