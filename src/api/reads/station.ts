import { calendarInForce } from '../../deadlines/calendar-in-force.ts';
import { yearOf } from '../../deadlines/calendar-year.ts';
import { loadPolicies } from '../../deadlines/load-policies.ts';
import { type BackupFilter, backupPage } from '../../station/backup/standing.ts';
import type { Check } from '../../station/doctor/check.ts';
import type { Language } from '../../texts/text.ts';
import type { ReadWorld } from '../reading/read-world.ts';

type Nothing = Readonly<Record<string, never>>;

/** What the station runs with. It holds no secret: those stand in files of their own. */
export function readConfig({ config }: ReadWorld, _args: Nothing) {
  return config;
}

export async function readPolicies({ config }: ReadWorld, _args: Nothing) {
  const { policy, policyFolder } = config.deadlines;
  return { policy, policies: await loadPolicies(policyFolder) };
}

export function readCalendar({ db, config }: ReadWorld, { year }: { readonly year: number }) {
  return yearOf(calendarInForce(db, config.deadlines.calendar).calendar, year);
}

/** What `docket doctor` looks at; whether the daemon answers is no question here. */
export async function readDoctor({ config }: ReadWorld, { language }: { readonly language: Language }) {
  // Loaded where they are needed: a thread that reads lists starts without them.
  const { machineChecks } = await import('../../station/doctor/machine.ts');
  const { roomChecks } = await import('../../station/doctor/rooms.ts');
  const { viewingChecks } = await import('../../station/doctor/viewing.ts');
  const checks: readonly Check[] = [
    ...(await machineChecks(language)),
    ...(await roomChecks(language, config)),
    ...(await viewingChecks(language, config)),
  ];
  return { ok: checks.every(({ state }) => state !== 'failed'), checks };
}

export function readBackups({ db }: ReadWorld, filter: BackupFilter) {
  return backupPage(db, filter);
}
