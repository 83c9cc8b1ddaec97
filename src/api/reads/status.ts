import { placesIn, readStationFile } from '../../station/data-folder.ts';
import { type StationStatus, stationStatus } from '../../station/status.ts';
import type { LiveState } from '../live-state.ts';
import type { ReadWorld } from '../reading/read-world.ts';

/** How the station stands, with what is under way. */
export async function readStatus(
  { db, config }: ReadWorld,
  { live }: { readonly live: LiveState },
): Promise<StationStatus> {
  const places = placesIn(config.dataFolder, config.vault.folder);
  return await stationStatus({ db, places, file: readStationFile(places) }, config, live);
}
