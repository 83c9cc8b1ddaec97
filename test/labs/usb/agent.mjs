// Runs in the guest, as JavaScript since its type stripping takes the emulated processor 5 s: runs commands, reads and
// writes files, looks at the USB bus. `agent-orders.ts` says what it is asked and what it answers.
import { spawn } from 'node:child_process';
import { existsSync, openSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
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
  blockDevices: async () => ({ devices: blockDevices() }),
};

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

createServer(answer).listen(8099, '0.0.0.0', () => {
  console.log(`LAB agent ready, Node ${process.version}`);
});
