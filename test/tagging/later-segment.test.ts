import fc from 'fast-check';
import t from 'tap';
import { type EarlierSegment, laterSegmentStart } from '../../src/tagging/later-segment.ts';

const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-03-02T${time}Z`);
const segment = (ended: string | null, modified: string): EarlierSegment => ({
  ended: ended === null ? null : at(ended),
  modified: at(modified),
});
const tenMinutes = 600_000;
/** 09:00 to 09:10; the card's file times are eight hours ahead, as FAT in local time is read as UTC. */
const first = segment('09:10:00', '17:10:02');

t.test('file times tell how far behind the first a segment lies, whatever their zone', async (t) => {
  const third = { durationMs: tenMinutes, modified: at('17:30:02') };
  t.equal(laterSegmentStart(third, first, null)?.toString(), '2026-03-02T09:20:00Z', 'the second is missing');
  const second = segment('09:20:00', '17:20:02');
  const later = { durationMs: tenMinutes, modified: at('17:31:02') };
  t.equal(
    laterSegmentStart(later, first, second)?.toString(),
    '2026-03-02T09:21:00Z',
    'a minute was not recorded',
  );
});

t.test('a file time of two seconds’ steps begins no segment before the one before has ended', async (t) => {
  const second = { durationMs: tenMinutes, modified: at('17:20:00') };
  t.equal(laterSegmentStart(second, first, first)?.toString(), '2026-03-02T09:10:00Z');
});

t.test(
  'copied files all have one time: then the segment just before tells, and with none nobody',
  async (t) => {
    const copied = { durationMs: tenMinutes, modified: at('17:10:02') };
    t.equal(laterSegmentStart(copied, first, first)?.toString(), '2026-03-02T09:10:00Z');
    t.equal(laterSegmentStart(copied, first, null), null);
    const nextWeek = { durationMs: tenMinutes, modified: Temporal.Instant.from('2026-03-09T17:20:02Z') };
    t.equal(laterSegmentStart(nextWeek, first, first)?.toString(), '2026-03-02T09:10:00Z');
    const before = { durationMs: tenMinutes, modified: at('16:00:00') };
    t.equal(laterSegmentStart(before, first, null), null);
  },
);

t.test('without a length anywhere nothing is made up', async (t) => {
  t.equal(laterSegmentStart({ durationMs: null, modified: at('17:20:02') }, first, null), null);
  const endless = segment(null, '17:10:02');
  t.equal(laterSegmentStart({ durationMs: tenMinutes, modified: at('17:20:02') }, endless, endless), null);
});

t.test('a later segment never begins before the one before has ended', async (t) => {
  const instant = fc
    .integer({ min: 0, max: 4 * 86_400_000 })
    .map((ms) => at('00:00:00').add({ milliseconds: ms }));
  const earlier = fc.record({ ended: fc.option(instant), modified: instant });
  const later = fc.record({ durationMs: fc.option(fc.nat(7_200_000)), modified: instant });
  fc.assert(
    fc.property(later, earlier, fc.option(earlier), (mine, first, previous) => {
      const start = laterSegmentStart(mine, first, previous);
      const ended = previous?.ended ?? first.ended;
      return start === null || ended === null || Temporal.Instant.compare(start, ended) >= 0;
    }),
  );
  t.pass('for any times');
});
