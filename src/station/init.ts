import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { AccountBook } from '../access/accounts/account-book.ts';
import { type AccountOutcome, credentialChanged, firstPassword } from '../access/accounts/deeds.ts';
import { Hashing } from '../access/signing/hashing.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { createDatabase } from '../custody/database.ts';
import type { Actor, AnyDraft } from '../custody/entry.ts';
import { ledgerSize } from '../custody/ledger-tiles.ts';
import { LedgerWriter } from '../custody/ledger-writer.ts';
import { createStationKey, loadStationKey, type Signer } from '../custody/station-key.ts';
import { errnoOf } from '../errors.ts';
import { makeFolders } from '../make-folders.ts';
import { projectors } from '../projections.ts';
import {
  knownDataVersion,
  type Places,
  peekStationFile,
  type StationFile,
  writeDurably,
  writeStationFile,
} from './data-folder.ts';
import { StationError } from './error.ts';
import { lockStation } from './lock.ts';
import { makeVault } from './make-vault.ts';
import { initMirror } from './mirror/init-mirror.ts';
import { ownIdentity, ownNames } from './tls-source.ts';

/** A station as `init` leaves it. */
export interface Founded {
  readonly file: StationFile;
  /** The first administrator with a one-time password; null where the station was complete before. */
  readonly administrator: AccountOutcome | null;
}

/**
 * Makes a station: key, vault, database with its first entries, and its first administrator. Asks nothing. Repeated, it changes nothing; cut off by a
 * crash, it completes what it began. It is the only code that creates a data folder, and never replaces a part that a
 * complete station has lost.
 *
 * @param newMirror the mirror that stood where the configuration has it is gone for good, and another takes its place
 */
export async function initStation(
  places: Places,
  config: Config,
  actor: Actor,
  clock: Clock,
  step: (point: string) => void = () => undefined,
  newMirror = false,
): Promise<Founded> {
  await makeFolder(places.folder);
  const unlock = lockStation(places);
  try {
    const standing = peekStationFile(places) ?? begin(places, config.station.code, clock);
    const signer = (): Signer => keyFor(places, standing.origin);
    const mirror = { places, config, file: standing, signer, actor, clock, step, anew: newMirror };
    if (standing.complete) {
      await initMirror(mirror);
      return { file: standing, administrator: null };
    }
    step('station.begun');
    await makeFolder(places.keys);
    const made = signer();
    step('station.key');
    writeDurably(places.vkey, `${made.vkey}\n`, 0o644);
    await makeVault(config, places, { id: standing.vault, created: clock.now() }, step);
    const administrator = await firstEntries(places, standing, { signer: made, actor, clock, step });
    step('station.ledger');
    await ownIdentity(places, standing.code).renew(ownNames(config.http), clock.now());
    const complete = { ...standing, complete: true };
    writeStationFile(places, complete);
    await initMirror(mirror);
    return { file: complete, administrator };
  } finally {
    unlock();
  }
}

function begin(places: Places, code: string, clock: Clock): StationFile {
  // It is written first of all: beside a key or a ledger its absence is a loss, not a beginning. Nor is half a restore.
  for (const part of [places.key, places.database, places.restoring]) {
    if (!existsSync(part)) continue;
    const found = `it is missing, and ${part} is there`;
    throw new StationError('station.file_damaged', { path: places.stationFile, found });
  }
  const file: StationFile = {
    version: knownDataVersion,
    code,
    // Two stations that keep the default code must not have ledgers of one name.
    origin: `docket/${code}-${randomBytes(4).toString('hex')}`,
    vault: randomUUID(),
    created: clock.now().toString(),
    complete: false,
  };
  writeStationFile(places, file);
  return file;
}

function keyFor(places: Places, origin: string): Signer {
  return existsSync(places.key) ? loadStationKey(places.key, origin) : createStationKey(places.key, origin);
}

interface Founding {
  readonly signer: Signer;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly step: (point: string) => void;
}

async function firstEntries(
  places: Places,
  file: StationFile,
  { signer, actor, clock, step }: Founding,
): Promise<AccountOutcome> {
  const { code, origin } = file;
  const admin = await firstPassword({
    hashing: new Hashing(),
    facts: {
      account: `${code}-U000001`,
      roles: ['administrator'],
      units: [],
      officer: null,
      state: 'active',
    },
    name: 'admin',
    person: null,
    actor,
  });
  const db = createDatabase(places.database);
  const writer = new LedgerWriter(db, projectors, signer, clock, step);
  try {
    const subject = { kind: 'station', id: code } as const;
    const data = { code, origin, publicKey: signer.vkey };
    const begun: AnyDraft = { type: 'station.initialised', actor, subject, data, personal: {} };
    // An init that was cut off has entered the account and told nobody its password.
    const { account } = admin.answer;
    const entered = new AccountBook(db).byId(account) !== null;
    const drafts = [
      ...(ledgerSize(db) === 0 ? [begun] : []),
      ...(entered ? [credentialChanged(account, 'password', 'reset', actor)] : admin.drafts),
    ];
    const [outcome] = writer.append([{ drafts, work: admin.work }]);
    if (outcome !== undefined && 'refused' in outcome) throw outcome.refused;
    return admin.answer;
  } finally {
    writer.close();
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await makeFolders(folder, 0o700);
  } catch (error) {
    throw new StationError(
      'station.folder_unwritable',
      { folder, found: errnoOf(error) ?? '?' },
      { cause: error },
    );
  }
}
