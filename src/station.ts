import { randomInt } from 'node:crypto';
import { type AccessDesk, accessDesk } from './access/access-desk.ts';
import { adoptionOf, enterAdopted } from './access/configuration/adopt.ts';
import { Behind } from './behind.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { Alarms } from './custody/alarms.ts';
import { type Db, openReading } from './custody/database.ts';
import type { Actor } from './custody/entry.ts';
import { publishLog } from './custody/publish-log.ts';
import { ThreadedLedger } from './custody/threaded-ledger.ts';
import { DeadlineDesk } from './deadlines/desk.ts';
import { deskSettingsOf } from './deadlines/desk-settings.ts';
import type { DeviceProfile } from './dock/profile.ts';
import { ErasingCatalogue } from './erasing/catalogue.ts';
import { endInterrupted } from './erasing/settle.ts';
import { faultPoints } from './fault-points.ts';
import { HashingPool } from './intake/copying/hashing-pool.ts';
import { IntakeCatalogue } from './intake/known.ts';
import { Precedence } from './intake/precedence.ts';
import { recover } from './intake/recover.ts';
import { type IntakeRoom, Numbers } from './intake/room.ts';
import type { UploadQueue } from './intake/uploads/upload-queue.ts';
import type { LedgerProgramData } from './ledger-program.ts';
import type { AlarmWatch } from './station/alarm-watch.ts';
import { BackupDesk } from './station/backup/backup-desk.ts';
import { configClaims } from './station/config-claims.ts';
import { type Places, placesIn, readStationFile, type StationFile } from './station/data-folder.ts';
import { StationError } from './station/error.ts';
import type { FixityDesk } from './station/fixity/fixity-desk.ts';
import { mendFromDocking } from './station/fixity/mend-from-docking.ts';
import { following } from './station/following.ts';
import { intakeSettings } from './station/intake-settings.ts';
import { lockStation } from './station/lock.ts';
import type { MirrorDesk } from './station/mirror/mirror-desk.ts';
import { openVault } from './station/open-vault.ts';
import { stationProfiles } from './station/profiles.ts';
import { enterRegistered } from './station/register-deeds.ts';
import { RetentionBook } from './station/retention/book.ts';
import { RetentionDesk } from './station/retention/retention-desk.ts';
import { revive } from './station/revive.ts';
import { enterStarted, enterStopped, withinGrace } from './station/start-stop.ts';
import { tidyUploads } from './station/tidy-uploads.ts';
import { stationUploads } from './station/uploads.ts';
import { vaultKeepers } from './station/vault-keepers.ts';
import { stationViewing } from './station/viewing.ts';
import { alarmWatch } from './station/watched.ts';
import { Finder } from './tagging/continuity/finder.ts';
import { Finder as PositionFinder } from './tagging/location/finder.ts';
import { Locating } from './tagging/location/locating.ts';
import { Tagger } from './tagging/tagger.ts';
import { Timekeeper } from './tagging/timekeeper.ts';
import { Turns } from './turns.ts';
import { Copies } from './vault/fixity/copies.ts';
import { retentionTerms } from './vault/retention/terms.ts';
import { sweepCopies } from './vault/stage-copy.ts';
import type { ViewingDesk } from './viewing/desk.ts';

