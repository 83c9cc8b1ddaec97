import type { Clock } from '../../clock.ts';
import type { Alarms } from '../../custody/alarms.ts';
import type { Db } from '../../custody/database.ts';
import { sizeWords } from '../../texts/units.ts';
import { oldestSingle, singles } from '../../vault/mirror/mirror-book.ts';

/**
 * Raises an alarm while something has been in one place only for too long, with a mirror or without one (HY-11: what is
 * stored is backed up regularly), and closes it when nothing is. @param days 0: never
 */
export async function watchSingles(
  { db, alarms, clock }: { readonly db: Db; readonly alarms: Alarms; readonly clock: Clock },
  station: string,
  days: number,
): Promise<void> {
  const oldest = days === 0 ? null : oldestSingle(db);
  const late = oldest !== null && clock.now().since(Temporal.Instant.from(oldest)).total('hours') > days * 24;
  if (!late) return await alarms.settle('single_copy', station);
  // Counted only where it is told.
  const { count, bytes } = singles(db);
  await alarms.raise('single_copy', 'warning', station, { count, size: sizeWords(bytes), days, oldest });
}
