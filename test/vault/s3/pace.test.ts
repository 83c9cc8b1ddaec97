import fc from 'fast-check';
import t from 'tap';
import { Pace } from '../../../src/vault/s3/pace.ts';

/** A line under a clock of the test's own, on which time passes by sleeping alone; what went when. */
function lineWith(limitAt: (ms: number) => number | null) {
  let ms = 0;
  const went: { readonly at: number; readonly bytes: number }[] = [];
  const pace = new Pace({
    limit: () => limitAt(ms),
    monotonicMs: () => ms,
    sleep: async (more) => {
      ms += more;
    },
  });
  return {
    went,
    now: () => ms,
    idle: (more: number) => {
      ms += more;
    },
    send: async (bytes: number) => {
      await pace.take(bytes);
      went.push({ at: ms, bytes });
    },
  };
}

const mostPiece = 65_536;
const limit = fc.integer({ min: 50_000, max: 5_000_000 });
const piece = fc.integer({ min: 1, max: mostPiece });

t.test(
  'within any stretch of time no more goes than the limit, what was saved up and one piece',
  async (t) => {
    await fc.assert(
      fc.asyncProperty(
        limit,
        fc.array(fc.record({ bytes: piece, idle: fc.integer({ min: 0, max: 3_000 }) }), { maxLength: 60 }),
        async (rate, sends) => {
          const line = lineWith(() => rate);
          for (const { bytes, idle } of sends) {
            line.idle(idle);
            await line.send(bytes);
          }
          const { went } = line;
          return went.every((first, from) => {
            let sum = 0;
            return went.slice(from).every(({ at, bytes }) => {
              sum += bytes;
              return sum <= ((at - first.at + 250) * rate) / 1_000 + mostPiece + 1;
            });
          });
        },
      ),
    );
    t.pass();
  },
);

t.test('a line that is wanted is used: it takes no longer than the limit makes it', async (t) => {
  await fc.assert(
    fc.asyncProperty(limit, fc.array(piece, { minLength: 1, maxLength: 60 }), async (rate, pieces) => {
      const line = lineWith(() => rate);
      for (const bytes of pieces) await line.send(bytes);
      const before = pieces.slice(0, -1).reduce((sum, one) => sum + one, 0);
      // Sleeps are whole milliseconds.
      return line.now() <= (before * 1_000) / rate + pieces.length;
    }),
  );
  t.pass();
});

t.test('a limit that changes while an upload runs holds within a second', async (t) => {
  // Slow up to 10 s, then none, then slow again.
  const slow = 65_536;
  const line = lineWith((ms) => (ms < 10_000 ? slow : null));
  for (let n = 0; n < 200; n++) await line.send(mostPiece);
  const early = line.went.filter(({ at }) => at < 10_000).reduce((sum, { bytes }) => sum + bytes, 0);
  t.ok(early <= 11 * slow, `${early} bytes in the first ten seconds`);
  t.ok(line.now() <= 11_000, 'and all the rest at once');
  let free = true;
  const other = lineWith(() => (free ? null : slow));
  for (let n = 0; n < 100; n++) await other.send(mostPiece);
  t.equal(other.now(), 0);
  free = false;
  for (let n = 0; n < 4; n++) await other.send(mostPiece);
  t.equal(other.now(), 3_000, 'what went before is not held against what comes after');
});

t.test('whoever asks first goes first, and one that breaks off stops nobody', async (t) => {
  const order: number[] = [];
  let sleeps = 0;
  let ms = 0;
  const pace = new Pace({
    limit: () => 1_000,
    monotonicMs: () => ms,
    sleep: async (more) => {
      sleeps += 1;
      if (sleeps === 1) throw new Error('the station ends');
      ms += more;
    },
  });
  await pace.take(10);
  const all = [1, 2, 3].map((n) => pace.take(10).then(() => order.push(n)));
  const ended = await Promise.allSettled(all);
  t.same(
    ended.map(({ status }) => status),
    ['rejected', 'fulfilled', 'fulfilled'],
  );
  t.same(order, [2, 3]);
});
