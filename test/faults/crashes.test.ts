import t from 'tap';
import { changingCalls, drawn, drawnKill, ingestPoints } from '../support/crash.ts';
import { ground, seed, survives } from '../support/strikes.ts';

t.test('killed at any moment, every recording is afterwards stored exactly once', async (t) => {
  const moments = drawn(seed);
  for (let i = 0; i < 6; i++) await survives(t, drawnKill(moments, ground.quietMs));
});

t.test('an error of the disk at a named point loses nothing', async (t) => {
  const points = ingestPoints();
  const choice = drawn(`${seed} errors`);
  for (let i = 0; i < 5; i++) {
    const point = points[Math.floor(choice.next().value * points.length)] ?? '';
    await survives(t, { by: 'point', point, passage: 1 + (i % 3), deed: i % 2 === 0 ? 'eio' : 'enospc' });
  }
});

t.test('an error from a system call that changes the disk loses nothing', async (t) => {
  const calls = await ground.calls(changingCalls);
  t.ok((calls.get('pwrite64') ?? 0) > 0, 'the calls of an ingest were seen');
  const choice = drawn(`${seed} calls`);
  // Every second one, which half by the seed: each costs two dockings.
  const half = choice.next().value < 0.5 ? 0 : 1;
  for (const [at, [call, most]] of [...calls].entries()) {
    if (most === 0 || at % 2 !== half) continue;
    const occurrence = 1 + Math.floor(choice.next().value * most);
    const error = choice.next().value < 0.5 ? 'EIO' : 'ENOSPC';
    await survives(t, { by: 'call', call, occurrence, error });
  }
});
