import type { Db } from '../custody/database.ts';
import { VaultError } from '../vault/errors.ts';
import type { StationVault } from './open-vault.ts';

interface TidyRoom {
  readonly db: Db;
  readonly tidy: NonNullable<StationVault['tidy']>;
  readonly log: (message: string, facts: Readonly<Record<string, unknown>>) => void;
}

/** What goes up is carried on within hours of a network's return; what nobody knows after a day, nobody will. */
const abandonedAfterHours = 24;

/**
 * Aborts uploads in parts that a station of this vault has begun and that nothing in its catalogue waits to carry on: its
 * recording went up in another way, or is gone. A store that is away is asked another day.
 */
export async function tidyUploads({ db, tidy, log }: TidyRoom): Promise<void> {
  const waiting = db
    .prepare<[string, string, string], number>(
      `SELECT EXISTS (SELECT 1 FROM view_evidence WHERE sha256 = ? AND stored IS NULL)
         OR EXISTS (SELECT 1 FROM view_sidecar_waiting WHERE sha256 = ?)
         OR EXISTS (SELECT 1 FROM view_attachment_waiting WHERE sha256 = ?)`,
    )
    .pluck();
  const waits = (sha256: string): boolean => waiting.get(sha256, sha256, sha256) === 1;
  try {
    const aborted = await tidy(waits, Temporal.Now.instant().subtract({ hours: abandonedAfterHours }));
    if (aborted > 0) log('abandoned uploads aborted', { aborted });
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    log('abandoned uploads not looked for', { error: error.message });
  }
}
