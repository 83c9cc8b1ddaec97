import t from 'tap';
import { sha256Of } from '../support/cards.ts';
import { apiStation, type Person } from './api-station.ts';
import { record } from './sample-request.ts';

const api = await apiStation(t);
const { db } = api.station;
const { own, otherUnit } = api.evidence;
const sessionOf = (evidence: string): string =>
  db
    .prepare<[string], string>('SELECT session FROM view_session_item WHERE evidence = ?')
    .pluck()
    .get(evidence) ?? '';
const session = sessionOf(own);
const scan = Buffer.from('%PDF-1.7\n情况说明\n');

const send = async (who: Person, url: string, payload: Buffer, type = 'application/octet-stream') => {
  const headers = { authorization: `Bearer ${who}`, 'content-type': type };
  const answer = await api.app.inject({ method: 'POST', url, headers, payload });
  return { status: answer.statusCode, json: record(answer.json()) };
};
const tray = `/api/v1/sessions/${session}/attachments`;
const named = (name: string) => `${tray}?name=${encodeURIComponent(name)}`;

const downloads = (): readonly Record<string, unknown>[] =>
  db
    .prepare<[], string>(
      `SELECT CAST(l.leaf AS TEXT) FROM view_entry v JOIN ledger_entry l USING (seq)
       WHERE v.type = 'attachment.downloaded' ORDER BY seq`,
    )
    .pluck()
    .all()
    .map((leaf) => record(JSON.parse(leaf)));

t.test('a scan is sent, named by the reason for being late, and given away with an entry', async (t) => {
  const sent = await send('officer', named('情况说明.pdf'), scan);
  t.match(sent, { status: 200, json: { name: '情况说明.pdf', bytes: scan.length, sha256: sha256Of(scan) } });
  const attachment = String(sent.json['attachment']);
  const url = `/api/v1/sessions/${session}/justifications`;
  const reason = { category: 'continuous_duty', text: '连续执勤', attach: [attachment] };
  t.match(
    await api.ask('clerk', 'POST', url, reason),
    { status: 422, json: { code: 'api.attachment_unknown', field: 'attach' } },
    'what another has sent is not there',
  );
  const submitted = await api.ask('officer', 'POST', url, reason);
  t.equal(submitted.status, 200, submitted.text);
  const justification = String(record(submitted.json)['justification']);
  t.match(submitted.json, { attachments: [{ name: '情况说明.pdf', sha256: sha256Of(scan) }] });
  t.match((await api.ask('officer', 'POST', url, reason)).json, {
    code: /attachment_unknown|justification_open/,
  });

  const file = `/api/v1/justifications/${justification}/attachments/${sha256Of(scan)}`;
  t.same(downloads(), []);
  const given = await api.app.inject({ method: 'GET', url: file, headers: { authorization: 'Bearer head' } });
  t.equal(given.statusCode, 200);
  t.ok(given.rawPayload.equals(scan));
  t.match(given.headers, {
    'content-type': 'application/octet-stream',
    'content-disposition': /^attachment; filename="[0-9a-f]{12}\.pdf"$/,
  });
  t.match(downloads(), [
    {
      actor: { id: 'account:department_head333333' },
      subject: { kind: 'justification', id: justification },
      data: { justification, finding: null, sha256: sha256Of(scan), bytes: scan.length },
    },
  ]);
  t.equal((await api.ask('otherHead', 'GET', file)).status, 404, 'another unit’s');
  const unknown = file.replace(sha256Of(scan), '0'.repeat(64));
  t.match(await api.ask('head', 'GET', unknown), {
    status: 404,
    json: { code: 'station.attachment_unknown' },
  });
  t.equal(downloads().length, 1, 'what is refused is no download');
});

t.test('what is not what its name says, or has no place here, is refused', async (t) => {
  for (const [name, bytes] of [
    ['bild.png', scan],
    ['programm.pdf', Buffer.from('MZ\u0090')],
    ['text.txt', Buffer.from([0x41, 0, 0x42])],
  ] as const)
    t.match(await send('officer', named(name), bytes), {
      status: 422,
      json: { code: 'api.attachment_kind', field: 'name' },
    });
  for (const name of ['../key.pdf', 'a/b.pdf', 'film.mp4', 'c:\\x.pdf', 'noending'])
    t.match(await send('officer', named(name), scan), { status: 400, json: { field: 'name' } }, name);
  t.match(await send('officer', named('a.pdf'), scan, 'application/json'), { status: 400 });
  t.match(await send('officer', `/api/v1/sessions/${sessionOf(otherUnit)}/attachments?name=a.pdf`, scan), {
    status: 404,
  });
  t.match(await send('officer', named('gross.pdf'), Buffer.alloc(17 * 1_048_576)), { status: 413 });
  t.equal(
    (await send('officer', named('旧说明.txt'), Buffer.from([0xc7, 0xe9, 0xbf, 0xf6]))).status,
    200,
    'GB 18030',
  );
});

t.test('nobody fills the station with files that nothing names', async (t) => {
  let last = { status: 200, json: {} as Readonly<Record<string, unknown>> };
  for (let i = 0; i < 30 && last.status === 200; i += 1) last = await send('clerk', named('a.pdf'), scan);
  t.match(last, { status: 429, json: { code: 'api.attachments_many' } });
});
