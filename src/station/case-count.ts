import type { Config } from '../config.ts';
import type { Db } from '../custody/database.ts';
import { deskSettingsOf } from '../deadlines/desk-settings.ts';
import { measuresNow } from '../deadlines/measures.ts';
import type { CaseCount } from './catalogue/case-list.ts';

/** By what a command counts the limits of cases: as the desk does, as of now. */
export async function caseCount(db: Db, config: Config): Promise<CaseCount> {
  const measures = await measuresNow(db, deskSettingsOf(config));
  return { measures, zone: config.station.zone, now: Temporal.Now.instant() };
}
