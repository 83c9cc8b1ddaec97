import t from 'tap';
import { DockingProgress } from '../../src/intake/progress.ts';

function made(): { progress: DockingProgress; pass: (ms: number) => void; told: () => number } {
  let now = 0;
  let told = 0;
  const progress = new DockingProgress(
    'ST01-D000001',
    'P1',
    '/card',
    () => now,
    () => {
      told += 1;
    },
  );
  const pass = (ms: number): void => {
    now += ms;
  };
  return { progress, pass, told: () => told };
}

t.test('a docking counts what is read, at what rate, and how long it will take', (t) => {
  const { progress, pass } = made();
  progress.identified('1234567', 'generic');
  progress.expect(2, 3_000_000);
  progress.phase('copying');
  progress.reading('a', 0);
  pass(1_000);
  progress.reading('a', 500_000);
  t.match(progress.snapshot(), {
    phase: 'copying',
    recorder: '1234567',
    bytes: { total: 3_000_000, done: 500_000 },
    bytesPerSecond: 500_000,
    secondsLeft: 5,
    current: 'a',
    safeToTake: false,
  });
  progress.done('a', 1_000_000, 'done');
  t.match(progress.snapshot(), { files: { total: 2, done: 1 }, bytes: { done: 1_000_000 }, current: null });
  t.end();
});

t.test('the recorder may be taken only when nothing of it was left', (t) => {
  for (const state of ['failed', 'deferred'] as const) {
    const { progress } = made();
    progress.expect(1, 10);
    progress.done('a', 0, state);
    progress.phase('complete');
    t.equal(progress.snapshot().safeToTake, false, state);
    progress.begin();
    progress.expect(1, 10);
    progress.done('a', 10, 'done');
    t.equal(progress.snapshot().safeToTake, false, 'not before the docking is complete');
    progress.phase('complete');
    t.equal(progress.snapshot().safeToTake, true, 'a later look counts anew');
    progress.begin();
    progress.left(state);
    progress.phase('complete');
    t.equal(progress.snapshot().safeToTake, false, 'a sidecar or a folder that stays counts too');
  }
  t.end();
});

t.test('a pause shows over reading, not over storing what was read', (t) => {
  const { progress } = made();
  progress.phase('copying');
  progress.paused(true);
  t.equal(progress.snapshot().phase, 'paused');
  t.equal(progress.snapshot().bytesPerSecond, 0);
  progress.phase('finishing');
  t.equal(progress.snapshot().phase, 'finishing');
  progress.phase('copying');
  progress.paused(false);
  t.equal(progress.snapshot().phase, 'copying');
  t.end();
});

t.test('a thousand small files do not make a thousand pictures, and every phase makes one', (t) => {
  const { progress, pass, told } = made();
  progress.expect(1_000, 1_000);
  const before = told();
  for (let i = 0; i < 1_000; i++) {
    progress.done(`${i}`, 1, 'done');
    pass(1);
  }
  t.ok(told() - before <= 21, `${told() - before}`);
  const last = told();
  progress.phase('finishing');
  progress.phase('complete');
  t.equal(told() - last, 2);
  t.equal(progress.snapshot().files.done, 1_000);
  t.end();
});
