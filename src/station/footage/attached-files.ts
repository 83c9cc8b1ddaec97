import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '../../custody/database.ts';
import type { Actor } from '../../custody/entry.ts';
import type { AttachedTo } from '../../custody/entry-kinds.ts';
import type { Ledger } from '../../custody/ledger.ts';
import { subjectOf } from '../../intake/attached.ts';
import type { Vault } from '../../vault/contract.ts';
import { StationError } from '../error.ts';
import type { FootageFile } from './footage-file.ts';
import { soundBytes } from './sound-bytes.ts';

export interface AttachedRoom {
  readonly db: Db;
  readonly ledger: Ledger;
  readonly vault: Vault;
  /** Where files wait that are not in the vault yet. */
  readonly staging: string;
}

interface Row {
  readonly name: string | null;
  readonly bytes: number;
  /** Names the copy that waits; null: it is in the vault. */
  readonly waiting: string | null;
}

/**
 * A file that somebody has attached, once that it leaves is entered. It is hashed on its way, and what is not what the
 * ledger says never comes to its end. Error: `station.attachment_unknown`.
 */
export async function takeAttachment(
  { db, ledger, vault, staging }: AttachedRoom,
  { to, sha256 }: { readonly to: AttachedTo; readonly sha256: string },
  { actor, address }: { readonly actor: Actor; readonly address: string },
): Promise<FootageFile> {
  const row = rowOf(db, to, sha256);
  if (row === null) throw new StationError('station.attachment_unknown', { found: sha256 });
  const { name, bytes, waiting } = row;
  const broken = (found: string) =>
    new StationError('station.object_unsound', { evidence: name ?? sha256, found });
  const pieces = (): AsyncIterable<Uint8Array> =>
    waiting === null ? vault.read(sha256) : createReadStream(join(staging, waiting));
  const data = { sha256, bytes, ...to };
  const subject = subjectOf(to);
  await ledger.append([{ type: 'attachment.downloaded', actor, subject, data, personal: { address } }]);
  return {
    // Its own name may be anything; a browser is told nothing but its end.
    ...{ name: `${sha256.slice(0, 12)}${endingOf(name)}`, type: 'application/octet-stream' },
    ...{ bytes, sha256, part: null },
    whole: () => soundBytes(pieces(), { sha256, bytes }, broken),
  };
}

function endingOf(name: string | null): string {
  return /\.[A-Za-z0-9]{1,8}$/.exec(name ?? '')?.[0].toLowerCase() ?? '';
}

function rowOf(db: Db, { justification, finding }: AttachedTo, sha256: string): Row | null {
  const [table, column] =
    finding === null
      ? (['view_attachment', 'justification'] as const)
      : (['view_finding_attachment', 'finding'] as const);
  const id = finding ?? justification;
  const found = db
    .prepare<[string, string, string, string], Row>(
      `SELECT name, bytes, NULL AS waiting FROM ${table} WHERE ${column} = ? AND sha256 = ?
       UNION ALL SELECT name, bytes, recording FROM view_attachment_waiting WHERE ${column} = ? AND sha256 = ?`,
    )
    .get(id, sha256, id, sha256);
  return found ?? null;
}
