import { readFileSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { connect, type SecureVersion } from 'node:tls';
import t from 'tap';
import { serveApi } from '../../src/api/serve-api.ts';
import { CertificateWatch } from '../../src/api/tls/certificate-watch.ts';
import { takeUp } from '../../src/api/tls/tls-options.ts';
import { systemClock } from '../../src/clock.ts';
import { Dockings } from '../../src/station/dockings.ts';
import { tlsSourceOf } from '../../src/station/tls-source.ts';
import type { Station } from '../../src/station.ts';
import { Bureau } from '../tls/certificates.ts';
import { apiStation } from './api-station.ts';

const { station, room } = await apiStation(t);
const bureau = new Bureau(t.testdir());
bureau.server('station', 'DNS:localhost,IP:127.0.0.1');
bureau.server('newer', 'DNS:localhost,IP:127.0.0.1');
bureau.server('other', 'DNS:other.bureau.example');
bureau.server('ended', 'DNS:localhost', { days: -1 });

type Tls = Partial<Station['config']['http']['tls']>;
const none = { certificateFile: null, keyFile: null, own: false, names: [] } as const;

function httpWith(tls: Tls, address = '127.0.0.1') {
  return { ...station.config.http, address, port: 0, tls: { ...none, ...tls } };
}

function filesOf(name: string, names: readonly string[] = []): Tls {
  const certificateFile = join(bureau.folder, `${name}-chain.pem`);
  writeFileSync(certificateFile, bureau.pem(name, 'middle'));
  return { certificateFile, keyFile: join(bureau.folder, `${name}.key`), names: [...names] };
}

async function served(tls: Tls, address?: string): Promise<{ url: string; close(): Promise<void> }> {
  const silent = (): void => undefined;
  const changed = { ...station, config: { ...station.config, http: httpWith(tls, address) } };
  const dockings = new Dockings(station, silent, silent);
  return await serveApi(changed, dockings, { doors: room.doors, version: 'test' });
}

interface Asked {
  readonly ca: string;
  readonly path?: string;
  readonly servername?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

function ask(url: string, { ca, path = '/healthz', servername = 'localhost', body, headers = {} }: Asked) {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number;
    headers: IncomingHttpHeaders;
  }>();
  const method = body === undefined ? 'GET' : 'POST';
  const sent = request(
    `${url}${path}`,
    { ca, servername, method, agent: false, headers: { 'content-type': 'application/json', ...headers } },
    (answer) => {
      answer.resume();
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
    },
  );
  sent.on('error', reject);
  sent.end(body === undefined ? undefined : JSON.stringify(body));
  return promise;
}

/** The version that is agreed on where a client wants one alone. */
function agreed(url: string, version: SecureVersion, more: { readonly ciphers?: string } = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const { port } = new URL(url);
  const socket = connect(
    { port: Number(port), minVersion: version, maxVersion: version, rejectUnauthorized: false, ...more },
    () => {
      resolve(String(socket.getProtocol()));
      socket.destroy();
    },
  );
  socket.on('error', reject);
  return promise;
}

t.test("whoever trusts the station's own authority reaches it encrypted, and nobody else", async (t) => {
  const api = await served({ own: true });
  t.teardown(() => api.close());
  t.match(api.url, /^https:/);
  const ca = readFileSync(join(station.places.tls, 'ca.pem'), 'utf8');
  const { status, headers } = await ask(api.url, { ca });
  t.equal(status, 200);
  t.match(headers['strict-transport-security'], /max-age=31536000/);
  await t.rejects(ask(api.url, { ca: bureau.pem('root') }), /certificate|issuer/);
  await t.rejects(ask(api.url, { ca, servername: 'elsewhere.example' }), {
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
  });

  const body = { account: 'clerk', password: 'right' };
  const signedIn = await ask(api.url, { ca, path: '/api/v1/session', body });
  t.match(
    String(signedIn.headers['set-cookie']),
    /^__Host-docket=.*; Path=\/; HttpOnly; Secure; SameSite=Strict/,
  );

  t.match(await ask(api.url, { ca, headers: { host: 'evil.example' } }), { status: 421 });
  t.match(await ask(api.url, { ca, headers: { host: '127.0.0.1:1' } }), { status: 200 });
});

t.test('only what is safe today is spoken', async (t) => {
  const api = await served({ own: true });
  t.teardown(() => api.close());
  t.equal(await agreed(api.url, 'TLSv1.3'), 'TLSv1.3');
  t.equal(await agreed(api.url, 'TLSv1.2'), 'TLSv1.2');
  await t.rejects(agreed(api.url, 'TLSv1.1', { ciphers: 'ALL:@SECLEVEL=0' }));
  await t.rejects(
    agreed(api.url, 'TLSv1.2', { ciphers: 'AES128-SHA:AES256-GCM-SHA384' }),
    'no forward secrecy',
  );
});

t.test("a bureau's certificate is shown with those that vouch for it", async (t) => {
  const api = await served(filesOf('station', ['localhost']));
  t.teardown(() => api.close());
  t.equal((await ask(api.url, { ca: bureau.pem('root') })).status, 200);
});

t.test('with a certificate that nobody would believe it does not listen at all', async (t) => {
  await t.rejects(served(filesOf('ended')), { code: 'tls.expired' });
  await t.rejects(served({ ...filesOf('station'), keyFile: join(bureau.folder, 'other.key') }), {
    code: 'tls.key_foreign',
  });
  await t.rejects(served(filesOf('other', ['localhost'])), { code: 'tls.name_missing' });
  await t.rejects(served({ ...filesOf('station'), keyFile: null }), { code: 'tls.pair_incomplete' });
  await t.rejects(served({ ...filesOf('station'), keyFile: '/nowhere' }), { code: 'tls.file_unreadable' });
});

t.test('beyond this machine it does not listen without TLS', async (t) => {
  for (const address of ['0.0.0.0', '::', '192.0.2.7'])
    await t.rejects(served({}, address), { code: 'api.tls_needed', field: 'http.address' });
});

t.test('what was put in the place of a certificate is taken up while it runs; rubbish is told', async (t) => {
  const http = httpWith(filesOf('station'));
  const { certificateFile, keyFile } = http.tls;
  const told: string[] = [];
  const alarms = {
    raise: async (code: string) => void told.push(`raised ${code}`),
    settle: async (code: string) => void told.push(`settled ${code}`),
  };
  const source = tlsSourceOf(http, station.places, 'ST01');
  if (source.kind === 'none') throw new Error('a source');
  const watch = new CertificateWatch({ alarms, clock: systemClock, log: () => undefined }, source);
  const { createServer } = await import('node:https');
  const server = createServer(await watch.first(), (_request, answer) => answer.end());
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  t.teardown(() => server.close());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const subject = () => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const socket = connect({ port, ca: bureau.pem('root'), servername: 'localhost' }, () => {
      resolve(socket.getPeerCertificate().subject['CN']);
      socket.destroy();
    });
    socket.on('error', reject);
    return promise;
  };
  t.equal(await subject(), 'station');
  writeFileSync(String(certificateFile), 'half written');
  await watch.look((shown) => takeUp(server, shown));
  t.equal(told.at(-1), 'raised certificate_unusable');
  t.equal(await subject(), 'station', 'the one before stays');
  writeFileSync(String(certificateFile), bureau.pem('newer', 'middle'));
  writeFileSync(String(keyFile), bureau.key('newer'));
  await watch.look((shown) => takeUp(server, shown));
  t.equal(told.at(-1), 'settled certificate_unusable');
  t.equal(await subject(), 'newer');
});

t.test('a certificate that ends within a month is an alarm', async (t) => {
  bureau.server('soon', 'DNS:localhost', { days: 20 });
  const source = tlsSourceOf(httpWith(filesOf('soon')), station.places, 'ST01');
  if (source.kind === 'none') throw new Error('a source');
  await new CertificateWatch({ ...station.room, clock: systemClock }, source).first();
  t.same(station.room.alarms.about('certificate_expiring'), ['server']);
});
