import { readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { machine } from '../custody/alarms.ts';
import type { Db } from '../custody/database.ts';
import { errnoOf } from '../errors.ts';
import { VaultError } from '../vault/errors.ts';
import { journal } from './journal.ts';
import type { IntakeRoom } from './room.ts';
import { type SecuredFacts, store } from './secure.ts';

/**
 * Carries on where the last run ended, in whatever way it did: what was secured is stored, dockings that nobody ended
 * are ended, staged files that nobody can use go. Runs before any card is looked at; normal storing is the same code.
 */
export async function recover(room: IntakeRoom, db: Db): Promise<{ stored: number }> {
  // What goes up by itself does so from the same queue as everything else.
  const stored = room.uploads === null ? await storeSecured(room, db) : 0;
  await endOpenDockings(room, db);
  await sweepStaging(room, db);
  return { stored };
}

/** Stores everything that is secured and not stored. Also called now and then by a daemon whose vault had failed. */
export async function storeSecured(room: IntakeRoom, db: Db): Promise<number> {
  const unstored = db
    .prepare<[], Omit<SecuredFacts, 'staged'>>(
      `SELECT docking, evidence, recording, recorder, sha256, blake3, bytes FROM view_evidence
       WHERE stored IS NULL ORDER BY evidence`,
    )
    .all();
  let stored = 0;
  for (const secured of unstored) {
    const { recorder } = secured;
    try {
      // In turn with a docking that is at this very recording: it must be stored once.
      stored += await room.turns.take(`${recorder}:${secured.sha256}`, async () => {
        if (room.catalogue.byDigest(recorder, secured.sha256)?.stored !== false) return 0;
        await store(room, { ...secured, staged: join(room.staging, secured.recording) });
        return 1;
      });
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      room.log('secured recording not stored yet', { evidence: secured.evidence, error: error.message });
      if (error.code !== 'vault.nothing_to_publish') continue;
      const { evidence } = secured;
      await room.alarms.raise('original_lost', 'critical', evidence, { evidence, recorder });
    }
  }
  return stored;
}

async function endOpenDockings(room: IntakeRoom, db: Db): Promise<void> {
  const open = db.prepare<[], string>('SELECT docking FROM view_docking WHERE ended IS NULL').pluck().all();
  for (const docking of open) {
    await room.ledger.append([
      {
        type: 'docking.ended',
        actor: machine,
        subject: { kind: 'docking', id: docking },
        data: { because: 'interrupted' },
        personal: {},
      },
    ]);
  }
}

/**
 * Removes staged files that no journal and no secured recording names: short copies that a crash cut off, whole on
 * their card. Journalled ones stay to be resumed; journals whose file is gone end.
 */
async function sweepStaging(room: IntakeRoom, db: Db): Promise<void> {
  const present = new Set(await readdir(room.staging));
  const named = (sql: string): Set<string> => new Set(db.prepare<[], string>(sql).pluck().all());
  const copies = named('SELECT recording FROM work_copy');
  const secured = named(
    `SELECT recording FROM view_evidence WHERE stored IS NULL
     UNION ALL SELECT recording FROM view_sidecar_waiting
     UNION ALL SELECT recording FROM view_attachment_waiting`,
  );
  for (const name of present) {
    if (copies.has(name) || secured.has(name) || !isRecordingName(name)) continue;
    await unlink(join(room.staging, name)).catch((error: unknown) => {
      if (errnoOf(error) !== 'ENOENT') throw error;
    });
  }
  const lost = [...copies].filter((recording) => !present.has(recording));
  await room.ledger.append(
    [],
    lost.flatMap((recording) => journal.over(recording)),
  );
}

/** Intake stages under UUIDs; whatever else lies there is not intake's to remove. */
function isRecordingName(name: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name);
}
