import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { Ceph } from './ceph.ts';

async function answers(endpoint: string): Promise<boolean> {
  return await fetch(endpoint).then(
    () => true,
    () => false,
  );
}

t.test('two labs at once do not meet, and a gateway that was killed comes back', async (t) => {
  const [one, other] = await Promise.all([Ceph.start(), Ceph.start()]);
  t.not(one.port, other.port);
  t.same(await Promise.all([answers(one.endpoint), answers(other.endpoint)]), [true, true]);
  await one.killGateway();
  t.same(await Promise.all([answers(one.endpoint), answers(other.endpoint)]), [false, true]);
  await one.startGateway();
  t.equal(await answers(one.endpoint), true);
  await Promise.all([one.stop(), other.stop()]);
  t.same(await Promise.all([answers(one.endpoint), answers(other.endpoint)]), [false, false]);
});

t.test('a lab dies with its process, however that dies', async (t) => {
  const lab = spawn(process.execPath, [fileURLToPath(new URL('./run.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const piece of lab.stdout) {
    said += String(piece);
    if (said.includes('logs: ')) break;
  }
  const folder = /logs: (\S+)/.exec(said)?.[1] ?? '';
  const endpoint = /AWS_ENDPOINT_URL=(\S+)/.exec(said)?.[1] ?? '';
  t.equal(await answers(endpoint), true);
  lab.kill('SIGKILL');
  await once(lab, 'exit');
  while (await answers(endpoint)) await wait(20);
  t.equal(await answers(endpoint), false);
  // What was killed could not clear up.
  await rm(folder, { recursive: true });
});
