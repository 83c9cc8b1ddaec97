import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../src/clock.ts';
import { loadConfig } from '../../../src/config.ts';
import { cardInFolder } from '../../../src/dock/card.ts';
import { placesIn } from '../../../src/station/data-folder.ts';
import { Dockings } from '../../../src/station/dockings.ts';
import { initStation } from '../../../src/station/init.ts';
import { openStation } from '../../../src/station.ts';
import { Ceph, owner } from '../../../test/labs/s3/ceph.ts';
import { S3Proxy } from '../../../test/support/s3-proxy.ts';
import { makeCard } from './card.ts';
import { freshFolder, removeFolder } from './contenders.ts';
import { dropCaches } from './machine.ts';

/** How long a recorder was held, from being docked to being free. */
export interface Freed {
  readonly vault: string;
  readonly seconds: number;
}

const plan = { files: 4, fileBytes: 64 * 2 ** 20 } as const;
const slowBytesPerSecond = 1_000_000;
const actor = { kind: 'person', id: 'os:bench' } as const;

/** The same card at a station with a local vault, with a store at full speed, and with one slowed to 1 MB/s. */
export async function freeRecorder(folder: string, say: (line: string) => void): Promise<readonly Freed[]> {
  const ending: (() => void)[] = [];
  const ceph = await Ceph.start();
  try {
    const proxy = await S3Proxy.start({ teardown: (end: () => void) => ending.push(end) }, ceph.port);
    const card = makeCard(join(folder, 'freed'), plan);
    const stores: readonly (readonly [string, string | null, number | null])[] = [
      ['local disk', null, null],
      ['store', ceph.endpoint, null],
      ['store slowed to 1 MB/s', proxy.endpoint, slowBytesPerSecond],
    ];
    const freed: Freed[] = [];
    for (const [vault, endpoint, speed] of stores) {
      proxy.slow(speed);
      const seconds = await held(freshFolder(join(folder, 'station')), card, endpoint);
      say(`a recorder is free after ${seconds.toFixed(2)} s: ${vault}`);
      freed.push({ vault, seconds });
    }
    return freed;
  } finally {
    for (const end of ending) end();
    await ceph.stop();
    removeFolder(join(folder, 'station'));
  }
}

async function held(folder: string, card: string, endpoint: string | null): Promise<number> {
  const file = join(folder, 'config.yaml');
  const keyFile = join(folder, 'keys');
  writeFileSync(
    keyFile,
    `aws_access_key_id = ${owner.accessKeyId}\naws_secret_access_key = ${owner.secretAccessKey}\n`,
  );
  const s3 = {
    endpoint,
    bucket: 'bench-freed',
    prefix: `${endpoint === null ? 'none' : new URL(endpoint).port}/`,
    keyFile,
  };
  const vault = endpoint === null ? {} : { kind: 's3', s3 };
  writeFileSync(file, JSON.stringify({ version: 1, vault }));
  const config = loadConfig(file, { dataOverride: join(folder, 'data'), env: {} });
  await initStation(placesIn(config.dataFolder, config.vault.folder), config, actor, systemClock);
  const station = await openStation(config, { actor, version: 'bench', log: () => undefined });
  station.uploads?.start();
  dropCaches();
  const dockings = new Dockings(
    station,
    () => undefined,
    () => undefined,
  );
  const began = performance.now();
  await dockings.ingest(cardInFolder('01', card, true), null, () => undefined);
  const seconds = (performance.now() - began) / 1_000;
  await station.close();
  return seconds;
}
