import type { Config } from '../config.ts';
import type { Db } from '../custody/database.ts';
import type { IntakeRoom } from '../intake/room.ts';
import { ViewingDesk } from '../viewing/desk.ts';
import type { Places } from './data-folder.ts';

const mebibyte = 1_048_576;

/** Where this station's viewing copies are made. Nothing is begun yet. */
export function stationViewing({
  config,
  places,
  room,
  db,
}: {
  readonly config: Config;
  readonly places: Places;
  readonly room: IntakeRoom;
  readonly db: Db;
}): ViewingDesk {
  const { ledger, alarms, clock, turns, vault, staging, step, log } = room;
  const { make, height, mark, font, atOnce, storeMebibytes } = config.viewing;
  return new ViewingDesk({
    ...{ db, ledger, alarms, clock, turns, vault, staging, step, log, atOnce, font },
    settings: { height, mark, encoder: 'software' },
    automatic: make === 'all',
    limitBytes: storeMebibytes * mebibyte,
    reserveBytes: config.vault.reserveMebibytes * mebibyte,
    folder: places.viewing,
    intakeBusy: () => room.copying.size > 0,
  });
}
