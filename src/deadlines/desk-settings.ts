import type { Config } from '../config.ts';
import type { DeskSettings } from './desk-room.ts';
import { loadPolicies, policyNamed } from './load-policies.ts';

/** How the configuration says that this unit judges. `content` throws what `loadPolicies` and `policyNamed` throw. */
export function deskSettingsOf({ station, deadlines, vault }: Config): DeskSettings {
  const { openDays, dockingIsReturn, endOfDay } = deadlines;
  return {
    stationCode: station.code,
    zone: station.zone,
    async content() {
      const policy = policyNamed(await loadPolicies(deadlines.policyFolder), deadlines.policy);
      return { policy, openDays, dockingIsReturn, endOfDay };
    },
    ownDays: deadlines.calendar,
    designation: { designated: vault.designated, document: vault.designatedBy },
    gap:
      deadlines.sessions === 'single'
        ? null
        : Temporal.Duration.from({ minutes: deadlines.sessionGapMinutes }),
  };
}
