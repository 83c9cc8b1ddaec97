import t, { type Test } from 'tap';
import { type LabResult, runLab } from './lab.ts';
import { labSamples } from './lab-samples.ts';

/** Seconds by which a copy's length may differ from its original's. */
const tolerance = 0.2;

const results = await runLab();

t.test('there are enough kinds of recordings, each once', async (t) => {
  t.ok(labSamples.length >= 30, String(labSamples.length));
  t.equal(new Set(labSamples.map(({ name }) => name)).size, labSamples.length);
});

for (const result of results) {
  const { sample, mark, outcome, played } = result;
  const { name, expected, oddity } = sample;
  t.test(`${name} ${oddity}, ${mark}`, async (t) => {
    if (expected === 'cannot') {
      t.equal(outcome.is, 'failed', 'it says that it cannot be transcoded');
      return;
    }
    t.equal(outcome.is, 'made', JSON.stringify(outcome));
    t.equal(played?.error ?? null, null);
    t.equal(played?.ended, true, 'played to its end');
    if (expected !== 'still') lengths(t, result);
    if (expected === 'film' && outcome.is === 'made')
      t.same(
        [played?.width, played?.height],
        [outcome.data.width, outcome.data.height],
        'as large as its entry says',
      );
  });
}

function lengths(t: Test, { sample, outcome, originalSeconds, played }: LabResult): void {
  const duration = played?.duration ?? 0;
  const copy = outcome.is === 'made' ? (outcome.data.durationMs ?? 0) / 1_000 : 0;
  t.ok(Math.abs(duration - copy) <= tolerance, `${duration} s played, ${copy} s by its entry`);
  if (sample.seconds === null) return;
  const whole = originalSeconds ?? sample.seconds;
  t.ok(Math.abs(duration - whole) <= tolerance, `${duration} s played, ${whole} s in the original`);
}
