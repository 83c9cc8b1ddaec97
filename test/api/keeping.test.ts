import { readSheet } from 'read-excel-file/node';
import t from 'tap';
import { builtInRoleNames } from '../../src/access/roles.ts';
import { reachOfRole, whoMayPage } from '../../src/api/docs/who-may.ts';
import { routeTable } from '../../src/api/route-table.ts';
import { apiStation } from './api-station.ts';
import { record } from './sample-request.ts';

const api = await apiStation(t);
const { db } = api.station;

t.test('the page of who may call what has every row of the table, in both languages', async (t) => {
  for (const [language, yes] of [
    ['zh', '可以'],
    ['en', 'yes'],
  ] as const) {
    const answer = await api.app.inject({
      ...{ method: 'GET', url: '/docs/who-may', headers: { 'accept-language': language } },
    });
    t.equal(answer.statusCode, 200);
    t.match(answer.headers['content-type'], /^text\/html/);
    t.equal(answer.body, whoMayPage(language));
    for (const call of Object.keys(routeTable)) t.ok(answer.body.includes(`<code>${call}</code>`), call);
    t.match(answer.body, `<td>${yes}</td>`);
  }
});

t.test('it says of each role what the table and the roles say', async (t) => {
  const reach = (call: keyof typeof routeTable) =>
    builtInRoleNames.map((role) => reachOfRole(routeTable[call], role));
  t.same(reach('GET /api/v1/evidence'), ['own', 'units', 'all', 'all', null]);
  t.same(reach('GET /api/v1/alarms'), [null, 'units', 'all', 'all', 'all']);
  t.same(reach('GET /api/v1/ports'), [null, null, 'all', 'all', 'all'], 'units are not everything');
  t.same(reach('POST /api/v1/disposals/:disposal/decision'), [null, 'units', null, 'all', null]);
  t.same(reach('GET /healthz'), ['yes', 'yes', 'yes', 'yes', 'yes']);
});

t.test('the calendar of a year is told, and an imported one counts from then on', async (t) => {
  const url = '/api/v1/calendar/2031';
  t.match((await api.ask('officer', 'GET', url)).json, { year: 2031, announced: false });
  const day = (uid: string, words: string, from: string, to: string) =>
    `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20300101T000000Z\r\nSUMMARY:${words}\r\nDTSTART;VALUE=DATE:${from}\r\nDTEND;VALUE=DATE:${to}\r\nEND:VEVENT\r\n`;
  const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//\r\n${day('a', '元旦 休', '20310101', '20310102')}${day('b', '元旦 班', '20310104', '20310105')}END:VCALENDAR\r\n`;
  const send = async (who: string) =>
    await api.app.inject({
      ...{ method: 'POST', url: `${url}/import`, payload: Buffer.from(text) },
      headers: { authorization: `Bearer ${who}`, 'content-type': 'application/octet-stream' },
    });
  t.equal((await send('officer')).statusCode, 403);
  const done = await send('clerk');
  t.match(
    done.json(),
    { year: 2031, announced: true, restDays: ['2031-01-01'], workDays: ['2031-01-04'] },
    done.body,
  );
  t.match((await api.ask('officer', 'GET', url)).json, { announced: true });
});

