import { createWriteStream } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Actor, AnyDraft } from '../custody/entry.ts';
import type { Station } from '../station.ts';
import type { Member } from './backup/archive.ts';
import { emptyFolder, writingTo } from './export-ledger.ts';
import { type Exportable, exportable, exportMembers, requireSound } from './export-members.ts';
import type { OrderArgs } from './orders.ts';

/**
 * Writes one original with its sidecars and the proof that the ledger knew it into a folder. Every object is re-read first:
 * one that is not what the ledger says is not exported. Then the entry is committed, then anything is written.
 * `scripts/verify-ledger.ts` proves the folder.
 */
export async function exportEvidence(
  station: Station,
  { evidence, destination }: OrderArgs<'exportEvidence'>,
  actor: Actor,
): Promise<unknown> {
  const item = exportable(station, evidence);
  const folder = resolve(destination);
  await emptyFolder(folder);
  await requireSound(station, item);
  await station.room.ledger.append([exported(item, actor, folder)]);
  return await writingTo(folder, async () => {
    const { manifest, members } = await exportMembers(station, item);
    for (const one of members) await write(folder, one);
    return { ...manifest, destination: folder };
  });
}

/** The entry that says so; committed before anything leaves. */
export function exported({ evidence, original }: Exportable, actor: Actor, destination: string): AnyDraft {
  return {
    type: 'evidence.exported',
    actor,
    subject: { kind: 'evidence', id: evidence },
    data: { sha256: original.sha256, bytes: original.bytes },
    personal: { destination },
  };
}

async function write(folder: string, { name, content }: Member): Promise<void> {
  const path = join(folder, name);
  const to = createWriteStream(path, { flags: 'wx', flush: true });
  try {
    await pipeline(Readable.from(content), to);
  } catch (error) {
    // What differs from the ledger must not lie where it may be taken for the original.
    await unlink(path).catch(() => undefined);
    throw error;
  }
}
