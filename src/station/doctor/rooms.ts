import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { openReading } from '../../custody/database.ts';
import { ledgerSize } from '../../custody/ledger-tiles.ts';
import { loadStationKey } from '../../custody/station-key.ts';
import { DocketError, errnoOf } from '../../errors.ts';
import { say } from '../../texts/say.ts';
import type { Language } from '../../texts/text.ts';
import { spanWords } from '../../texts/units.ts';
import { markerName, stagingFolder } from '../../vault/local/layout.ts';
import { readMarker } from '../../vault/local/marker.ts';
import { type Places, placesIn, readStationFile, type StationFile } from '../data-folder.ts';
import { type LedgerAhead, ledgerAhead } from '../ledger-ahead.ts';
import { openVault } from '../open-vault.ts';
import { stationProfiles } from '../profiles.ts';
import { vaultAddress } from '../s3-options.ts';
import { backupCheck } from './backups.ts';
import { busChecks, busFacts } from './bus.ts';
import { calendarCheck } from './calendar.ts';
import { type Check, failedBy, ok, warning } from './check.ts';
import { diskChecks, nearestStanding, spaceCheck } from './disk.ts';
import { filesystemCheck } from './filesystem.ts';
import { mirrorCheck } from './mirror.ts';
import { strayCheck } from './strays.ts';

/** What a configuration leads to: profiles, watched folders, and the station with its disk where there is one. */
export async function roomChecks(language: Language, config: Config): Promise<readonly Check[]> {
  const places = placesIn(config.dataFolder, config.vault.folder);
  const profiles = await guarded('profiles', language, async () => {
    const { length: count } = await stationProfiles(config.dock.profileFolder);
    return say(language, 'doctor.profiles', { count });
  });
  const dock = await dockChecks(language, config);
  const station = await stationChecks(language, config, places);
  const standing = station.file !== null && !station.checks.some(({ state }) => state === 'failed');
  const vault = nearestStanding(places.vault);
  const { kind, reserveMebibytes, immutable } = config.vault;
  // A store locks by itself; what is staged must be removed again.
  const flag = kind === 'local' ? immutable : 'off';
  return [
    profiles,
    ...dock,
    ...busChecks(language, config.dock.usb, await busFacts()),
    ...station.checks,
    await filesystemCheck(language, nearestStanding(places.folder)),
    await spaceCheck(language, vault, reserveMebibytes * 1_048_576),
    ...(standing
      ? await diskChecks(language, join(places.vault, stagingFolder), flag, join(places.vault, markerName))
      : await diskChecks(language, vault, flag, null)
    ).filter(({ check }) => kind === 'local' || check !== 'immutable'),
    ...(standing && station.file !== null && kind === 'local'
      ? [await strayCheck(language, places, station.file)]
      : []),
    ...(standing
      ? [await mirrorCheck(language, config, places), await backupCheck(language, config, places)]
      : []),
  ];
}

async function dockChecks(language: Language, config: Config): Promise<readonly Check[]> {
  if (config.dock.folders.length === 0) {
    const next = say(language, 'doctor.dock.none_next');
    return [warning('dock', say(language, 'doctor.dock.none'), next)];
  }
  return await Promise.all(config.dock.folders.map(({ path }) => dockCheck(language, path)));
}

async function dockCheck(language: Language, folder: string): Promise<Check> {
  try {
    await readdir(folder);
    return ok('dock', say(language, 'doctor.dock', { folder }));
  } catch (error) {
    const says = say(language, 'doctor.dock.missing', { folder, errno: errnoOf(error) ?? String(error) });
    return warning('dock', says, say(language, 'doctor.dock.next'));
  }
}

async function stationChecks(
  language: Language,
  config: Config,
  places: Places,
): Promise<{ readonly file: StationFile | null; readonly checks: readonly Check[] }> {
  const { folder } = places;
  let file: StationFile;
  try {
    file = readStationFile(places);
  } catch (error) {
    if (!(error instanceof DocketError)) throw error;
    if (error.code !== 'station.not_initialised')
      return { file: null, checks: [failedBy('data', error, language)] };
    const next = say(language, 'doctor.data.none_next', { folder });
    return { file: null, checks: [warning('data', say(language, 'doctor.data.none', { folder }), next)] };
  }
  const { origin, vault, code } = file;
  const checks = [
    ok('data', say(language, 'doctor.data', { folder, code })),
    await guarded('key', language, () => {
      loadStationKey(places.key, origin);
      return say(language, 'doctor.key');
    }),
    await guarded('database', language, () => {
      const db = openReading(places.database);
      try {
        return say(language, 'doctor.database', { size: ledgerSize(db) });
      } finally {
        db.close();
      }
    }),
    ...readingChecks(language, config, places),
    await guarded('vault', language, async () => {
      const folder = vaultAddress(config, places);
      if (config.vault.kind === 'local') await readMarker(places.vault, vault);
      else (await openVault({ config, places, id: vault, pool: null, sole: false })).end();
      return say(language, 'doctor.vault', { folder });
    }),
  ];
  return { file, checks };
}

/** None where the database cannot be read: that is told by its own check. */
function readingChecks(language: Language, config: Config, places: Places): readonly Check[] {
  try {
    const db = openReading(places.database);
    try {
      const now = Temporal.Now.instant();
      return [ledgerTimeCheck(language, ledgerAhead(db, now)), calendarCheck(language, config, db, now)];
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof DocketError) return [];
    throw error;
  }
}

function ledgerTimeCheck(language: Language, ahead: LedgerAhead | null): Check {
  const check = 'ledger_time';
  if (ahead === null) return ok(check, say(language, 'doctor.ledger_time'));
  const says = say(language, 'doctor.ledger_time.ahead', { ...ahead, length: spanWords(ahead.seconds) });
  return warning(check, says, say(language, 'doctor.ledger_time.next'));
}

/** A check that is what a room itself does first: what that room would refuse has failed, in its words. */
async function guarded(
  check: string,
  language: Language,
  look: () => string | Promise<string>,
): Promise<Check> {
  try {
    return ok(check, await look());
  } catch (error) {
    if (error instanceof DocketError) return failedBy(check, error, language);
    throw error;
  }
}
