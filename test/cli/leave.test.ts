import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t, { type Test } from 'tap';

const leave = fileURLToPath(new URL('../../src/cli/leave.ts', import.meta.url));

/** Two threads hang in an open that nobody answers, as with a dead card, while the program does the rest. */
const program = (fifo: string, rest: string): string => `
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { leave, leaveOnDefect, tolerateClosedOutput } from ${JSON.stringify(leave)};
tolerateClosedOutput();
leaveOnDefect(1);
const hang = 'import("node:fs/promises").then((fs) => fs.readFile(process.env.FIFO))';
new Worker(hang, { eval: true, env: { FIFO: ${JSON.stringify(fifo)} } });
readFile(${JSON.stringify(fifo)});
await new Promise((done) => setTimeout(done, 100));
${rest}
`;

const longAnswer = `process.stdout.write('x'.repeat(4_000_000) + 'end');
await leave(7);`;

function hung(t: Test, rest: string): ReturnType<typeof spawn> {
  const folder = t.testdir({});
  const fifo = join(folder, 'dead-card');
  execFileSync('mkfifo', [fifo]);
  const child = spawn(process.execPath, ['--input-type=module', '-e', program(fifo, rest)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.teardown(() => child.kill('SIGKILL'));
  return child;
}

t.test('a card that hangs holds up neither the end nor the exit code nor what was printed', async (t) => {
  const child = hung(t, longAnswer);
  let last = '';
  let bytes = 0;
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    bytes += text.length;
    last = text.slice(-3);
  });
  t.strictSame(await once(child, 'close'), [7, null]);
  t.equal(bytes, 4_000_003);
  t.equal(last, 'end');
});

t.test('a reader that has gone away is no reason to hang or to fail', async (t) => {
  const child = hung(t, longAnswer);
  child.stdout?.destroy();
  t.strictSame(await once(child, 'exit'), [7, null]);
});

t.test('a defect that nobody caught is told and ends the process', async (t) => {
  const child = hung(t, `throw new Error('a defect');`);
  let told = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  t.strictSame(await once(child, 'close'), [1, null]);
  t.match(told, 'a defect');
});
