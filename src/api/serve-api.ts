import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Doors } from '../access/doors.ts';
import { errnoOf } from '../errors.ts';
import type { DockingSnapshot } from '../intake/progress.ts';
import type { Dockings } from '../station/dockings.ts';
import type { Station } from '../station.ts';
import { buildApi } from './build-api.ts';
import { ApiError } from './error.ts';
import { EventFeed } from './events/event-feed.ts';
import { ReadPool } from './reading/read-pool.ts';
import { readSourceOf, roomOf } from './room-of.ts';

/** The interface while it listens. */
export interface ServedApi {
  /** Where, as a browser writes it. */
  readonly url: string;
  progress(snapshot: DockingSnapshot): void;
  close(): Promise<void>;
}

const loopback: readonly string[] = ['127.0.0.1', '::1', 'localhost'];

/**
 * Listens as the configuration says. Errors: `api.tls_needed`, `api.port_unusable`; nothing of the station depends on
 * it.
 */
export async function serveApi(
  station: Station,
  dockings: Dockings,
  { doors, version }: { readonly doors: Doors; readonly version: string },
): Promise<ServedApi> {
  const { address, port, trustProxy, requestsPerMinute } = station.config.http;
  const tls = tlsOf(station.config.http);
  if (tls === null && !loopback.includes(address))
    throw new ApiError('api.tls_needed', { address }, { field: 'http.address' });
  const reader = new ReadPool(readSourceOf(station));
  const room = roomOf(station, dockings, { doors, reader, version });
  const options = { perMinute: requestsPerMinute, fewerWhereAsked: true, tls };
  const app = await buildApi(room, { ...options, trustProxy: trustProxy.length === 0 ? false : trustProxy });
  const feed = new EventFeed(station.db, room.events);
  const close = async (): Promise<void> => {
    feed.end();
    await app.close();
    await reader.close();
  };
  try {
    await app.listen({ host: address, port });
  } catch (cause) {
    await close();
    const found = errnoOf(cause) ?? String(cause);
    throw new ApiError(
      'api.port_unusable',
      { address: `${address}:${port}`, found },
      { cause, field: 'http.port' },
    );
  }
  const { clock } = station.room;
  const scheme = tls === null ? 'http' : 'https';
  return {
    url: `${scheme}://${address.includes(':') ? `[${address}]` : address}:${portOf(app.server.address())}`,
    progress: (snapshot) => feed.progress(snapshot, clock.monotonicMs()),
    close,
  };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function tlsOf({ tls, address }: Station['config']['http']): { cert: string; key: string } | null {
  const { certificateFile, keyFile } = tls;
  if (certificateFile === null || keyFile === null) return null;
  try {
    return { cert: readFileSync(certificateFile, 'utf8'), key: readFileSync(keyFile, 'utf8') };
  } catch (cause) {
    const found = `${errnoOf(cause) ?? String(cause)}`;
    throw new ApiError('api.port_unusable', { address, found }, { cause, field: 'http.tls' });
  }
}
