import { readFileSync } from 'node:fs';
import type { Doors } from '../access/doors.ts';
import { carryOut } from '../station/carry-out.ts';
import type { Dockings } from '../station/dockings.ts';
import { takeAttachment } from '../station/footage/attached-files.ts';
import { Footage } from '../station/footage/footage.ts';
import { giveOut } from '../station/give-out.ts';
import { HandIns } from '../station/hand-ins.ts';
import { vaultAddress } from '../station/s3-options.ts';
import type { Station } from '../station.ts';
import type { ApiRoom } from './api-room.ts';
import { AttachmentTray } from './attachments/tray.ts';
import { EventHub } from './events/event-hub.ts';
import { Metrics } from './metrics/metrics.ts';
import type { ReadSource } from './reading/read-world.ts';
import type { Reader } from './reading/reader.ts';

/** What routes reach of a station that this process holds. */
export function roomOf(
  station: Station,
  dockings: Dockings,
  { doors, reader, version }: { readonly doors: Doors; readonly reader: Reader; readonly version: string },
): ApiRoom {
  const { code, name, unit, zone, language } = station.config.station;
  const { db, access, viewing, room } = station;
  const { ledger, vault } = room;
  return {
    ...{ station: { code, name, unit }, zone, language, version, doors, reader },
    live: () => ({
      dockings: dockings.snapshots(),
      first: dockings.first,
      uploads: station.uploads?.state() ?? null,
      viewing: viewing.state(),
    }),
    reading: (evidence) => station.fixity.readings.of(evidence),
    order: (order, by) =>
      carryOut(station, dockings, order, { ...by, behind: true, onProgress: () => undefined }),
    footage: new Footage({ db, access, viewing, vault, log: room.log }),
    attachment: (of, by) => takeAttachment({ db, ledger, vault, staging: room.staging }, of, by),
    giveOut: (...of) => giveOut(station, ...of),
    handIns: new HandIns(station, dockings),
    tray: new AttachmentTray(room.clock),
    events: new EventHub(),
    metrics: new Metrics(),
    log: room.log,
  };
}

/** From what the threads that read are started. */
export function readSourceOf({ config, places }: Station): ReadSource {
  return {
    database: places.database,
    config,
    address: vaultAddress(config, places),
    vkey: readFileSync(places.vkey, 'utf8').trim(),
  };
}
