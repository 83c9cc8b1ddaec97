import { existsSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import t from 'tap';
import { sha256Of } from '../support/cards.ts';
import { apiStation, type Person } from './api-station.ts';
import { record } from './sample-request.ts';

const api = await apiStation(t);
const { db, places } = api.station;
const film = Buffer.from('bytes of another camera');
const base = { name: '监控.mp4', way: 'surveillance', by: '222222', why: '调取路口监控' };

const send = async (who: Person | null, query: Readonly<Record<string, string>>, payload: Buffer = film) => {
  const answer = await api.app.inject({
    ...{ method: 'POST', url: `/api/v1/hand-ins?${new URLSearchParams(query)}`, payload },
    headers: {
      'content-type': 'application/octet-stream',
      ...(who === null ? {} : { authorization: `Bearer ${who}` }),
    },
  });
  return { status: answer.statusCode, json: record(answer.json()) };
};
const evidenceOf = (sha256: string): readonly string[] =>
  db.prepare<[string], string>('SELECT evidence FROM view_evidence WHERE sha256 = ?').pluck().all(sha256);
const lying = (): readonly string[] => {
  const folder = join(places.folder, 'handed-in');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const dockings = (): number => db.prepare<[], number>('SELECT count(*) FROM view_docking').pluck().get() ?? 0;

t.test(
  'a file that came by another way is taken in as by the command, and told apart from the dock',
  async (t) => {
    const { status, json } = await send('clerk', { ...base, sha256: sha256Of(film) });
    t.equal(status, 200);
    t.match(json, { way: 'surveillance', refused: null, summary: { stored: 1 } });
    const [evidence = ''] = evidenceOf(sha256Of(film));
    t.match(json['recordings'], [{ evidenceId: evidence, state: 'stored', sha256: sha256Of(film) }]);
    t.match((await api.ask('clerk', 'GET', `/api/v1/evidence/${evidence}`)).status, 200);
    const entries = await api.ask('auditor', 'GET', '/api/v1/ledger/entries?type=docking.handed_in');
    t.match(record(entries.json)['rows'], [{ data: { way: 'surveillance', officer: '222222' } }]);
    t.same(lying(), []);

    const again = await send('clerk', base);
    t.match(again.json, { summary: { stored: 0, alreadyStored: 1 } }, 'sent again it is known again');
    t.equal(evidenceOf(sha256Of(film)).length, 1);
  },
);

t.test('whoever may not bring anything in is not let', async (t) => {
  const before = dockings();
  t.equal((await send(null, base)).status, 401);
  for (const who of ['officer', 'colleague', 'head', 'otherHead', 'auditor', 'administrator'] as const)
    t.equal((await send(who, base)).status, 403, who);
  t.equal(dockings(), before);
  t.same(lying(), []);
});

t.test(
  'what is not the announced file, too much, or badly named is refused, and nothing of it stays',
  async (t) => {
    const before = dockings();
    t.match(await send('clerk', { ...base, sha256: '0'.repeat(64) }), {
      status: 422,
      json: { code: 'station.digest_differs', field: 'sha256' },
    });
    for (const name of [
      '../x.mp4',
      'a/b.mp4',
      'a\\b.mp4',
      '..',
      '.hidden.mp4',
      'c:x.mp4',
      'a\u0000.mp4',
      'a\n.mp4',
      '',
    ])
      t.match(
        await send('clerk', { ...base, name }),
        { status: 400, json: { field: 'name' } },
        JSON.stringify(name),
      );
    t.match(await send('clerk', { ...base, name: `${'影'.repeat(100)}.mp4` }), {
      status: 400,
      json: { field: 'name' },
    });
    t.match(await send('clerk', { ...base, by: '999999' }), {
      status: 422,
      json: { code: 'tagging.row_unknown' },
    });
    t.match(await send('clerk', { ...base, secondPerson: '222222' }), {
      json: { code: 'station.second_same' },
    });
    t.match(await send('clerk', { ...base, recorder: '9999999' }), {
      json: { code: 'station.recorder_unknown' },
    });
    t.match(await send('clerk', { ...base, way: 'dock' }), { status: 400, json: { field: 'way' } });
    t.match(await send('clerk', base, Buffer.alloc(0)), { status: 400, json: { field: 'Content-Length' } });
    t.equal(dockings(), before);
    t.same(lying(), []);
  },
);

t.test('what is no film is not taken in, as by the command', async (t) => {
  const { json } = await send('clerk', { ...base, name: '说明.txt' });
  t.match(json, { refused: 'no_profile', summary: { stored: 0 } });
});

/** Over a real connection. */
async function begun(length: number, some: Buffer, end: (sent: ReturnType<typeof request>) => void) {
  await api.app.listen({ host: '127.0.0.1', port: 0 }).catch(() => undefined);
  const [address] = api.app.addresses();
  const port = typeof address === 'object' ? address.port : 0;
  const sent = request({
    ...{ host: '127.0.0.1', port, method: 'POST', agent: false },
    path: `/api/v1/hand-ins?${new URLSearchParams(base)}`,
    headers: {
      ...{ authorization: 'Bearer clerk', 'content-type': 'application/octet-stream' },
      'content-length': length,
    },
  });
  const { promise, resolve } = Promise.withResolvers<number | null>();
  sent.on('response', (answer) => {
    answer.resume();
    resolve(answer.statusCode ?? null);
  });
  sent.on('error', () => resolve(null));
  sent.on('close', () => resolve(null));
  sent.write(some, () => end(sent));
  return await promise;
}

t.test(
  'a body that breaks off leaves nothing, and one that is too large is refused before it comes',
  async (t) => {
    const before = dockings();
    t.equal(await begun(1_000_000, Buffer.alloc(70_000, 1), (sent) => sent.destroy()), null);
    while (lying().length > 0) await new Promise((done) => setTimeout(done, 10));
    t.equal(await begun(2 ** 45, Buffer.alloc(10), () => undefined), 413);
    t.equal(dockings(), before);
  },
);
