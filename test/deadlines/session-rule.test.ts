import t from 'tap';
import { type PlacedRecording, together } from '../../src/deadlines/session-rule.ts';

const gap = Temporal.Duration.from({ minutes: 30 });
const z = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-09-02T${time}Z`);

function recording(
  start: string | null,
  ended: string | null,
  more: Partial<PlacedRecording> = {},
): PlacedRecording {
  return {
    evidence: 'x',
    session: null,
    officer: '222222',
    named: null,
    segment: null,
    duty: null,
    start: start === null ? null : z(start),
    ended: ended === null ? null : z(ended),
    ...more,
  };
}

const cases: readonly [string, PlacedRecording, PlacedRecording, 'segments' | 'roster' | 'gap' | null][] = [
  ['a gap of just the length', recording('10:00:00', '10:05:00'), recording('10:35:00', '10:40:00'), 'gap'],
  ['a second more', recording('10:00:00', '10:05:00'), recording('10:35:01', '10:40:00'), null],
  ['the order does not matter', recording('10:35:00', '10:40:00'), recording('10:00:00', '10:05:00'), 'gap'],
  ['one within the other', recording('10:00:00', '12:00:00'), recording('10:30:00', '10:31:00'), 'gap'],
  [
    'two officers with one recorder',
    recording('10:00:00', '10:05:00'),
    recording('10:05:00', '10:06:00', { officer: '333333' }),
    null,
  ],
  [
    'an officer who is not named',
    recording('10:00:00', '10:05:00'),
    recording('10:05:00', '10:06:00', { officer: null }),
    'gap',
  ],
  ['an end that is unknown: from the start', recording('10:00:00', null), recording('10:20:00', null), 'gap'],
  ['a start that is unknown', recording(null, null), recording('10:20:00', null), null],
  [
    'segments of one recording, however long it was',
    recording('10:00:00', null, { named: '2026-09-02T18:00:00', segment: 1 }),
    recording('14:00:00', null, { named: '2026-09-02T18:00:00', segment: 9 }),
    'segments',
  ],
  [
    'one duty, however long the pause',
    recording('08:00:00', '08:10:00', { duty: 'd' }),
    recording('11:00:00', '11:10:00', { duty: 'd' }),
    'roster',
  ],
  [
    'two duties, however short the pause',
    recording('08:00:00', '08:10:00', { duty: 'd' }),
    recording('08:11:00', '08:20:00', { duty: 'e' }),
    null,
  ],
  [
    'where one of both has no duty the pause decides',
    recording('08:00:00', '08:10:00', { duty: 'd' }),
    recording('08:11:00', '08:20:00'),
    'gap',
  ],
  [
    'the same number twice is no segment',
    recording('10:00:00', '10:01:00', { named: '2026-09-02T18:00:00', segment: 1 }),
    recording('14:00:00', '14:01:00', { named: '2026-09-02T18:00:00', segment: 1 }),
    null,
  ],
];

for (const [what, a, b, expected] of cases)
  t.test(`${what}: ${expected ?? 'apart'}`, async (t) => {
    t.equal(together(a, b, gap), expected);
    t.equal(together(b, a, gap), expected, 'either way round');
  });
