// Runs in the guest, on the checkout's own Node: runs commands, reads and writes files, looks at the USB bus.
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AgentAnswer, AgentOrder } from './agent-orders.ts';
import { blockDevices } from './sysfs.ts';

const port = 8099;

function runToEnd(command: string, milliseconds: number): Promise<AgentAnswer<'run'>> {
  return new Promise((resolve) => {
    const child = spawn('/bin/sh', ['-c', command], {
      cwd: '/root',
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        said[stream] += text;
      });
    }
    // A process that hangs in a read of a dead card cannot be killed: the answer does not wait for it.
    const timer = setTimeout(() => {
      resolve({ ended: 'timeout', ...said });
      kill(child.pid);
    }, milliseconds);
    child.on('error', (error) => resolve({ ended: String(error), ...said }));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ ended: code ?? String(signal), ...said });
    });
  });
}

function kill(group: number | undefined): void {
  if (group === undefined) return;
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}

function startProgram(command: string, log: string): AgentAnswer<'start'> {
  const output = openSync(log, 'a');
  const child = spawn('/bin/sh', ['-c', `exec ${command}`], {
    cwd: '/root',
    detached: true,
    stdio: ['ignore', output, output],
  });
  child.unref();
  return { pid: child.pid ?? 0 };
}

async function obey(order: AgentOrder): Promise<unknown> {
  switch (order.order) {
    case 'run':
      return runToEnd(order.command, order.milliseconds);
    case 'start':
      return startProgram(order.command, order.log);
    case 'read':
      return { base64: (await readFile(order.path)).toString('base64') };
    case 'write':
      await writeFile(order.path, Buffer.from(order.base64, 'base64'));
      return {};
    case 'blockDevices':
      return { devices: blockDevices() };
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    // The lab's own test process is the only one who can reach this port.
    const order = JSON.parse(Buffer.concat(chunks).toString()) as AgentOrder;
    response.end(JSON.stringify({ ok: await obey(order) }));
  } catch (error) {
    response.end(JSON.stringify({ failed: String(error) }));
  }
}

createServer((request, response) => void answer(request, response)).listen(port, '0.0.0.0', () => {
  console.log(`LAB agent ready, Node ${process.version}`);
});
