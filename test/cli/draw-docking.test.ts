import fc from 'fast-check';
import t from 'tap';
import { displayWidth } from '../../src/cli/display-width.ts';
import { verdictOf } from '../../src/cli/docking-verdict.ts';
import { drawDocking, drawDockingShort } from '../../src/cli/draw-docking.ts';
import { colourPaint } from '../../src/cli/paint.ts';
import type { DockingPhase, DockingSnapshot } from '../../src/intake/progress.ts';
import { languages } from '../../src/texts/text.ts';

const copying: DockingSnapshot = {
  docking: 'ST01-D000001',
  port: '01',
  root: '/dock/01',
  recorder: '2222222',
  profile: 'generic-ga-t-947',
  phase: 'copying',
  files: { total: 4, done: 1 },
  bytes: { total: 1_200_000_000, done: 450_000_000 },
  bytesPerSecond: 150_000_000,
  secondsLeft: 5,
  current: 'DCIM/VIDEO/20260902/A11_2222222_222222_20260902180112_0002.mp4',
  failed: 0,
  deferred: 0,
  safeToTake: false,
  ...{ erased: null, erasing: null },
};

const complete: DockingSnapshot = {
  ...copying,
  phase: 'complete',
  files: { total: 4, done: 4 },
  bytes: { total: 1_200_000_000, done: 1_200_000_000 },
  bytesPerSecond: 0,
  secondsLeft: null,
  current: null,
  safeToTake: true,
};

const phases: readonly DockingPhase[] = [
  'looking',
  'copying',
  'paused',
  'waiting_for_space',
  'finishing',
  'complete',
  'refused',
  'given_up',
  'ended',
];

t.test('while a card is read: whose, how far, how fast, how long, and not to be pulled', async (t) => {
  t.strictSame(drawDocking(copying, 'zh', 79), [
    '┃ 仓位 01  执法记录仪 2222222                                        [请勿拔出]',
    '┃ 采集中     ██████░░░░░░░░░░░   37%  429 MiB / 1.12 GiB  143 MiB/s  剩余 0:05',
    '┃ 1 / 4 个记录  DCIM/VIDEO/20260902/A11_2222222_222222_20260902180112_0002.mp4',
  ]);
  t.strictSame(drawDocking(copying, 'en', 100), [
    '┃ Port 01  recorder 2222222                                                            [do not pull]',
    '┃ taking in  ██████████████░░░░░░░░░░░░░░░░░░░░░░░░   37%  429 MiB / 1.12 GiB  143 MiB/s  0:05 left',
    '┃ 1 of 4 recordings  DCIM/VIDEO/20260902/A11_2222222_222222_20260902180112_0002.mp4',
  ]);
});

t.test('when all is secured it may be taken, and only then', async (t) => {
  t.match(drawDocking(complete, 'zh', 79)[0], /\[可取下\]$/);
  t.match(drawDocking(complete, 'en', 79)[0], /\[safe to take\]$/);
  for (const phase of phases) {
    const words = drawDocking({ ...copying, phase }, 'en', 79).join('\n');
    t.notMatch(words, /safe to take/, phase);
  }
  t.equal(verdictOf({ ...copying, phase: 'looking' }).text, 'hold');
  t.equal(verdictOf({ ...copying, phase: 'paused' }).text, 'hold');
});

t.test(
  'a recorder with recordings left on it must not be erased, and the screen says where to look',
  async (t) => {
    const left = { ...complete, failed: 1, deferred: 2, safeToTake: false };
    t.match(
      drawDocking(left, 'zh', 79).join('\n'),
      /\[请勿清空\][\s\S]*3 个记录未采集.*--docking ST01-D000001/,
    );
    t.match(drawDocking(left, 'en', 79).join('\n'), /\[do not erase\][\s\S]*3 recording\(s\) not taken in/);
  },
);

t.test('no bar says that all is there while a byte is missing', async (t) => {
  const almost = { ...copying, bytes: { total: 1_000_000, done: 999_999 } };
  t.match(drawDocking(almost, 'en', 79)[1], / 99% /);
  t.match(drawDocking(almost, 'en', 79)[1], /░/);
});

t.test('a card that says nothing of itself is not shown as a recorder', async (t) => {
  const [line] = drawDocking({ ...copying, recorder: 'folder:/dock/01' }, 'zh', 79);
  t.match(line, /仓位 01 {2}卡上无编号/);
  t.match(
    drawDocking({ ...copying, recorder: null, phase: 'looking' }, 'zh', 79)[0],
    /^┃ 仓位 01 +\[请勿拔出\]$/,
  );
});

t.test('a file name from the card cannot steer the terminal', async (t) => {
  const drawn = drawDocking(
    { ...copying, port: 'a\u001b[2J', current: 'x\u001b[31m\n\u202egpj.mp4' },
    'en',
    79,
  );
  t.notMatch(drawn.join(''), /[\u001b\n\u202e]/);
});

const anySnapshot: fc.Arbitrary<DockingSnapshot> = fc
  .record({
    port: fc.string({ unit: 'grapheme', maxLength: 20 }),
    recorder: fc.option(fc.string({ unit: 'grapheme', maxLength: 80 })),
    phase: fc.constantFrom(...phases),
    current: fc.option(fc.string({ unit: 'grapheme', maxLength: 200 })),
    total: fc.nat(2 ** 31 - 1),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    rate: fc.nat(2 ** 31 - 1),
    secondsLeft: fc.option(fc.nat(1_000_000)),
    failed: fc.nat(3),
  })
  .map(({ total, share, rate, ...rest }) => ({
    ...copying,
    ...rest,
    bytes: { total, done: Math.floor(total * share) },
    bytesPerSecond: rate,
  }));

t.test('whatever there is to show, no line is wider than the terminal', async (t) => {
  fc.assert(
    fc.property(
      anySnapshot,
      fc.constantFrom(...languages),
      fc.integer({ min: 40, max: 200 }),
      (one, language, width) => {
        const lines = [...drawDocking(one, language, width), drawDockingShort(one, language, width)];
        return lines.every((line) => displayWidth(line) <= width);
      },
    ),
    { numRuns: 300 },
  );
  t.pass();
});

t.test('colours change nothing but the colours', async (t) => {
  const bare = (text: string): string => text.replaceAll(/\u001b\[[\d;]*m/g, '');
  for (const snapshot of [copying, complete]) {
    const plain = drawDocking(snapshot, 'zh', 79).map((line) => line.replaceAll(/[[\]]/g, ' ').trimEnd());
    const coloured = drawDocking(snapshot, 'zh', 79, colourPaint).map((line) => bare(line).trimEnd());
    t.strictSame(coloured, plain);
  }
});
