import type { Config } from '../config.ts';
import type { IntakeRoom } from '../intake/room.ts';

/** What intake works by, in its own units. Pure. */
export function intakeSettings({ station, intake, vault }: Config): IntakeRoom['settings'] {
  return {
    stationCode: station.code,
    zone: station.zone,
    sm3: intake.sm3,
    settleMs: intake.settleSeconds * 1_000,
    redock: intake.redock,
    unregistered: intake.unregistered,
    stallMs: intake.stallSeconds * 1_000,
    changeAttempts: intake.changeAttempts,
    retryFullMs: intake.retryFullSeconds * 1_000,
    reserveBytes: vault.reserveMebibytes * 1_048_576,
  };
}
