import t from 'tap';
import { drawn, ingestPoints } from '../support/crash.ts';
import { seed, survives } from '../support/strikes.ts';

/** A third of them each time, drawn by the seed; all of them by hand: scripts/faults crashes --kills 0 --passages 1 --calls 0. */
function someOf(points: readonly string[]): readonly string[] {
  const choice = drawn(`${seed} points`);
  return points
    .map((point) => ({ point, lot: choice.next().value }))
    .toSorted((a, b) => a.lot - b.lot)
    .slice(0, Math.ceil(points.length / 3))
    .map(({ point }) => point);
}

t.test('killed at a named point, before or after a step on the disk', async (t) => {
  for (const point of someOf(ingestPoints())) {
    const struck = await survives(t, { by: 'point', point, passage: 1, deed: 'kill' });
    t.ok(struck, `an ingest comes past ${point}`);
  }
});
