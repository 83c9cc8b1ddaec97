import { setTimeout as wait } from 'node:timers/promises';
import type { CardControl } from './control.ts';
import type { IntakeRoom } from './room.ts';

/** Room in the vault that one copy may use up. */
export interface Reservation {
  /** So many bytes are still to be written: what is written already counts in the disk's own figure. */
  left(bytes: number): void;
  give(): void;
}

/** Bytes that running copies will still need, so that eight recorders do not each count the same free gigabyte. */
export class SpaceGuard {
  #promised = 0;
  #waiting = 0;

  /** Whether some card waits for room. */
  get waitedFor(): boolean {
    return this.#waiting > 0;
  }

  /** Takes room for a recording, or says how much is free where there is not enough. */
  async take(room: IntakeRoom, bytes: number): Promise<Reservation | { free: number }> {
    const { freeBytes } = await room.vault.space();
    if (freeBytes - this.#promised - bytes < room.settings.reserveBytes) return { free: freeBytes };
    let mine = bytes;
    this.#promised += mine;
    const left = (still: number): void => {
      const now = Math.min(mine, Math.max(0, still));
      this.#promised += now - mine;
      mine = now;
    };
    return { left, give: () => left(0) };
  }

  /**
   * As `take`, but a full vault is waited for: with an alarm once, and a look every `retryFullMs`. Null where nobody
   * waits (`patient` false). Throws `GivenUp` where the card is given up meanwhile.
   */
  async await(
    room: IntakeRoom,
    bytes: number,
    control: CardControl,
    patient: boolean,
  ): Promise<Reservation | null> {
    for (;;) {
      const got = await this.take(room, bytes);
      if ('give' in got) return got;
      await vaultFullAlarm(room, got.free);
      if (!patient) return null;
      this.#waiting += 1;
      try {
        await control.unlessGivenUp(wait(room.settings.retryFullMs));
      } finally {
        this.#waiting -= 1;
      }
    }
  }
}

export async function vaultFullAlarm(room: IntakeRoom, free: number): Promise<void> {
  await room.alarms.raise('vault_full', 'critical', room.vault.id, {
    free: mebibytes(free),
    reserve: mebibytes(room.settings.reserveBytes),
  });
}

function mebibytes(bytes: number): string {
  return `${Math.floor(bytes / 1_048_576)} MiB`;
}
