import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t, { type Test } from 'tap';

const leave = fileURLToPath(new URL('../../src/cli/leave.ts', import.meta.url));

/** Two threads hang in an open that nobody answers, as with a dead card; then a long answer is printed. */
const program = (fifo: string): string => `
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { leave, tolerateClosedOutput } from ${JSON.stringify(leave)};
tolerateClosedOutput();
const hang = 'require("node:fs/promises").readFile(' + JSON.stringify(${JSON.stringify(fifo)}) + ')';
new Worker(hang, { eval: true });
readFile(${JSON.stringify(fifo)});
await new Promise((done) => setTimeout(done, 100));
process.stdout.write('x'.repeat(4_000_000) + 'end');
await leave(7);
`;

function hung(t: Test): ReturnType<typeof spawn> {
  const folder = t.testdir({});
  const fifo = join(folder, 'dead-card');
  execFileSync('mkfifo', [fifo]);
  const child = spawn(process.execPath, ['--input-type=module', '-e', program(fifo)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.teardown(() => child.kill('SIGKILL'));
  return child;
}

t.test('a card that hangs holds up neither the end nor the exit code nor what was printed', async (t) => {
  const child = hung(t);
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
  const child = hung(t);
  child.stdout?.destroy();
  t.strictSame(await once(child, 'exit'), [7, null]);
});
