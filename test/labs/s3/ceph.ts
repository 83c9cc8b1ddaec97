import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type CephPlan, cephConf } from './ceph-conf.ts';
import { killDaemon, needCeph, runProgram, S3LabError, startDaemon } from './programs.ts';

/** Who may do everything there is to do in the lab's store, its owner. */
export const owner = {
  accessKeyId: 'DOCKETLAB00000000001',
  secretAccessKey: 'docket-lab-secret-of-no-worth',
} as const;

const startSeconds = 60;
/** A port that was free may be taken before the daemon asks for it: then everything is begun anew. */
const tries = 3;

/** A real S3 server with Object Lock on this machine: one monitor, one store in memory, one gateway. */
export class Ceph {
  readonly #plan: CephPlan;
  readonly #store: readonly ChildProcess[];
  #gateway: ChildProcess;

  private constructor(plan: CephPlan, store: readonly ChildProcess[], gateway: ChildProcess) {
    this.#plan = plan;
    this.#store = store;
    this.#gateway = gateway;
  }

  /** Error: `S3LabError`, with the logs left where it says. */
  static async start(): Promise<Ceph> {
    needCeph();
    for (let left = tries; ; left--) {
      const begun = await begin();
      try {
        return new Ceph(begun.plan, begun.store, await begun.gateway());
      } catch (error) {
        await Promise.all(begun.store.map(killDaemon));
        if (left === 1) throw error;
        await rm(begun.plan.folder, { recursive: true });
      }
    }
  }

  /** Where its daemons keep their logs. */
  get folder(): string {
    return this.#plan.folder;
  }

  get port(): number {
    return this.#plan.gatewayPort;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The gateway dies in whatever it is doing; what the store has, it keeps. */
  async killGateway(): Promise<void> {
    await killDaemon(this.#gateway);
  }

  async startGateway(): Promise<void> {
    this.#gateway = await startGateway(this.#plan);
  }

  async stop(): Promise<void> {
    await Promise.all([this.#gateway, ...this.#store].map(killDaemon));
    await rm(this.#plan.folder, { recursive: true });
  }
}

async function begin() {
  const folder = await mkdtemp(join(tmpdir(), 'docket-s3-lab-'));
  const [monitorPort, gatewayPort] = [await freePort(), await freePort()];
  const plan: CephPlan = { folder, fsid: randomUUID(), monitorPort, gatewayPort };
  await Promise.all(['mon', 'osd', 'rgw', 'crash'].map((name) => mkdir(join(folder, name))));
  await writeFile(confOf(plan), cephConf(plan));
  await writeFile(join(folder, 'keyring'), '');
  const monitor = await startMonitor(plan);
  const osd = await startStore(plan);
  const gateway = async (): Promise<ChildProcess> => {
    const started = await startGateway(plan);
    await createOwner(plan);
    return started;
  };
  return { plan, store: [monitor, osd], gateway };
}

function confOf({ folder }: CephPlan): string {
  return join(folder, 'ceph.conf');
}

async function startMonitor(plan: CephPlan): Promise<ChildProcess> {
  const map = join(plan.folder, 'monmap');
  const address = `[v2:127.0.0.1:${plan.monitorPort}]`;
  await runProgram('monmaptool', ['--create', '--fsid', plan.fsid, '--addv', 'a', address, map]);
  const self = ['-c', confOf(plan), '-i', 'a'];
  await runProgram('ceph-mon', [...self, '--mkfs', '--fsid', plan.fsid, '--monmap', map]);
  return startDaemon('ceph-mon', self);
}

async function startStore(plan: CephPlan): Promise<ChildProcess> {
  const uuid = randomUUID();
  const conf = ['-c', confOf(plan)];
  await runProgram('ceph', [...conf, '--connect-timeout', '30', 'osd', 'new', uuid, '0']);
  await runProgram('ceph-osd', [...conf, '-i', '0', '--mkfs', '--osd-uuid', uuid]);
  return startDaemon('ceph-osd', [...conf, '-i', '0']);
}

async function startGateway(plan: CephPlan): Promise<ChildProcess> {
  const gateway = startDaemon('radosgw', ['-c', confOf(plan), '-n', 'client.rgw']);
  const until = performance.now() + startSeconds * 1_000;
  while (!(await answers(plan.gatewayPort))) {
    if (gateway.exitCode === null && gateway.signalCode === null && performance.now() < until) {
      await wait(50);
      continue;
    }
    await killDaemon(gateway);
    throw new S3LabError(
      `the gateway does not answer at port ${plan.gatewayPort}; its log is in ${plan.folder}`,
    );
  }
  return gateway;
}

async function createOwner(plan: CephPlan): Promise<void> {
  const keys = [`--access-key=${owner.accessKeyId}`, `--secret-key=${owner.secretAccessKey}`];
  const user = ['--uid=docket', '--display-name=docket', ...keys];
  await runProgram('radosgw-admin', ['-c', confOf(plan), '-n', 'client.rgw', 'user', 'create', ...user]);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path: '/', timeout: 1_000 }, (response) => {
      response.resume();
      resolve(true);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
