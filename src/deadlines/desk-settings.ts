import type { Config } from '../config.ts';
import type { DeskSettings } from './desk-room.ts';
import { loadPolicies, policyNamed } from './load-policies.ts';

/** How the configuration says that this unit judges. Errors: those of `loadPolicies` and `policyNamed`. */
export async function deskSettingsOf({ station, deadlines, vault }: Config): Promise<DeskSettings> {
  const { openDays, dockingIsReturn, endOfDay } = deadlines;
  const policy = policyNamed(await loadPolicies(deadlines.policyFolder), deadlines.policy);
  return {
    stationCode: station.code,
    zone: station.zone,
    content: { policy, openDays, dockingIsReturn, endOfDay },
    ownDays: deadlines.calendar,
    designation: { designated: vault.designated, document: vault.designatedBy },
    gap:
      deadlines.sessions === 'single'
        ? null
        : Temporal.Duration.from({ minutes: deadlines.sessionGapMinutes }),
  };
}
