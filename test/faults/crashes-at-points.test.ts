import t from 'tap';
import { ingestPoints } from '../support/crash.ts';
import { survives } from '../support/strikes.ts';

t.test('killed at every named point, before and after each step on the disk', async (t) => {
  for (const point of ingestPoints()) {
    const struck = await survives(t, { by: 'point', point, passage: 1, deed: 'kill' });
    t.ok(struck, `an ingest comes past ${point}`);
  }
});
