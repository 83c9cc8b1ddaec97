import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Test } from 'tap';
import { cardInFolder } from '../../src/dock/card.ts';
import type { DockingReport } from '../../src/intake/docking-report.ts';
import type { Dockings } from '../../src/station/dockings.ts';
import type { Station } from '../../src/station.ts';
import { type Ceph, owner } from '../labs/s3/ceph.ts';
import { type Content, gaName, makeCard } from './cards.ts';
import { S3Proxy } from './s3-proxy.ts';
import { storeAt } from './s3-vault.ts';
import { initialised, opened, type SpoilableStation, tamperFolder } from './tamper-station.ts';

/** A station whose vault is the real server, with a proxy in between. */
export interface StoreStation extends SpoilableStation {
  readonly proxy: S3Proxy;
  readonly base: string;
}

export async function storeStation(t: Test, ceph: Ceph, uploadsAtOnce = 4): Promise<StoreStation> {
  const base = tamperFolder(t);
  const proxy = await S3Proxy.start(t, ceph.port);
  const keyFile = join(base, 'keys');
  const { accessKeyId, secretAccessKey } = owner;
  await writeFile(
    keyFile,
    `[default]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key=${secretAccessKey}\n`,
  );
  const { bucket } = storeAt(proxy.endpoint);
  const s3 = { endpoint: proxy.endpoint, bucket, prefix: 'st01/', keyFile, partMebibytes: 5, uploadsAtOnce };
  return { ...(await initialised(base, null, { kind: 's3', s3: { ...s3, answerSeconds: 5 } })), proxy, base };
}

/** Opens it until the test closes it or breaks off: left open, its ledger's thread would keep the process for ever. */
export async function openedStore(t: Test, made: StoreStation): Promise<Station> {
  const station = await opened(made);
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= station.close();
    return closing;
  };
  t.teardown(async () => {
    made.proxy.calm();
    await close();
  });
  return { ...station, close };
}

const device = '1234567';

/** One that goes up in parts, a small one, and a sidecar. */
const files: Readonly<Record<string, Content>> = {
  [gaName(1)]: 6 * 1_048_576,
  [gaName(2)]: 3_000,
  [gaName(1).replace(/\.mp4$/, '.nmea')]: 77,
};

export async function ingestCard(dockings: Dockings, root: string, content = files): Promise<DockingReport> {
  await makeCard(root, device, content);
  return await dockings.ingest(cardInFolder('07', root, true), null, () => undefined);
}

/** Names of what is staged. */
export function stagedOf({ places }: SpoilableStation): Promise<string[]> {
  return readdir(join(places.vault, 'staging'));
}

export function storedCount({ db }: Station): number {
  return (
    db.prepare<[], number>('SELECT count(*) FROM view_evidence WHERE stored IS NOT NULL').pluck().get() ?? 0
  );
}
