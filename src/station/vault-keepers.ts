import type { Config } from '../config.ts';
import type { Db } from '../custody/database.ts';
import type { HashingPool } from '../intake/copying/hashing-pool.ts';
import type { IntakeRoom } from '../intake/room.ts';
import { Copies } from '../vault/fixity/copies.ts';
import { knownMirrors } from '../vault/mirror/mirror-book.ts';
import { checkCopy } from './fixity/check-copy.ts';
import { FixityDesk } from './fixity/fixity-desk.ts';
import type { FixityRoom } from './fixity/fixity-room.ts';
import { MirrorDesk } from './mirror/mirror-desk.ts';
import { mirrorPlace } from './mirror/mirror-settings.ts';
import { openVaultAt } from './open-vault.ts';

export interface KeepersRoom {
  readonly room: IntakeRoom;
  readonly db: Db;
  readonly config: Config;
  readonly pool: HashingPool;
}

/** Who keeps what the vault holds: a second copy of it, and the certainty that each copy is what it was. */
export function vaultKeepers({ room, db, config, pool }: KeepersRoom): {
  readonly mirror: MirrorDesk;
  readonly fixity: FixityDesk;
} {
  const { ledger, alarms, clock, turns, step, log } = room;
  const { stationCode } = room.settings;
  const copies = new Copies(db);
  const main = { vault: room.vault, staging: room.staging };
  const common = { db, copies, ledger, alarms, clock, turns, main, step, log };
  const { days, mebibytesPerSecond } = config.fixity;
  const place = mirrorPlace(config);
  const fixityRoom: FixityRoom = {
    ...common,
    settings: { stationCode, days, mebibytesPerSecond },
    mirror: () => mirror.holder(),
    mirrorVault: () => (place === null ? null : (knownMirrors(db)[0]?.vault ?? null)),
  };
  const mirror = new MirrorDesk({
    ...common,
    settings: {
      stationCode,
      mebibytesPerSecond: config.vault.mirror.mebibytesPerSecond,
      reserveBytes: config.vault.reserveMebibytes * 1_048_576,
    },
    place,
    open: (place, id) => openVaultAt(place, { id, pool, sole: true, step }),
    async damaged({ sha256 }) {
      const facts = copies.facts(sha256);
      if (facts !== null) await checkCopy(fixityRoom, main, facts);
    },
  });
  return { mirror, fixity: new FixityDesk(fixityRoom) };
}
