import type { Config } from '../../config.ts';
import { openReading } from '../../custody/database.ts';
import { DocketError } from '../../errors.ts';
import { say } from '../../texts/say.ts';
import type { Language } from '../../texts/text.ts';
import { destinationFolder, onSameDisk } from '../backup/destination.ts';
import { hoursSince, type KnownBackup, newestBackup } from '../backup/standing.ts';
import type { Places } from '../data-folder.ts';
import { type Check, failedBy, ok, warning } from './check.ts';

/** A daily backup that is older than this was not made in time. */
const oldHours = 48;

/** Whether the newest backup is a day old at most and would outlive the station's disk. */
export async function backupCheck(language: Language, { backup }: Config, places: Places): Promise<Check> {
  const { folder, recipient } = backup;
  if (folder === null)
    return warning('backup', say(language, 'doctor.backup.off'), say(language, 'doctor.backup.off_next'));
  if (recipient === null) {
    const says = say(language, 'doctor.backup.no_recipient', { folder });
    return warning('backup', says, say(language, 'doctor.backup.off_next'));
  }
  return (await destinationCheck(language, folder, places)) ?? ageCheck(language, folder, newestIn(places));
}

/** What is wrong with where backups go; null where nothing is. */
async function destinationCheck(language: Language, folder: string, places: Places): Promise<Check | null> {
  const next = say(language, 'doctor.backup.disk_next');
  try {
    const real = await destinationFolder(places, folder);
    if (!(await onSameDisk(places, real))) return null;
    return warning('backup', say(language, 'doctor.backup.same_disk', { folder }), next);
  } catch (error) {
    if (!(error instanceof DocketError)) throw error;
    if (error.code !== 'backup.folder_missing') return failedBy('backup', error, language);
    return warning('backup', say(language, 'doctor.backup.missing', { folder }), next);
  }
}

function ageCheck(language: Language, folder: string, newest: KnownBackup | null): Check {
  const next = say(language, 'doctor.backup.next');
  if (newest === null) return warning('backup', say(language, 'doctor.backup.none', { folder }), next);
  const facts = { file: newest.file, hours: hoursSince(newest.made), folder };
  if (facts.hours > oldHours) return warning('backup', say(language, 'doctor.backup.old', facts), next);
  return ok('backup', say(language, 'doctor.backup', facts));
}

function newestIn(places: Places): KnownBackup | null {
  const db = openReading(places.database);
  try {
    return newestBackup(db);
  } finally {
    db.close();
  }
}
