import t from 'tap';
import { clockFinding, suspectTimes } from '../../src/intake/suspect-clock.ts';
import { cardRecording } from './card-recording.ts';

const now = Temporal.Instant.from('2026-09-02T12:00:00Z');
const suspect = (...facts: Parameters<typeof cardRecording>[1][]) =>
  suspectTimes(
    facts.map((one, i) => cardRecording(`${i}`, one)),
    now,
    'Asia/Shanghai',
  );

t.test('factory dates and the future are doubted', (t) => {
  t.same(
    suspect(
      { modified: '1970-01-01T00:00:00Z' },
      { modified: '2000-01-01T00:00:00Z' },
      { modified: '2009-12-31T15:59:59Z' },
      { modified: '2026-09-04T12:00:00Z' },
      { modified: '-271821-04-20T00:00:00Z' },
      { modified: '+275760-09-13T00:00:00Z' },
    ).length,
    6,
  );
  t.end();
});

t.test('a day of drift and a wrong zone are not', (t) => {
  t.same(
    suspect(
      { modified: '2026-09-03T11:59:59Z' },
      { modified: '2009-12-31T16:00:00Z' },
      { modified: '2026-09-02T12:00:00Z' },
      {},
    ),
    [],
  );
  t.end();
});

t.test('what the name says counts before the file’s time, and is told as it stands there', (t) => {
  t.same(suspect({ named: { start: '2000-01-01T00:00:05' } }), ['2000-01-01T00:00:05']);
  t.same(suspect({ modified: '1970-01-01T00:00:00Z', named: { start: '2026-09-02T08:00:00' } }), []);
  t.same(suspect({ modified: '1970-01-01T00:00:00Z', named: { start: null } }), ['1970-01-01T08:00:00']);
  t.end();
});

const finding = (...facts: Parameters<typeof cardRecording>[1][]) =>
  clockFinding(
    facts.map((one, i) => cardRecording(`${i}`, one)),
    now,
    'Asia/Shanghai',
  );

t.test('a name in the future says by how much the clock is ahead, at least', (t) => {
  t.same(finding({ named: { start: '2026-09-02T20:00:00' } }, { modified: '2026-09-02T11:00:00Z' }), null);
  t.same(finding({ named: { start: '2026-09-02T20:10:00' } }, { named: { start: '2026-09-02T19:00:00' } }), {
    offsetSeconds: 600,
    source: 'newest_file',
  });
  t.end();
});

t.test('a file time says so only beyond what a card without a zone explains', (t) => {
  t.same(finding({ modified: '2026-09-02T20:00:00Z' }), null, 'eight hours are a zone');
  t.same(finding({ modified: '2026-09-03T03:00:00Z' }), { offsetSeconds: 3_600, source: 'newest_file' });
  t.end();
});

t.test('a clock that was reset can be wrong by anything', (t) => {
  const reset = finding(
    { named: { start: '2000-01-01T00:00:05' } },
    { named: { start: '2026-09-02T20:10:00' } },
  );
  t.same(reset, { offsetSeconds: null, source: 'reset' });
  t.end();
});
