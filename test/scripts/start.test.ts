import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { loadConfig } from '../../src/config.ts';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
type Tap = Pick<typeof t, 'testdir' | 'teardown'>;

/**
 * Stands for the daemon: `init` makes the data folder, `serve` opens the socket and lives until it is told to end; whatever
 * else is asked for is done at once.
 */
const main = `
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
const [command, ...args] = process.argv.slice(2);
const data = args.includes('--data') ? args[args.indexOf('--data') + 1] : process.env.FALLBACK;
appendFileSync(process.env.CALLS, JSON.stringify([command, ...args]) + '\\n');
if (command === 'init') {
  mkdirSync(data, { recursive: true });
} else if (command === 'serve') {
  const socket = data + '/docket.sock';
  rmSync(socket, { force: true });
  const server = createServer();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.close());
  server.listen(socket);
}
`;

interface Station {
  readonly folder: string;
  readonly home: string;
  readonly data: string;
  readonly calls: () => readonly string[][];
  readonly start: (...args: string[]) => ChildProcess;
}

/** A checkout with the real scripts, whose program is the stand-in above. */
function station(t: Tap): Station {
  const folder = t.testdir({
    src: { 'main.ts': main },
    bin: {},
    node_modules: { '.bin': {} },
    'package.json': '{"type":"module"}',
    'package-lock.json': '{}',
  });
  cpSync(join(checkout, 'scripts'), join(folder, 'scripts'), { recursive: true });
  for (const name of readdirSync(join(checkout, 'node_modules')).filter((name) =>
    /^node-(linux|darwin)-/.test(name),
  ))
    symlinkSync(join(checkout, 'node_modules', name), join(folder, 'node_modules', name));
  symlinkSync(process.execPath, join(folder, 'node_modules/.bin/node'));
  writeFileSync(join(folder, 'bin/npm'), '#!/bin/sh\n');
  chmodSync(join(folder, 'bin/npm'), 0o755);
  const { DOCKET_DATA: _data, XDG_DATA_HOME: _xdg, ...rest } = process.env;
  const calls = join(folder, 'calls');
  // A socket's path has 107 bytes at most; the fixture's own is longer.
  const short = mkdtempSync(join(tmpdir(), 'docket-'));
  t.teardown(() => rmSync(short, { recursive: true, force: true }));
  const data = join(short, 'data');
  const env = {
    ...rest,
    PATH: `${join(folder, 'bin')}:/usr/bin:/bin`,
    HOME: short,
    CALLS: calls,
    FALLBACK: data,
  };
  return {
    folder,
    home: short,
    data,
    calls: () =>
      existsSync(calls)
        ? readFileSync(calls, 'utf8')
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line))
        : [],
    start: (...args) => {
      const child = spawn(join(folder, 'scripts/start'), args, {
        env,
        cwd: '/',
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      t.teardown(() => child.kill('SIGKILL'));
      return child;
    },
  };
}

/** Until it is so; a station that never gets there is stopped by the time limit of the tests. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(20);
}

async function ended(child: ChildProcess): Promise<number | null> {
  const [code] = await once(child, 'exit');
  return code;
}

t.test('it initialises, then becomes the daemon, and an interrupt ends the daemon cleanly', async (t) => {
  const { data, calls, start } = station(t);
  const child = start('--data', data, '--plain');
  await until(() => existsSync(join(data, 'docket.sock')));
  child.kill('SIGINT');
  t.equal(await ended(child), 0);
  t.strictSame(calls(), [
    ['init', '--data', data],
    ['serve', '--data', data, '--plain'],
  ]);
});

t.test('without --data the configuration decides where the data lie', async (t) => {
  const { data, calls, start } = station(t);
  const child = start('--config', '/etc/docket.yaml');
  await until(() => existsSync(join(data, 'docket.sock')));
  child.kill('SIGTERM');
  t.equal(await ended(child), 0);
  t.strictSame(calls(), [
    ['init', '--config', '/etc/docket.yaml'],
    ['serve', '--config', '/etc/docket.yaml'],
  ]);
});

t.test('with --sample two cards appear in the watched folder once the daemon is ready', async (t) => {
  const { data, calls, start } = station(t);
  const child = start('--sample', '--data', data);
  await until(() => existsSync(join(data, 'dock/02')));
  t.strictSame(
    calls().map(([command, ...args]) => [command, ...args.slice(0, 2)]),
    [
      ['init', '--config', calls()[0]?.[2]],
      ['register', 'import', join(data, 'sample-registers.new')],
      ['serve', '--data', data],
    ],
    'whose the cards are is known before they dock',
  );
  t.ok(existsSync(join(data, 'sample-registers/rosters.csv')));
  t.strictSame(readdirSync(join(data, 'dock')).sort(), ['01', '02']);
  t.ok(existsSync(join(data, 'dock/02/LOG')));
  t.strictSame(readdirSync(join(data, 'sample-cards-src')), []);
  const config = loadConfig(join(data, 'ingest.config.yaml'), { dataOverride: data, env: {} });
  t.strictSame(config.dock.folders, [{ path: join(data, 'dock'), kind: 'cards' }]);
  child.kill('SIGINT');
  t.equal(await ended(child), 0);

  const again = start('--sample', '--data', data);
  await until(() => existsSync(join(data, 'docket.sock')));
  t.strictSame(
    readdirSync(join(data, 'dock')).sort(),
    ['01', '02'],
    'repeated: the same cards, still docked',
  );
  t.strictSame(readdirSync(join(data, 'sample-cards-src')), []);
  t.equal(calls().filter(([command]) => command === 'register').length, 1, 'and the same registers');
  again.kill('SIGINT');
  t.equal(await ended(again), 0);
});

t.test('a socket left by a daemon that was killed does not count as ready', async (t) => {
  const { data, start } = station(t);
  for (const number of ['01', '02']) mkdirSync(join(data, 'sample-cards-src', number), { recursive: true });
  const killed = start('--data', data);
  await until(() => existsSync(join(data, 'docket.sock')));
  killed.kill('SIGKILL');
  await ended(killed);
  t.ok(existsSync(join(data, 'docket.sock')));
  const child = start('--sample', '--data', data);
  await until(() => existsSync(join(data, 'dock/02')));
  child.kill('SIGINT');
  t.equal(await ended(child), 0);
});

t.test('the sample station keeps away from the real one', async (t) => {
  const { home, calls, start } = station(t);
  const data = join(home, '.local/share/docket-sample');
  for (const number of ['01', '02']) mkdirSync(join(data, 'sample-cards-src', number), { recursive: true });
  const child = start('--sample');
  await until(() => existsSync(join(data, 'dock/02')));
  child.kill('SIGINT');
  t.equal(await ended(child), 0);
  t.match(calls()[1], ['serve', '--data', data]);
});

t.test('options that make no sense are refused before anything is done', async (t) => {
  const { calls, start } = station(t);
  t.equal(await ended(start('--data')), 2);
  t.equal(await ended(start('--sample', '--config', '/x')), 2);
  t.equal(await ended(start('--bogus')), 2, 'and nothing is created first');
  t.equal(await ended(start('--help')), 0);
  t.strictSame(calls(), []);
});
