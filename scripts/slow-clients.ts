// By hand: thousands of slow clients at once against a running station, and what somebody sees meanwhile who asks as one
// should. `ulimit -n 65536; node scripts/slow-clients.ts http://127.0.0.1:8460 10000`
import { get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const [station = 'http://127.0.0.1:8460', given = '10000', addresses = '200'] = process.argv.slice(2);
const { hostname, port } = new URL(station);
const wanted = Number(given);
/** So many clients are told apart on the loopback: 127.0.6.1 and on. */
const crowd = Number(addresses);
const seconds = 40;

const begins = [
  '',
  'GET /healthz HTTP/1.1\r\nHost: a\r\nX-Slow: ',
  'POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{"account":"',
];

const counts = { connected: 0, open: 0, sentAway: 0, failed: 0 };
const sockets = new Set<Socket>();

function slow(place: number): void {
  const localAddress = `127.0.${6 + Math.floor((place % crowd) / 250)}.${1 + ((place % crowd) % 250)}`;
  let begun = false;
  const socket = connect({ host: hostname, port: Number(port), localAddress }, () => {
    begun = true;
    counts.connected += 1;
    counts.open += 1;
    socket.write(begins[place % begins.length] ?? '');
  });
  sockets.add(socket);
  // A byte now and then: it is never idle, and never done.
  const dribble = setInterval(() => socket.write('x'), 1_000 + (place % 1_000));
  socket.on('data', () => undefined).on('error', () => undefined);
  socket.once('close', () => {
    clearInterval(dribble);
    sockets.delete(socket);
    if (!begun) counts.failed += 1;
    else {
      counts.open -= 1;
      counts.sentAway += 1;
    }
  });
}

/** Milliseconds until an answer, or null where there was none. */
async function asked(): Promise<number | null> {
  const begun = performance.now();
  const { promise, resolve } = Promise.withResolvers<number | null>();
  const request = get(
    { host: hostname, port, path: '/healthz', agent: false, timeout: 5_000 },
    (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode === 200 ? performance.now() - begun : null));
    },
  );
  request.on('timeout', () => request.destroy()).on('error', () => resolve(null));
  return await promise;
}

async function measured(name: string, until: number): Promise<void> {
  const times: (number | null)[] = [];
  while (performance.now() < until) {
    times.push(await asked());
    await wait(50);
  }
  const answered = times.filter((one) => one !== null).toSorted((a, b) => a - b);
  const at = (part: number): string =>
    (answered[Math.floor(answered.length * part)] ?? Number.NaN).toFixed(1);
  const facts = `${times.length - answered.length} unanswered of ${times.length}, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
  process.stdout.write(`${name}: ${facts}; slow clients ${JSON.stringify(counts)}\n`);
}

await measured('alone', performance.now() + 5_000);
const begun = performance.now();
const coming = (async () => {
  for (let i = 0; i < wanted; i += 1) {
    slow(i);
    if (i % 100 === 99) await wait(20);
  }
})();
await measured('while they come', begun + 10_000);
await coming;
await measured('while they stay', begun + seconds * 1_000);
for (const socket of sockets) socket.destroy();
await measured('afterwards', performance.now() + 3_000);
process.exit(0);
