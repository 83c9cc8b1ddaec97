// Runs in the guest, as JavaScript since its type stripping takes the emulated processor 5 s: runs commands, reads and
// writes files, looks at the USB bus. `agent-orders.ts` says what it is asked and what it answers.
import { execFileSync, fork, spawn } from 'node:child_process';
import {
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, dirname, join } from 'node:path';

const orders = {
  run: ({ command, milliseconds }) => runToEnd(command, milliseconds),
  start: ({ command, log }) => startProgram(command, log),
  read: async ({ path }) => ({ base64: (await readFile(path)).toString('base64') }),
  write: async ({ path, base64 }) => {
    await writeFile(path, Buffer.from(base64, 'base64'));
    return {};
  },
  changed: async ({ path }) => ({
    at: String(statSync(path, { bigint: true, throwIfNoEntry: false })?.mtimeNs ?? '') || null,
  }),
  blockDevices: async () => ({ devices: blockDevices() }),
  docket: ({ args }) => docket(args),
  clock: async () => ({ milliseconds: Date.now() }),
};

/** The flags of `scripts/docket`: what Node compiled is only taken by a Node with the same ones. */
const flags = ['--max-semi-space-size=8'];
const compiled = '/compiled';

/** Node calls its folder of compiled sources after its processor; what was compiled on the host holds here as well. */
function useCompiled() {
  const asked = 'process.stdout.write(require("node:module").getCompileCacheDir())';
  const env = { ...process.env, NODE_COMPILE_CACHE: '/run/docket-compiled' };
  const folder = execFileSync(process.execPath, [...flags, '-e', asked], { env, encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  symlinkSync(compiled, folder);
  process.env.NODE_COMPILE_CACHE = env.NODE_COMPILE_CACHE;
}

const server = { child: null, number: 0, waiting: new Map() };

/** Started with the first command; one that dies takes its unanswered commands with it and is started anew. */
function docket(args) {
  server.child ??= startServer();
  server.number += 1;
  const id = server.number;
  const answered = new Promise((resolve) => server.waiting.set(id, resolve));
  server.child.send({ id, args });
  return answered;
}

function startServer() {
  const env = { ...process.env, UV_THREADPOOL_SIZE: '128' };
  const options = { cwd: '/root', execArgv: flags, env };
  const child = fork(join(import.meta.dirname, 'command-server.mjs'), options);
  const settle = (id, outcome) => {
    server.waiting.get(id)?.(outcome);
    server.waiting.delete(id);
  };
  child.on('message', ({ id, outcome }) => settle(id, outcome));
  child.on('exit', (code, signal) => {
    server.child = null;
    const err = `the command server ended with ${code ?? signal}`;
    for (const id of [...server.waiting.keys()]) settle(id, { exit: -1, out: '', err });
  });
  return child;
}

function runToEnd(command, milliseconds) {
  return new Promise((resolve) => {
    const child = spawn('/bin/sh', ['-c', command], {
      cwd: '/root',
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) {
      child[stream].setEncoding('utf8').on('data', (text) => {
        said[stream] += text;
      });
    }
    // A process that hangs in a read of a dead card cannot be killed: the answer does not wait for it.
    const timer = setTimeout(() => {
      resolve({ ended: 'timeout', ...said });
      killGroup(child.pid);
    }, milliseconds);
    child.on('error', (error) => resolve({ ended: String(error), ...said }));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ ended: code ?? signal, ...said });
    });
  });
}

function killGroup(group) {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}

function startProgram(command, log) {
  const output = openSync(log, 'a');
  const child = spawn('/bin/sh', ['-c', `exec ${command}`], {
    cwd: '/root',
    detached: true,
    stdio: ['ignore', output, output],
  });
  return { pid: child.pid };
}

/** Disks that vanish while they are looked at are left out. */
function blockDevices() {
  return readdirSync('/sys/block')
    .filter((name) => name.startsWith('sd'))
    .flatMap((name) => {
      try {
        return deviceOf(name) ?? [];
      } catch {
        return [];
      }
    });
}

function deviceOf(name) {
  const disk = realpathSync(`/sys/block/${name}`);
  let usb = disk;
  while (usb !== '/' && !existsSync(join(usb, 'idVendor'))) usb = dirname(usb);
  if (usb === '/') return null;
  const text = (folder, file) =>
    existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : null;
  return {
    name,
    partitions: readdirSync(disk).filter((entry) => existsSync(join(disk, entry, 'partition'))),
    sectors: Number(text(disk, 'size')),
    readOnly: text(disk, 'ro') === '1',
    port: basename(usb),
    lun: Number(basename(realpathSync(join(disk, 'device'))).split(':')[3]),
    usbId: `${text(usb, 'idVendor')}:${text(usb, 'idProduct')}`,
    manufacturer: text(usb, 'manufacturer'),
    product: text(usb, 'product'),
    serial: text(usb, 'serial'),
  };
}

async function answer(request, response) {
  try {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const order = JSON.parse(Buffer.concat(chunks).toString());
    response.end(JSON.stringify({ ok: await orders[order.order](order) }));
  } catch (error) {
    response.end(JSON.stringify({ failed: String(error) }));
  }
}

useCompiled();
// It takes as long to start as the daemon does, which is started now as well.
server.child = startServer();
createServer(answer).listen(8099, '0.0.0.0', () => {
  console.log(`LAB agent ready, Node ${process.version}`);
});
