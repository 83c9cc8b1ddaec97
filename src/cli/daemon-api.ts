import type { ServedApi } from '../api/serve-api.ts';
import type { Dockings } from '../station/dockings.ts';
import type { Station } from '../station.ts';
import { programVersion } from './version.ts';

/** A port that is taken, a certificate that cannot be read: told, and recordings are taken in all the same. */
export async function apiOf(station: Station, dockings: Dockings): Promise<ServedApi | null> {
  const { http } = station.config;
  if (!http.enabled) return null;
  const { alarms, log } = station.room;
  try {
    // Loaded where it is wanted: every command of the command line starts without it.
    const { serveApi } = await import('../api/serve-api.ts');
    const served = await serveApi(station, dockings, {
      doors: station.access.doors,
      version: programVersion,
    });
    log('http ready', { url: served.url });
    await alarms.settle('http_unavailable', 'daemon');
    return served;
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    log('http unavailable', { error: found });
    await alarms.raise('http_unavailable', 'warning', 'daemon', { found });
    return null;
  }
}