t.test('the review ledger leaves as a file, with its entry', async (t) => {
  const drawn = (): number =>
    db.prepare<[], number>(`SELECT count(*) FROM view_entry WHERE type = 'review.exported'`).pluck().get() ??
    0;
  const drawing = { from: '2026-01-01', to: '2026-12-31', unit: null, count: 1, note: null };
  await api.station.room.ledger.append([
    {
      type: 'review.drawn',
      actor: { kind: 'person', id: 'os:clerk' },
      subject: { kind: 'review', id: 'ST01-V000001' },
      data: {
        ...{ review: 'ST01-V000001', from: drawing.from, to: drawing.to, unit: null, seed: 'a' },
        ...{ population: 1, populationSha256: '0'.repeat(64) },
        drawn: [{ case: 'C1', reviewer: 'account:clerk' }],
      },
      personal: {},
    },
    {
      type: 'review.entered',
      actor: { kind: 'person', id: 'os:clerk' },
      subject: { kind: 'review', id: 'ST01-V000001' },
      data: { review: 'ST01-V000001', case: 'C1', grade: 'good' },
      personal: { found: '=HYPERLINK("x")' },
    },
  ]);
  const url = '/api/v1/reviews/ST01-V000001/ledger';
  t.match((await api.ask('head', 'GET', url)).json, {
    review: 'ST01-V000001',
    lines: [{ case: 'C1', title: '占道经营', found: '=HYPERLINK("x")' }],
  });
  const csv = await api.ask('clerk', 'GET', `${url}?format=csv`);
  t.match(csv.text, /'=HYPERLINK/, 'no formula');
  const book = await api.app.inject({
    ...{ method: 'GET', url: `${url}?format=xlsx`, headers: { authorization: 'Bearer clerk' } },
  });
  t.match(JSON.stringify(await readSheet(book.rawPayload)), /C1/);
  t.equal(drawn(), 3);
  t.match(await api.ask('clerk', 'GET', '/api/v1/reviews/ST01-V000009/ledger'), {
    status: 404,
    json: { code: 'access.review_unknown' },
  });
  t.equal(drawn(), 3, 'what is refused leaves nothing');
});

t.test('what has no folder cannot be backed up, and what was is listed', async (t) => {
  t.match((await api.ask('administrator', 'POST', '/api/v1/backups')).json, { code: /^backup\./ });
  t.match((await api.ask('administrator', 'GET', '/api/v1/backups')).json, { rows: [], next: null });
  await api.station.room.ledger.append(
    ['a', 'b'].map((file) => ({
      type: 'backup.made' as const,
      actor: { kind: 'machine' as const, id: 'daemon' },
      subject: { kind: 'station' as const, id: 'ST01' },
      data: {
        ...{ file, made: '2026-09-02T00:00:00Z', entries: 9, root: 'r', bytes: 10 },
        ...{ sha256: '0'.repeat(64), recipient: 'age1' },
      },
      personal: { folder: '/srv/backup' },
    })),
  );
  const first = await api.ask('administrator', 'GET', '/api/v1/backups?limit=1');
  t.match(first.json, { rows: [{ file: 'b', folder: '/srv/backup', removed: null }] });
  const { next } = record(first.json);
  t.match((await api.ask('administrator', 'GET', `/api/v1/backups?limit=1&cursor=${next}`)).json, {
    rows: [{ file: 'a' }],
    next: null,
  });
});

t.test('policies, configuration, doctor, fixity and mirror are told to whom they concern', async (t) => {
  t.match((await api.ask('officer', 'GET', '/api/v1/policies')).json, {
    policy: /./,
    policies: [{ rules: [] }],
  });
  const config = await api.ask('administrator', 'GET', '/api/v1/config');
  t.match(config.json, { station: { unit: 'U0' }, vault: { reserveMebibytes: 1 } });
  t.equal((await api.ask('clerk', 'GET', '/api/v1/config')).status, 403);
  t.match((await api.ask('administrator', 'GET', '/api/v1/doctor')).json, { checks: [{ check: /./ }] });
  t.match((await api.ask('administrator', 'GET', '/api/v1/fixity')).json, {
    days: Number,
    vaults: [{ role: 'main', held: 4, damaged: 0 }],
  });
  t.match((await api.ask('clerk', 'GET', '/api/v1/mirror')).json, { mirror: null, single: { count: 4 } });
  t.match((await api.ask('clerk', 'POST', '/api/v1/fixity/checks', { wish: 'all' })).json, {
    ...{ checked: 4, sound: 4, damaged: [], unreached: 0 },
  });
});
