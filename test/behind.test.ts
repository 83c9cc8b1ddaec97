import t from 'tap';
import { Behind } from '../src/behind.ts';

/** What is at work is let go by the test. */
function gated() {
  const done: string[] = [];
  const gates: (() => void)[] = [];
  const behind = new Behind(
    async () => {
      done.push('begun');
      await new Promise<void>((go) => gates.push(go));
      done.push('ended');
    },
    (message, facts) => done.push(`${message} ${JSON.stringify(facts)}`),
  );
  const begun = async (count: number): Promise<void> => {
    while (gates.length < count) await new Promise((later) => setImmediate(later));
  };
  return { behind, done, gates, begun };
}

t.test(
  'whoever asks has the value before anything of it is begun; all who ask meanwhile get one more run',
  async (t) => {
    const { behind, done, gates, begun } = gated();
    t.equal(behind.after('value'), 'value');
    t.strictSame(done, []);
    await begun(1);
    for (let asked = 0; asked < 5; asked++) behind.after(null);
    gates[0]?.();
    await begun(2);
    gates[1]?.();
    await behind.idle();
    t.strictSame(done, ['begun', 'ended', 'begun', 'ended']);
  },
);

t.test('a stop waits for what is at work, and begins nothing more', async (t) => {
  const { behind, done, gates, begun } = gated();
  behind.after(null);
  await begun(1);
  behind.after(null);
  const stopped = behind.stop().then(() => done.push('stopped'));
  gates[0]?.();
  await stopped;
  behind.after(null);
  await behind.idle();
  t.strictSame(done, ['begun', 'ended', 'stopped']);
});

t.test('what fails is told, and the next who asks is served', async (t) => {
  const told: unknown[] = [];
  let run = 0;
  const behind = new Behind(
    async () => {
      run += 1;
      if (run === 1) throw new Error('once');
    },
    (message, facts) => told.push([message, facts]),
  );
  behind.after(null);
  await behind.idle();
  behind.after(null);
  await behind.idle();
  t.strictSame(told, [['background', { error: 'Error: once' }]]);
  t.equal(run, 2);
});
