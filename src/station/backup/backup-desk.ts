import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { type Alarms, machine } from '../../custody/alarms.ts';
import type { Db } from '../../custody/database.ts';
import type { Actor } from '../../custody/entry.ts';
import { CustodyError } from '../../custody/error.ts';
import type { Ledger } from '../../custody/ledger.ts';
import type { Turns } from '../../turns.ts';
import type { Places, StationFile } from '../data-folder.ts';
import type { BackupAnswer, BackupProgramData } from './backup-program.ts';
import { destinationFolder, onSameDisk } from './destination.ts';
import { BackupError } from './error.ts';
import { unfinishedName, workFolder } from './file-names.ts';
import { removeOlder } from './keep.ts';
import { revived } from './revived.ts';
import { isBackupDue } from './schedule.ts';
import { backupsIn } from './standing.ts';
import type { BackupWish, WrittenBackup } from './write-backup.ts';

export interface BackupRoom {
  readonly config: Config;
  /** The configuration's own file; null where none was there. */
  readonly configFile: string | null;
  readonly places: Places;
  readonly station: StationFile;
  readonly program: string;
  readonly db: Db;
  readonly ledger: Ledger;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly turns: Turns;
  /** Signs a checkpoint and publishes it, so that the backup holds a head that the vault has too. */
  readonly checkpoint: () => Promise<unknown>;
  readonly step: (point: string) => void;
}

/** A backup that was made, and what went in its place. */
export interface MadeBackup extends WrittenBackup {
  readonly made: string;
  readonly removed: readonly string[];
}

const tryAgain = Temporal.Duration.from({ hours: 1 });

/** Makes the station's backups, one at a time, each in a thread of its own. */
export class BackupDesk {
  readonly #room: BackupRoom;
  #running: Worker | null = null;
  #stopped = false;
  #failed: Temporal.Instant | null = null;

  constructor(room: BackupRoom) {
    this.#room = room;
  }

  /**
   * Makes a backup now. Older ones go from the configured folder alone: what is written elsewhere by hand is kept.
   * Errors: `backup.*`, and those of the ledger.
   */
  async make(to: string | null, actor: Actor): Promise<MadeBackup> {
    const { config, places, turns } = this.#room;
    const { recipient } = config.backup;
    const wished = to ?? config.backup.folder;
    if (wished === null) throw new BackupError('backup.no_folder', {});
    if (recipient === null) throw new BackupError('backup.no_recipient', {});
    const folder = await destinationFolder(places, wished);
    const keep = to === null ? config.backup.keep : null;
    return await turns.take('backup', () => this.#make({ folder, recipient, keep }, actor));
  }

  async #make(
    { folder, recipient, keep }: { folder: string; recipient: string; keep: number | null },
    actor: Actor,
  ): Promise<MadeBackup> {
    const { config, configFile, places, station, program, ledger, db, clock, checkpoint, step } = this.#room;
    await checkpoint();
    const made = clock.now().toString({ smallestUnit: 'second' });
    const reserveBytes = config.vault.reserveMebibytes * 1_048_576;
    const { path, ...written } = await this.#written({
      ...{ places, station, configFile, folder, recipient, program, reserveBytes, made },
    });
    const { file, bytes, sha256, size, root } = written;
    step('backup.record.before');
    await ledger.append([
      {
        type: 'backup.made',
        actor,
        subject: { kind: 'station', id: station.code },
        data: { file, made, entries: size, root, bytes, sha256, recipient },
        personal: { folder },
      },
    ]);
    step('backup.record.after');
    if (keep !== null) await this.#settle(folder);
    const keeping = { ledger, db, station: station.code, actor };
    const removed = keep === null ? [] : await removeOlder(keeping, folder, keep);
    return { path, ...written, made, removed };
  }

  /** What the daemon asks now and then: a backup that is due and cannot be made is an alarm, and is tried again. */
  async catchUp(): Promise<MadeBackup | null> {
    const { config, db, clock } = this.#room;
    const now = clock.now();
    const { folder } = config.backup;
    if (folder === null) return null;
    const [newest = null] = backupsIn(db, await realpath(folder).catch(() => folder));
    const made = newest === null ? null : Temporal.Instant.from(newest.made);
    const waits = this.#failed !== null && Temporal.Instant.compare(this.#failed.add(tryAgain), now) > 0;
    if (this.#running !== null || waits || !isBackupDue(made, now, config.backup.at, config.station.zone))
      return null;
    try {
      return await this.make(null, machine);
    } catch (error) {
      if (this.#stopped) return null;
      // A ledger that cannot be written stops everything; whatever else fails here must not stop intake.
      if (error instanceof CustodyError && error.code === 'custody.ledger_unwritable') throw error;
      this.#failed = now;
      await this.#tell(error, folder);
      return null;
    }
  }

  /** The folder is no part of an alarm's key: a path may hold a name, and keys stand in the leaves. */
  async #tell(error: unknown, folder: string): Promise<void> {
    const { alarms, station } = this.#room;
    if (error instanceof BackupError && error.code === 'backup.no_recipient')
      return await alarms.raise('backup_no_recipient', 'warning', station.code, { folder });
    const found = error instanceof Error ? error.message : String(error);
    await alarms.raise('backup_failed', 'warning', station.code, { folder, found });
  }

  /** What stood in the way of the daily backups is gone; where they go to may still be the wrong place. */
  async #settle(folder: string): Promise<void> {
    const { places, alarms, station } = this.#room;
    await alarms.settle('backup_failed', station.code);
    await alarms.settle('backup_no_recipient', station.code);
    if (await onSameDisk(places, folder))
      await alarms.raise('backup_same_disk', 'notice', station.code, { folder });
    else await alarms.settle('backup_same_disk', station.code);
  }

  /** Has the thread write it. Cut off or refused, it leaves neither half a backup nor the copy in clear. */
  async #written(wish: BackupWish): Promise<WrittenBackup> {
    if (this.#stopped) throw new BackupError('backup.stopped', {});
    const { DOCKET_FAULT } = process.env;
    const workerData: BackupProgramData = { wish, DOCKET_FAULT };
    const thread = new Worker(new URL('./backup-program.ts', import.meta.url), { workerData });
    this.#running = thread;
    try {
      return await answerOf(thread);
    } finally {
      this.#running = null;
      await thread.terminate();
      await rm(workFolder(wish.places.folder), { recursive: true, force: true });
      await rm(join(wish.folder, unfinishedName(wish.station.origin)), { force: true }).catch(
        () => undefined,
      );
    }
  }

  /** A backup that is under way is given up. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running?.terminate();
    await this.#room.turns.take('backup', async () => undefined);
  }
}

async function answerOf(thread: Worker): Promise<WrittenBackup> {
  const answer = await new Promise<BackupAnswer>((heard, failed) => {
    thread.once('message', heard);
    thread.once('error', failed);
    thread.once('exit', () => failed(new BackupError('backup.stopped', {})));
  });
  if ('written' in answer) return answer.written;
  throw revived(answer.refused);
}
