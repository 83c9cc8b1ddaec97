import { execFile } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import t from 'tap';

const run = promisify(execFile);
const library = fileURLToPath(new URL('../../scripts/lib/setup.sh', import.meta.url));
type Tap = Pick<typeof t, 'testdir'>;

/** A machine on which the named commands do what the given shell lines say and write down how they were called. */
function machine(t: Tap, commands: Readonly<Record<string, string>>): string {
  const folder = t.testdir({
    bin: {},
    'package.json': '{}',
    'package-lock.json': '{}',
    '.taprc': 'jobs: 2\n',
  });
  for (const [name, does] of Object.entries(commands)) {
    const file = join(folder, 'bin', name);
    writeFileSync(file, `#!/bin/sh\necho "${name} $*" >>'${folder}/calls'\n${does}\n`);
    chmodSync(file, 0o755);
  }
  return folder;
}

async function shell(
  folder: string,
  lines: string,
): Promise<{ code: number; stderr: string; calls: string }> {
  const env = { ...process.env, PATH: `${join(folder, 'bin')}:/usr/bin:/bin` };
  const script = `set -euo pipefail; home='${folder}'; . '${library}'\n${lines}`;
  const { code = 0, stderr } = await run('bash', ['-c', script], { env }).catch((error) => error);
  const calls = join(folder, 'calls');
  return { code, stderr, calls: existsSync(calls) ? readFileSync(calls, 'utf8') : '' };
}

const want =
  "need no-such-command some-package 'because'\nneed /no/such/file other-package 'why'\ninstall_missing";

t.test('what is there is not installed again', async (t) => {
  const folder = machine(t, { 'apt-get': 'exit 1' });
  const { code, calls, stderr } = await shell(
    folder,
    "need sh dash 'x'\nneed /bin/sh dash 'x'\ninstall_missing",
  );
  t.equal(code, 0);
  t.equal(calls, '');
  t.equal(stderr, '');
});

t.test(
  'as root the missing packages are installed in one go, asking nothing, after saying what and why',
  async (t) => {
    const folder = machine(t, { id: 'echo 0', 'apt-get': '' });
    const { code, calls, stderr } = await shell(folder, want);
    t.equal(code, 0);
    t.match(
      calls,
      /apt-get .*update\n.*apt-get .*install -y --no-install-recommends some-package other-package\n/s,
    );
    t.match(stderr, /some-package.*because.*other-package.*why/s);
  },
);

t.test('another user goes through sudo where it asks for no password', async (t) => {
  const folder = machine(t, { id: 'echo 1000', 'apt-get': '', sudo: '[ "$1" = -n ] && shift; "$@"' });
  const { code, calls } = await shell(folder, want);
  t.equal(code, 0);
  t.match(calls, /sudo -n env DEBIAN_FRONTEND=noninteractive apt-get .*install -y/);
});

t.test('where that is not possible, the exact command is shown and nothing hangs', async (t) => {
  const folder = machine(t, { id: 'echo 1000', 'apt-get': '', sudo: 'exit 1' });
  const { code, stderr, calls } = await shell(folder, want);
  t.equal(code, 1);
  t.match(stderr, "sudo sh -c 'apt-get update && apt-get install -y some-package other-package'");
  t.notMatch(calls, /apt-get/);
});

t.test('an installation that fails stops the script', async (t) => {
  const folder = machine(t, { id: 'echo 0', 'apt-get': 'exit 100' });
  const { code, stderr } = await shell(folder, want);
  t.equal(code, 1);
  t.match(stderr, 'apt-get update && apt-get install -y some-package other-package');
});

t.test('npm packages are brought once, and again when the lock file has changed', async (t) => {
  const folder = machine(t, { npm: 'mkdir -p node_modules' });
  await shell(folder, 'install_node_packages; install_node_packages');
  t.equal((await shell(folder, 'install_node_packages')).calls, 'npm ci\n');
  writeFileSync(join(folder, 'package-lock.json'), '{"changed":true}');
  const { code, calls } = await shell(folder, 'install_node_packages');
  t.equal(code, 0);
  t.equal(calls, 'npm ci\nnpm ci\n');
});

t.test(
  'a lock file that npm ci refuses for other machines’ packages still gives the locked versions',
  async (t) => {
    const folder = machine(t, { npm: '[ "$1" = ci ] && exit 1; mkdir -p node_modules' });
    const { code, calls } = await shell(folder, 'install_node_packages');
    t.equal(code, 0);
    t.equal(calls, 'npm ci\nnpm install --no-save\n');
  },
);

t.test(
  'without a network the script stops and shows what npm said, and the next run tries again',
  async (t) => {
    const folder = machine(t, { npm: 'echo ENOTFOUND; exit 1' });
    const { code, stderr } = await shell(folder, 'install_node_packages');
    t.equal(code, 1);
    t.match(stderr, 'ENOTFOUND');
    t.match((await shell(folder, 'install_node_packages')).calls, /(npm ci\n.*){2}/s);
  },
);
