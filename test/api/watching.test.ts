import { mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import t from 'tap';
import { carryOut } from '../../src/station/carry-out.ts';
import { Dockings } from '../../src/station/dockings.ts';
import type { Order } from '../../src/station/orders.ts';
import { sha256Of } from '../support/cards.ts';
import { recording } from '../viewing/samples.ts';
import { apiStation, type Person } from './api-station.ts';
import { approved } from './approved.ts';
import { record } from './sample-request.ts';

const folder = mkdtempSync(join(tmpdir(), 'docket-film-'));
t.teardown(() => rmSync(folder, { recursive: true }));
const film = readFileSync(recording(folder, 'film.mp4'));
const api = await apiStation(t, { film, officersWatchOwn: true });
const { station } = api;
const { own } = api.evidence;
const home = `/api/v1/evidence/${own}/viewing`;
const media = `${home}/media`;
const pictures = ['poster.jpg', 'storyboard.jpg', 'storyboard.vtt', 'waveform.svg'];

const types = (type: string): readonly Record<string, unknown>[] =>
  station.db
    .prepare<[string], string>(
      `SELECT json_extract(CAST(l.leaf AS TEXT), '$.data') FROM view_entry v JOIN ledger_entry l USING (seq)
       WHERE v.type = ? ORDER BY seq`,
    )
    .pluck()
    .all(type)
    .map((data) => record(JSON.parse(data)));

const send = async (
  who: Person,
  url: string,
  headers: Readonly<Record<string, string>> = {},
  method: 'GET' | 'HEAD' = 'GET',
) => await api.app.inject({ method, url, headers: { authorization: `Bearer ${who}`, ...headers } });

const order = async (id: string, wanted: Order): Promise<unknown> =>
  await carryOut(
    station,
    new Dockings(
      station,
      () => undefined,
      () => undefined,
    ),
    wanted,
    {
      ...{ actor: { kind: 'person', id }, language: 'en', onProgress: () => undefined },
    },
  );

const open = async (who: Person, fromSeconds: number, toSeconds: number) =>
  await api.ask(who, 'POST', `${home}/playback`, { fromSeconds, toSeconds });

t.test('without an approval nothing of it is told or sent, whatever is asked for', async (t) => {
  const urls = [home, media, `${home}/file`, `/api/v1/evidence/${own}/original`];
  for (const url of [...urls, ...pictures.map((one) => `${home}/pictures/${one}`)]) {
    const refused = await api.ask('head', 'GET', url);
    t.equal(refused.status, 403, url);
    t.match(record(refused.json)['code'], /^access\.may_not_(?:watch|copy)$/, url);
    t.match(refused.headers['content-type'], /problem\+json/);
    t.equal((await api.ask('administrator', 'GET', url)).status, 403, url);
    t.equal((await api.ask(null, 'GET', url)).status, 401, url);
  }
  t.match(await open('head', 0, 10), { status: 403, json: { code: 'access.may_not_watch' } });
  t.match(await open('administrator', 0, 10), { status: 403, json: { code: 'api.forbidden' } });
  t.match((await api.ask('clerk', 'GET', '/api/v1/evidence/none/viewing')).json, {
    code: 'access.may_not_watch',
  });
  t.same([types('evidence.viewed'), types('evidence.downloaded')], [[], []]);
});

t.test('its officer has the copy made, and is told what it is', async (t) => {
  t.match((await api.ask('officer', 'GET', home)).json, { state: 'none', copy: null, links: null });
  let { json } = await api.ask('officer', 'POST', home);
  while (record(json)['state'] === 'waiting') ({ json } = await api.ask('officer', 'POST', home));
  t.match(json, {
    evidence: own,
    state: 'made',
    because: null,
    copy: { how: 'transcoded', type: 'video/mp4', originalMs: Number, mark: /burnt/ },
    links: { media, playback: `${home}/playback`, poster: `${home}/pictures/poster.jpg` },
  });
});

t.test('no byte and no picture goes out before a playback is open', async (t) => {
  for (const url of [media, ...pictures.map((one) => `${home}/pictures/${one}`)])
    for (const method of ['GET', 'HEAD'] as const)
      t.equal((await send('officer', url, {}, method)).statusCode, 403, `${method} ${url}`);
  t.match((await send('officer', media)).json(), { code: 'access.playback_closed' });
  t.same(types('evidence.viewed'), []);
  t.match(await open('officer', 10, 10), { status: 422, json: { code: 'access.span_wrong' } });
  t.match(await open('officer', 0, 3), {
    status: 200,
    json: { fromSeconds: 0, toSeconds: 30, viewer: 'account:officer222222' },
  });
  t.same(types('evidence.viewed'), [{ evidence: own, from: 0, request: null, to: 30 }]);
  t.equal((await send('officer', media)).statusCode, 200);
  t.equal((await send('colleague', media)).statusCode, 403, 'it is open for one alone');
});

t.test('it is sent as it is, to be shown here and kept nowhere', async (t) => {
  const whole = await send('officer', media);
  const made = types('viewing.made')[0] ?? {};
  t.equal(sha256Of(whole.rawPayload), made['sha256']);
  const fixed = {
    'content-type': 'video/mp4',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-disposition': `inline; filename="${own}-viewing-copy.mp4"`,
    'accept-ranges': 'bytes',
    etag: `"${made['sha256']}"`,
    'content-length': String(made['bytes']),
  };
  t.match(whole.headers, fixed);
  const head = await send('officer', media, {}, 'HEAD');
  t.match(head.headers, fixed);
  t.equal(head.rawPayload.length, 0);
  const sorts = ['image/jpeg', 'image/jpeg', 'text/vtt; charset=utf-8', 'image/svg+xml; charset=utf-8'];
  for (const [place, one] of pictures.entries()) {
    const { statusCode, headers } = await send('officer', `${home}/pictures/${one}`);
    t.equal(statusCode, 200, one);
    t.equal(headers['content-type'], sorts[place]);
    t.equal(headers['x-content-type-options'], 'nosniff');
    t.match(headers['content-disposition'], /^inline; /);
  }
  t.equal((await send('officer', `${home}/pictures/..%2fcopy.mp4`)).statusCode, 400);
});

t.test('any range is that slice of it', async (t) => {
  const { rawPayload: whole } = await send('officer', media);
  const bytes = whole.length;
  const place = fc.oneof(fc.nat({ max: bytes + 50 }), fc.constantFrom(0, bytes - 1, bytes));
  await fc.assert(
    fc.asyncProperty(place, fc.option(place, { nil: null }), async (from, to) => {
      const range = `bytes=${from}-${to ?? ''}`;
      const { statusCode, rawPayload, headers } = await send('officer', media, { range });
      const backwards = to !== null && to < from;
      if (from >= bytes && !backwards)
        return statusCode === 416 && headers['content-range'] === `bytes */${bytes}`;
      if (backwards) return statusCode === 200 && rawPayload.equals(whole);
      const last = Math.min(to ?? bytes, bytes - 1);
      return (
        statusCode === 206 &&
        headers['content-range'] === `bytes ${from}-${last}/${bytes}` &&
        rawPayload.equals(whole.subarray(from, last + 1))
      );
    }),
    { numRuns: 150 },
  );
  const suffix = await send('officer', media, { range: 'bytes=-100' });
  t.ok(suffix.rawPayload.equals(whole.subarray(-100)));
});

t.test('a part of another copy is no part of this one', async (t) => {
  const { etag } = (await send('officer', media)).headers;
  const range = 'bytes=0-9';
  t.equal((await send('officer', media, { range, 'if-range': String(etag) })).statusCode, 206);
  t.equal((await send('officer', media, { range, 'if-range': '"another"' })).statusCode, 200);
});

t.test('an approval opens it to another, and its end closes it', async (t) => {
  const request = await approved(api, 'head', { kind: 'view', evidence: own });
  t.equal((await open('head', 0, 3)).status, 200);
  t.match(types('evidence.viewed').at(-1), { request, from: 0, to: 30 });
  t.equal((await send('head', media)).statusCode, 200);
  t.match(await api.ask('head', 'GET', `${home}/file`), { status: 403 }, 'to watch is not to take away');
  const args = { request, decision: 'withdrawn', note: null } as const;
  await order('account:department_head333333', { order: 'decideRequest', args });
  t.match((await send('head', media)).json(), { code: 'access.may_not_watch' });
});

t.test('what is taken away is an entry before its first byte', async (t) => {
  const request = await approved(api, 'head', { kind: 'copy', evidence: own });
  const { vault } = station.room;
  const read = vault.read.bind(vault);
  let known: readonly unknown[] = [];
  vault.read = (sha256) => {
    known = types('evidence.downloaded');
    return read(sha256);
  };
  t.teardown(() => {
    vault.read = read;
  });
  const original = await send('head', `/api/v1/evidence/${own}/original`);
  t.equal(original.statusCode, 200);
  t.ok(original.rawPayload.equals(film), 'the recorder’s own bytes');
  t.match(original.headers, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${own}.mp4"`,
    'cache-control': 'private, no-store',
  });
  const entry = { evidence: own, request, what: 'original', sha256: sha256Of(film), bytes: film.length };
  t.match(known, [entry], 'it stood there before the vault was read');
  const copy = await send('head', `${home}/file`);
  t.match(copy.headers['content-disposition'], /^attachment; /);
  t.match(types('evidence.downloaded'), [
    entry,
    { request, what: 'viewing_copy', sha256: sha256Of(copy.rawPayload), bytes: copy.rawPayload.length },
  ]);
});