/** The station with all its rooms joined, held by this process alone. */
export interface Station {
  /** By which it acts. */
  readonly config: Config;
  /** As its file has it: what is sensitive in it waits for a second person. */
  readonly wished: Config;
  readonly places: Places;
  readonly file: StationFile;
  readonly db: Db;
  readonly room: IntakeRoom;
  readonly profiles: readonly DeviceProfile[];
  /** Where verdicts are given. */
  readonly desk: DeadlineDesk;
  /** What goes up into a store by itself; null where originals are stored within their docking. Not started yet. */
  readonly uploads: UploadQueue | null;
  /** Aborts what was begun in a store and is abandoned; null where there is no store. */
  readonly tidy: (() => Promise<void>) | null;
  /** Where it is found out where recordings were made. */
  readonly locating: Locating;
  /** What follows from persons' deeds, where the answer has not waited for it. After a crash the daemon's rounds do it. */
  readonly following: Behind;
  /** Who looks for what is missing, and closes alarms whose cause is gone. */
  readonly watch: AlarmWatch;
  /** Who may come in, and who may see what. */
  readonly access: AccessDesk;
  /** Where backups are made. */
  readonly backups: BackupDesk;
  /** What keeps the second vault up to the vault. */
  readonly mirror: MirrorDesk;
  /** What reads copies back. */
  readonly fixity: FixityDesk;
  /** Who keeps locks, holds and disposals in step with what must be kept. */
  readonly retention: RetentionDesk;
  /** Who looks for what does not fit together. */
  readonly finder: Finder;
  /** Where viewing copies are made. */
  readonly viewing: ViewingDesk;
  /** Why originals get no immutable flag here, or null where they do. */
  readonly notImmutable: string | null;
  /** Signs a checkpoint and writes the ledger's news into the vault. A vault that fails raises an alarm. */
  checkpoint(): Promise<{ size: number; note: string } | null>;
  close(): Promise<void>;
}

export interface StationOptions {
  readonly actor: Actor;
  readonly version: string;
  /** Where the configuration was read; null or left out: it has no file. */
  readonly configFile?: string | null;
  readonly log: (message: string, facts: Readonly<Record<string, unknown>>) => void;
  /** Hears what stops all intake and came up outside of a docking: the ledger cannot be written. */
  readonly fatal?: (error: unknown) => void;
}

/**
 * Opens an initialised station for writing: takes its lock, checks that configuration, key, database and vault belong
 * together, starts the threads, and carries on where the last run ended. Errors: those of each room; nothing is
 * created that was there before.
 */
