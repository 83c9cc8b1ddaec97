import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { type Cost, measure } from './measure.ts';

const docket = fileURLToPath(new URL('../../docket', import.meta.url));

/** One way of taking a card in. */
export interface Contender {
  readonly name: string;
  /** What is done, and what it proves. */
  readonly does: string;
  /** Reads its own program into memory, which an emptied cache has forgotten: only the card and the copy are cold. */
  readonly wake: readonly string[];
  readonly cost: (card: string, into: string) => Promise<Cost>;
}

export const contenders: readonly Contender[] = [
  {
    name: 'docket',
    does: '`scripts/docket ingest` into a fresh local vault: read once, SHA-256 and BLAKE3, fsync, read back from the disk, signed ledger, read-only and immutable',
    wake: [docket, '--version'],
    cost: withDocket,
  },
  {
    name: 'by hand',
    does: '`cp -r && sync && openssl dgst -sha256` over both sides; the copy is hashed from the page cache',
    wake: ['openssl', 'version'],
    cost: (card, into) =>
      shell(
        'cp -r "$1" "$2" && sync && find "$1" "$2" -type f -print0 | xargs -0 openssl dgst -sha256',
        card,
        into,
      ),
  },
  {
    name: 'by hand, from the disk',
    does: 'the same with the page cache dropped before the copy is hashed: what it takes to see what the disk has kept',
    wake: ['openssl', 'version'],
    cost: (card, into) =>
      shell(
        'cp -r "$1" "$2" && find "$1" -type f -print0 | xargs -0 openssl dgst -sha256 && sync && echo 3 >/proc/sys/vm/drop_caches && find "$2" -type f -print0 | xargs -0 openssl dgst -sha256',
        card,
        into,
      ),
  },
  {
    name: 'openssl',
    does: '`openssl dgst -sha256` over the card alone: the limit; nothing is copied',
    wake: ['openssl', 'version'],
    cost: (card, into) => shell('find "$1" -type f -print0 | xargs -0 openssl dgst -sha256', card, into),
  },
  {
    name: 'dc3dd',
    does: '`dc3dd if= hof= hash=sha256` for each file: copied, hashed, the copy hashed again',
    wake: ['dc3dd', '--version'],
    cost: (card, into) =>
      shell(
        'mkdir "$2" && find "$1" -type f | while IFS= read -r f; do dc3dd if="$f" hof="$2/$(basename "$f")" hash=sha256 >/dev/null 2>&1 || exit 1; done',
        card,
        into,
      ),
  },
  {
    name: 'rclone',
    does: '`rclone copy` and `rclone check --download`: copied, then compared byte by byte',
    wake: ['rclone', 'version'],
    cost: (card, into) =>
      shell('rclone copy "$1" "$2" && rclone check --download "$1" "$2"', card, into, {
        RCLONE_CONFIG: '/dev/null',
      }),
  },
];

function shell(
  script: string,
  card: string,
  into: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Cost> {
  return measure(['sh', '-c', script, 'sh', card, join(into, 'copy')], environment);
}

/** A fresh station is made first: its making is not the ingest. */
async function withDocket(card: string, into: string): Promise<Cost> {
  const data = join(into, 'station');
  execFileSync(docket, ['init', '--data', data, '--json'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const cost = await measure([docket, 'ingest', card, '--data', data, '--json']);
  const { summary } = JSON.parse(cost.stdout) as { summary: { stored: number } };
  const files = readdirSync(card, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  ).length;
  if (summary.stored !== files) throw new Error(`docket stored ${summary.stored} of ${files} recordings`);
  return cost;
}

/** How long the docking itself took, by the station's own ledger: without the start and the end of the process. */
export function dockingSeconds(into: string): number | null {
  const path = join(into, 'station/station.db');
  if (!existsSync(path)) return null;
  const db = new Database(path, { readonly: true });
  try {
    const row = db
      .prepare<[], { started: string; completed: string }>('SELECT started, completed FROM view_docking')
      .get();
    if (row === undefined) return null;
    return Temporal.Instant.from(row.completed).since(Temporal.Instant.from(row.started)).total('seconds');
  } finally {
    db.close();
  }
}

export function freshFolder(folder: string): string {
  removeFolder(folder);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Originals are immutable where the file system can: the flag goes first. */
export function removeFolder(folder: string): void {
  if (!existsSync(folder)) return;
  try {
    execFileSync('chattr', ['-R', '-i', folder], { stdio: 'ignore' });
  } catch {
    // A file system without flags: then nothing is immutable either.
  }
  rmSync(folder, { recursive: true });
}