t.test('an original that is not what the ledger says breaks off where it would have ended', async (t) => {
  const { vault } = station.room;
  const { read } = vault;
  vault.read = async function* () {
    yield film.subarray(0, 1_000);
    yield Buffer.alloc(film.length - 1_000);
  };
  t.teardown(() => {
    vault.read = read;
  });
  const sent = await send('head', `/api/v1/evidence/${own}/original`).then(
    ({ rawPayload }) => rawPayload.length,
    () => 0,
  );
  t.ok(sent < film.length, `${sent} of ${film.length} bytes`);
});

t.test('the page holds nothing of it, and whoever wrote the address writes nothing into it', async (t) => {
  const address = `/watch/${encodeURIComponent('"><script>alert(1)</script>')}`;
  const page = await api.app.inject({ url: address, headers: { 'accept-language': 'zh-CN' } });
  t.equal(page.statusCode, 200);
  t.notMatch(page.body, /<script>|onerror|style=/);
  t.match(page.body, /lang="zh-CN"/);
  t.match(page.body, '预览副本 非原件 / viewing copy');
  t.notMatch(page.body, /(?:src|href)="(?:https?:)?\/\//, 'no outside address');
  t.match(page.headers['content-security-policy'], /script-src 'self';style-src 'self'/);
  for (const file of ['player.js', 'player.css']) {
    const { statusCode, body } = await api.app.inject({ url: `/watch/${file}` });
    t.equal(statusCode, 200);
    t.notMatch(body, /https?:\/\//);
  }
});

t.test('what is classified is not watched by policy', async (t) => {
  const tag = async (value: string) => {
    await order('os:clerk', { order: 'tag', args: { evidence: [own], field: 'classification', value } });
  };
  await tag('personal_privacy');
  t.match((await send('officer', media)).json(), { code: 'access.may_not_watch' });
  await tag('ordinary');
  t.equal((await send('officer', media)).statusCode, 200);
});

t.test('a copy that is cut on the disk is not served, and says that it is lost', async (t) => {
  const { book, store } = station.viewing;
  const standing = book.standing(sha256Of(film));
  if (standing?.state !== 'made') throw new Error('no copy');
  truncateSync(store.fileOf(standing.said, standing.said.name), 1_000);
  t.match(await api.ask('officer', 'GET', media), { status: 404, json: { code: 'viewing.none_stands' } });
  t.match((await api.ask('officer', 'GET', home)).json, { state: 'removed', because: 'lost', copy: null });
});
