import { type AddressInfo, isIP } from 'node:net';
import type { Doors } from '../access/doors.ts';
import type { Config } from '../config.ts';
import { errnoOf } from '../errors.ts';
import type { DockingSnapshot } from '../intake/progress.ts';
import type { Dockings } from '../station/dockings.ts';
import { type TlsSource, tlsSourceOf } from '../station/tls-source.ts';
import type { Station } from '../station.ts';
import { buildApi } from './build-api.ts';
import { ApiError } from './error.ts';
import { EventFeed } from './events/event-feed.ts';
import { ReadPool } from './reading/read-pool.ts';
import { readSourceOf, roomOf } from './room-of.ts';
import { CertificateWatch } from './tls/certificate-watch.ts';
import { takeUp } from './tls/tls-options.ts';

/** The interface while it listens. */
export interface ServedApi {
  /** Where, as a browser writes it. */
  readonly url: string;
  progress(snapshot: DockingSnapshot): void;
  close(): Promise<void>;
}

const loopback: readonly string[] = ['127.0.0.1', '::1', 'localhost'];
const lookEveryMs = 60_000;

/**
 * Listens as the configuration says. Errors: `api.tls_needed`, `api.port_unusable`, `api.proxy_wrong`, `tls.*`; nothing
 * of the station depends on it.
 */
export async function serveApi(
  station: Station,
  dockings: Dockings,
  { doors, version }: { readonly doors: Doors; readonly version: string },
): Promise<ServedApi> {
  const { address, port, trustProxy, requestsPerMinute } = station.config.http;
  requireProxies(trustProxy);
  const source = tlsSourceOf(station.config.http, station.places, station.file.code);
  if (source.kind === 'none' && !loopback.includes(address))
    throw new ApiError('api.tls_needed', { address }, { field: 'http.address' });
  const watch = source.kind === 'none' ? null : new CertificateWatch(station.room, source);
  const tls = (await watch?.first()) ?? null;
  const reader = new ReadPool(readSourceOf(station));
  const room = roomOf(station, dockings, { doors, reader, version });
  const called = calledOf(station.config.http, source);
  const guards = { perMinute: requestsPerMinute, fewerWhereAsked: true, tls };
  const options = called === null ? guards : { ...guards, called };
  const app = await buildApi(room, { ...options, trustProxy: trustProxy.length === 0 ? false : trustProxy });
  const feed = new EventFeed(station.db, room.events);
  const close = async (): Promise<void> => {
    feed.end();
    await app.close();
    await reader.close();
  };
  try {
    // Thousands who come at once must not make the kernel drop those among them who ask as one should.
    await app.listen({ host: address, port, backlog: 4_096 });
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
  const looking = setInterval(() => {
    watch?.look((shown) => takeUp(app.server, shown)).catch((error) => room.log('certificate', { error }));
  }, lookEveryMs);
  looking.unref();
  const scheme = tls === null ? 'http' : 'https';
  return {
    url: `${scheme}://${address.includes(':') ? `[${address}]` : address}:${portOf(app.server.address())}`,
    progress: (snapshot) => feed.progress(snapshot, clock.monotonicMs()),
    close: async () => {
      clearInterval(looking);
      await close();
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A name, or a slip in an address, would be believed by nobody, or by everybody. Error: `api.proxy_wrong`. */
function requireProxies(proxies: readonly string[]): void {
  const wrong = proxies.find((one) => {
    const [address = '', bits, ...more] = one.split('/');
    const most = isIP(address) === 6 ? 128 : 32;
    const sound = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 8 && Number(bits) <= most);
    return isIP(address) === 0 || !sound || more.length > 0;
  });
  if (wrong !== undefined)
    throw new ApiError('api.proxy_wrong', { found: wrong }, { field: 'http.trustProxy' });
}

/** What this station may be called; null: a proxy before it, or a certificate for many names, leaves that open. */
function calledOf(
  { trustProxy, tls }: Config['http'],
  source: TlsSource,
): ((name: string) => boolean) | null {
  if (trustProxy.length > 0 || (source.kind === 'files' && tls.names.length === 0)) return null;
  return (name) => {
    const names = source.kind === 'none' ? [] : source.names();
    return [...loopback, ...names.map((one) => one.toLowerCase())].includes(name);
  };
}
