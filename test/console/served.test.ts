import { readdirSync, readFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import t from 'tap';
import { apiStation } from '../api/api-station.ts';

const { app } = await apiStation(t);
const assets = new URL('../../dist/console/assets/', import.meta.url);
const script = readdirSync(assets).find((name) => /^index-.*\.js$/.test(name)) ?? '';
const plain = readFileSync(new URL(script, assets));

const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  app.inject({ method: 'GET', url, headers });

t.test('every page of the console is the one page, and is never kept', async (t) => {
  for (const url of [
    '/',
    '/console/evidence',
    '/console/evidence?state=stored',
    '/console/cases/%E6%A0%B7-1',
  ]) {
    const { statusCode, headers, body } = await get(url);
    t.equal(statusCode, 200, url);
    t.match(headers['content-type'], /^text\/html/);
    t.equal(headers['cache-control'], 'no-store');
    t.match(body, `/assets/${script}`);
    t.notMatch(body, /__\w+__/, 'no hole is left');
  }
});

t.test('only this answer’s own nonce lets styles in, and no script at all stands in the page', async (t) => {
  const [one, other] = [await get('/'), await get('/')];
  const nonceOf = (policy: unknown) => /'nonce-([^']+)'/.exec(String(policy))?.[1] ?? '';
  const nonce = nonceOf(one.headers['content-security-policy']);
  t.match(one.body, `nonce="${nonce}"`);
  t.not(nonce, nonceOf(other.headers['content-security-policy']));
  t.match(one.headers['content-security-policy'], /script-src 'self';/);
  t.notMatch(one.headers['content-security-policy'], /unsafe/);
});

t.test('parts are kept for good, and sent as small as the caller can read', async (t) => {
  const url = `/assets/${script}`;
  const bare = await get(url);
  t.strictSame(bare.rawPayload, plain);
  t.match(bare.headers['cache-control'], 'immutable');
  const br = await get(url, { 'accept-encoding': 'gzip, deflate, br' });
  t.equal(br.headers['content-encoding'], 'br');
  t.strictSame(brotliDecompressSync(br.rawPayload), plain);
  const gz = await get(url, { 'accept-encoding': 'gzip, br;q=0' });
  t.equal(gz.headers['content-encoding'], 'gzip');
  t.strictSame(gunzipSync(gz.rawPayload), plain);
  const known = await get(url, { 'if-none-match': String(bare.headers['etag']) });
  t.equal(known.statusCode, 304);
  t.equal(known.body, '');
});

t.test('nothing but a part of the console is behind its address', async (t) => {
  for (const file of ['..%2f..%2fpackage.json', '%2e%2e%2findex.html', 'none.js', '%00', `${script}.br`, '.'])
    t.equal((await get(`/assets/${file}`)).statusCode >= 400, true, file);
  t.equal((await get('/console/..%2f..%2fetc')).statusCode, 400);
  t.equal((await get('/assets/%2e%2e/%2e%2e/package.json')).statusCode, 404);
});
