import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, createReadStream, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Blake3Hasher } from '@napi-rs/blake-hash';
import type { OriginalFacts } from '../../../src/vault/contract.ts';
import { makeBucket } from '../../../src/vault/s3/bucket.ts';
import type { StoreSettings } from '../../../src/vault/s3/settings.ts';
import { Store } from '../../../src/vault/s3/store.ts';
import { Ceph, owner } from '../../../test/labs/s3/ceph.ts';
import { type CardPlan, makeCard } from './card.ts';
import { freshFolder, removeFolder } from './contenders.ts';
import { type Machine, machineWith } from './machine.ts';
import { measure } from './measure.ts';
import { type Freed, freeRecorder } from './vault-free.ts';

export interface UploadOrder {
  readonly store: StoreSettings;
  readonly staging: string;
  readonly files: readonly StagedFile[];
}

/** Intake knows the digests when a recording is staged: they are no part of the upload. */
export interface StagedFile extends OriginalFacts {
  readonly name: string;
}

export interface Uploaded {
  readonly uploadSeconds: number;
  /** From the last byte up to the last one read back. */
  readonly proofSeconds: number;
}

/** One round: both ways, one right after the other, each into a fresh server. */
export interface VaultRound {
  readonly docket: Uploaded & { readonly peakMebibytes: number; readonly cpuSeconds: number };
  readonly rclone: { readonly copySeconds: number; readonly checkSeconds: number };
}

export interface VaultResult {
  readonly benchmark: 'vault';
  readonly machine: Machine;
  readonly card: CardPlan;
  readonly rounds: readonly VaultRound[];
  readonly freed: readonly Freed[];
}

export interface VaultWish {
  readonly folder: string;
  readonly plan: CardPlan;
  readonly rounds: number;
  readonly say: (line: string) => void;
}

/** Uploads and reads back the same files by Docket's vault and by rclone, to the same kind of server. */
export async function benchVault({ folder, plan, rounds, say }: VaultWish): Promise<VaultResult> {
  const machine = machineWith(folder);
  const card = makeCard(folder, plan);
  const done: VaultRound[] = [];
  for (let round = 0; round < rounds; round++) {
    const first = round % 2 === 0 ? await byDocket(folder, card) : null;
    const rclone = await byRclone(card);
    const docket = first ?? (await byDocket(folder, card));
    done.push({ docket, rclone });
    const { uploadSeconds, proofSeconds } = docket;
    say(
      `round ${round + 1}: docket ${uploadSeconds.toFixed(2)} + ${proofSeconds.toFixed(2)} s, rclone ${rclone.copySeconds.toFixed(2)} + ${rclone.checkSeconds.toFixed(2)} s`,
    );
  }
  const freed = await freeRecorder(folder, say);
  removeFolder(join(folder, 'staging'));
  return { benchmark: 'vault', machine, card: plan, rounds: done, freed };
}

async function byDocket(folder: string, card: string): Promise<VaultRound['docket']> {
  return await withServer(async (store) => {
    const staging = freshFolder(join(folder, 'staging'));
    const files: StagedFile[] = [];
    for (const path of recordingsOf(card)) {
      copyFileSync(path, join(staging, basename(path)));
      files.push({ name: basename(path), ...(await factsOf(path)) });
    }
    const order: UploadOrder = { store, staging, files };
    const script = fileURLToPath(new URL('./vault-upload.ts', import.meta.url));
    const { stdout, peakMebibytes, cpuSeconds } = await measure([
      process.execPath,
      script,
      JSON.stringify(order),
    ]);
    return { ...(JSON.parse(stdout) as Uploaded), peakMebibytes, cpuSeconds };
  });
}

function recordingsOf(card: string): readonly string[] {
  return readdirSync(card, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

async function factsOf(path: string): Promise<OriginalFacts> {
  const [sha256, blake3] = [createHash('sha256'), new Blake3Hasher()];
  let bytes = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    sha256.update(piece);
    blake3.update(piece);
    bytes += piece.length;
  }
  return { sha256: sha256.digest('hex'), blake3: blake3.digest('hex'), bytes };
}

async function byRclone(card: string): Promise<VaultRound['rclone']> {
  return await withServer(async (store) => {
    await makeBucket(new Store(store));
    const to = `lab:${store.bucket}/card`;
    const chunks = ['--transfers', '8', '--s3-upload-concurrency', '8', '--s3-chunk-size', '8M'];
    const copy = await measure(['rclone', 'copy', ...chunks, card, to], rcloneConfig(store));
    const check = await measure(
      ['rclone', 'check', '--download', '--checkers', '8', card, to],
      rcloneConfig(store),
    );
    return { copySeconds: copy.wallSeconds, checkSeconds: check.wallSeconds };
  });
}

function rcloneConfig({ endpoint, keys }: StoreSettings): Readonly<Record<string, string>> {
  return {
    RCLONE_CONFIG: '/dev/null',
    // A bundle of certificates for other servers is more than its transport bears.
    AWS_CA_BUNDLE: '',
    RCLONE_CONFIG_LAB_TYPE: 's3',
    RCLONE_CONFIG_LAB_PROVIDER: 'Ceph',
    RCLONE_CONFIG_LAB_ENDPOINT: endpoint ?? '',
    RCLONE_CONFIG_LAB_ACCESS_KEY_ID: keys.accessKeyId,
    RCLONE_CONFIG_LAB_SECRET_ACCESS_KEY: keys.secretAccessKey,
  };
}

/** A fresh one each time: what it holds, it holds in memory. */
async function withServer<T>(use: (store: StoreSettings) => Promise<T>): Promise<T> {
  const ceph = await Ceph.start();
  try {
    return await use(storeOf(ceph.endpoint));
  } finally {
    await ceph.stop();
  }
}

export function storeOf(endpoint: string): StoreSettings {
  return {
    endpoint,
    region: 'us-east-1',
    bucket: `bench-${randomBytes(4).toString('hex')}`,
    prefix: '',
    mode: 'COMPLIANCE',
    pathStyle: true,
    keys: owner,
    ca: null,
    answerMs: 60_000,
    retryMs: 250,
  };
}
