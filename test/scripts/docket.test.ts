import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import t from 'tap';

const run = promisify(execFile);
const checkout = fileURLToPath(new URL('../..', import.meta.url));
const main = `
console.log(JSON.stringify({
  args: process.argv.slice(2), node: process.execPath, pool: process.env.UV_THREADPOOL_SIZE,
  pid: process.pid, cwd: process.cwd(),
}));
process.exitCode = 7;
`;

/** A checkout in which the program only says how it was started. */
function checkoutWith(t: Tap, packages: boolean): string {
  const folder = t.testdir({ src: { 'main.ts': main }, scripts: {}, 'package.json': '{"type":"module"}' });
  copyFileSync(join(checkout, 'scripts/docket'), join(folder, 'scripts/docket'));
  chmodSync(join(folder, 'scripts/docket'), 0o755);
  if (packages) symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
type Tap = Pick<typeof t, 'testdir'>;

async function outcome(
  script: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<{ code: unknown; stdout: string; stderr: string }> {
  try {
    return { code: 0, ...(await run(script, args, options)) };
  } catch (error) {
    return Object(error);
  }
}

t.test('it runs the pinned Node from any folder, with its arguments and exit code untouched', async (t) => {
  const folder = checkoutWith(t, true);
  const args = ['ingest', '/a b/*', '--json', ''];
  const { code, stdout } = await outcome(join(folder, 'scripts/docket'), args, { cwd: '/' });
  t.equal(code, 7);
  t.match(JSON.parse(stdout), { args, cwd: '/', node: /node_modules\/node-[a-z]+-[a-z0-9]+\/bin\/node$/ });
});

t.test('it works through a symbolic link', async (t) => {
  const folder = checkoutWith(t, true);
  mkdirSync(join(folder, 'bin'));
  symlinkSync('../scripts/docket', join(folder, 'bin/docket'));
  const { code, stdout } = await outcome(join(folder, 'bin/docket'), ['x']);
  t.equal(code, 7);
  t.match(JSON.parse(stdout), { args: ['x'] });
});

t.test(
  'hung cards cannot fill the thread pool: it is widened, unless the station says otherwise',
  async (t) => {
    const script = join(checkoutWith(t, true), 'scripts/docket');
    const { UV_THREADPOOL_SIZE: _unset, ...env } = process.env;
    t.match(JSON.parse((await outcome(script, [], { env })).stdout), { pool: '128' });
    const set = { ...env, UV_THREADPOOL_SIZE: '16' };
    t.match(JSON.parse((await outcome(script, [], { env: set })).stdout), { pool: '16' });
  },
);

t.test('it becomes the program, so that a signal reaches it', async (t) => {
  const script = join(checkoutWith(t, true), 'scripts/docket');
  const started = run(script, []);
  const { stdout } = await started.catch((error) => error);
  t.equal(JSON.parse(stdout).pid, started.child.pid);
});

t.test('without its packages it says in both languages what to run', async (t) => {
  const folder = checkoutWith(t, false);
  const { code, stdout, stderr } = await outcome(join(folder, 'scripts/docket'), ['status', '--json']);
  t.equal(code, 1);
  t.equal(stdout, '');
  t.match(stderr, `请先运行：${folder}/scripts/start`);
  t.match(stderr, `Run first: ${folder}/scripts/start`);
});