export async function openStation(wished: Config, options: StationOptions): Promise<Station> {
  const places = placesIn(wished.dataFolder, wished.vault.folder);
  const file = readStationFile(places);
  if (file.code !== wished.station.code) {
    const field = { field: 'station.code' };
    throw new StationError(
      'station.code_differs',
      { expected: file.code, found: wished.station.code },
      field,
    );
  }
  const profiles = await stationProfiles(wished.dock.profileFolder);
  const unlock = lockStation(places);
  const undo: (() => unknown)[] = [unlock];
  try {
    const { DOCKET_FAULT } = process.env;
    const program: LedgerProgramData = {
      database: places.database,
      keyFile: places.key,
      origin: file.origin,
      DOCKET_FAULT,
    };
    const ledger = await ThreadedLedger.start(
      new URL('./ledger-program.ts', import.meta.url),
      program,
      revive,
    );
    undo.push(() => ledger.close());
    const db = openReading(places.database);
    undo.push(() => db.close());
    const adoption = adoptionOf(db, wished);
    const config = adoption.inForce;
    const pool = new HashingPool(config.intake.workers);
    undo.push(() => pool.close());
    const step = faultPoints(process.env);
    const standing = await openVault({ config, places, id: file.vault, pool, sole: true, step });
    const { vault, staging, notImmutable } = standing;
    undo.push(standing.end);
    const alarms = new Alarms(ledger, db, file.code);
    const catalogue = new IntakeCatalogue(db);
    const { zone } = config.station;
    const kept = new RetentionBook(db, retentionTerms(zone, config.vault), systemClock);
    const turns = new Turns();
    const room: IntakeRoom = {
      settings: intakeSettings(config),
      clock: systemClock,
      ledger,
      catalogue,
      alarms,
      pool,
      vault,
      retention: kept,
      mending: mendFromDocking({
        ...{ settings: { stationCode: file.code }, ledger, alarms, turns, step },
        ...{ copies: new Copies(db), clock: systemClock, main: { vault, staging } },
      }),
      staging,
      uploads: standing.remote ? { wake: () => uploads?.wake() } : null,
      actor: options.actor,
      numbers: new Numbers(file.code, zone, catalogue),
      turns,
      copying: new Set(),
      precedence: new Precedence(),
      step,
      log: options.log,
    };
    const failed = (error: unknown): void => options.log('uploads ended', { error: String(error) });
    const { uploadsAtOnce } = config.vault.s3;
    const uploads = standing.remote ? stationUploads(room, db, uploadsAtOnce, options.fatal ?? failed) : null;
    const timekeeper = new Timekeeper({
      ...{ db, vault, alarms, profiles, zone, staging },
      toleranceSeconds: config.deadlines.clockToleranceSeconds,
    });
    const positions = new PositionFinder({ db, vault, staging, alarms });
    const locating = new Locating({ db, ledger, alarms, clock: systemClock, turns, finder: positions });
    const tagger = new Tagger(db, ledger);
    const desk = new DeadlineDesk({
      ...{
        settings: deskSettingsOf(config),
        db,
        ledger,
        alarms,
        clock: systemClock,
        turns,
        timekeeper,
        tagger,
      },
    });
    const access = accessDesk({
      ...{ db, ledger, alarms, clock: systemClock, turns, zone, stationCode: file.code },
      settings: config.access,
    });
    const watch = alarmWatch({ db, room, desk }, config);
    const finder = new Finder({
      ...{ db, ledger, alarms, turns, profiles, stationCode: file.code },
      allowances: {
        gapMs: config.continuity.gapSeconds * 1_000,
        overlapMs: config.continuity.overlapSeconds * 1_000,
      },
    });
    const viewing = stationViewing({ config, places, room, db });
    await enterStarted(room, options.version);
    const claims = configClaims(options.configFile ?? null);
    await enterAdopted({ ledger, alarms, station: file.code }, adoption, claims, options.actor);
    await recover(room, db);
    await sweepCopies(staging).catch((error: unknown) =>
      options.log('copies left', { error: String(error) }),
    );
    await endInterrupted(ledger, new ErasingCatalogue(db));
    await enterRegistered({ db, room });
    const publish = async (): Promise<{ size: number; note: string } | null> => {
      try {
        const published = await publishLog(ledger, db, vault);
        await alarms.settle('log_unpublished', vault.id);
        return published;
      } catch (error) {
        await alarms.raise('log_unpublished', 'warning', vault.id, { found: String(error) });
        return null;
      }
    };
    const publishing = () => room.turns.take('checkpoint', publish);
    // A docking must not wait for a store: it is signed here and now, and goes into the vault when that can be reached.
    const behind = new Behind(publishing, options.log);
    const checkpoint = standing.remote ? async () => behind.after(await ledger.checkpoint()) : publishing;
    const keepers = vaultKeepers({ room, db, config, pool });
    undo.push(() => keepers.mirror.close());
    const retention = new RetentionDesk({
      ...{ db, ledger, alarms, turns, step, vault, book: kept, clock: systemClock },
      mirror: () => keepers.mirror.now(),
      ...{ stationCode: file.code, log: options.log, random: () => randomInt(1_000) / 1_000 },
      witness: () => room.turns.take('checkpoint', () => publishLog(ledger, db, vault)),
    });
    const follows = following({ desk, watch, retention }, options.log);
    const backups = new BackupDesk({
      ...{ config, places, station: file, db, ledger, alarms, turns, checkpoint, step },
      configFile: options.configFile ?? null,
      program: options.version,
      clock: systemClock,
    });
    const close = async (): Promise<void> => {
      try {
        keepers.fixity.stop();
        await follows.stop();
        await backups.stop();
        await viewing.stop();
        await withinGrace(uploads === null ? null : uploads.stop());
        await enterStopped(room);
        await (standing.remote ? withinGrace(publishing()) : publishing());
      } catch (error) {
        // A ledger that cannot be written has been told already; threads and lock must go all the same.
        options.log('stop not witnessed', { error: String(error) });
      } finally {
        await undoAll(undo);
      }
    };
    const { tidy: abort } = standing;
    const tidy = abort === null ? null : () => tidyUploads({ db, tidy: abort, log: options.log });
    const rooms = {
      tidy,
      room,
      profiles,
      desk,
      locating,
      finder,
      watch,
      following: follows,
      access,
      backups,
      retention,
      uploads,
      viewing,
      ...keepers,
    };
    return { config, wished, places, file, db, ...rooms, notImmutable, checkpoint, close };
  } catch (error) {
    await undoAll(undo);
    throw error;
  }
}

async function undoAll(undo: readonly (() => unknown)[]): Promise<void> {
  for (const one of undo.toReversed()) await one();
}
