import { createServer } from 'node:net';
import t from 'tap';
import { record } from '../api/sample-request.ts';
import { openAlarms } from '../support/sound-station.ts';
import { bareStation, testStation } from '../support/stations.ts';
import { until } from '../support/until.ts';

/** What a caller sends and gets; the cookie is kept as a browser keeps it. */
class Caller {
  readonly #url: string;
  #cookie = '';
  csrf = '';

  constructor(url: string) {
    this.#url = url;
  }

  async ask(method: string, path: string, body?: unknown): Promise<{ status: number; json: unknown }> {
    const answer = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        cookie: this.#cookie,
        'x-csrf-token': this.csrf,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const [cookie] = answer.headers.getSetCookie();
    if (cookie !== undefined) this.#cookie = cookie.split(';', 1)[0] ?? '';
    const text = await answer.text();
    return { status: answer.status, json: text === '' ? null : JSON.parse(text) };
  }
}

t.test('a daemon answers over HTTP; the first administrator signs in and changes the password', async (t) => {
  const station = await bareStation({ http: { port: 0 } });
  t.teardown(() => station.remove());
  const made = await station.run(['init']);
  const first = record(record(made.json)['administrator']);
  const daemon = station.start(['serve']);
  t.teardown(() => daemon.child.kill('SIGKILL'));
  let said = '';
  daemon.child.stderr?.on('data', (text: string) => {
    said += text;
  });
  await daemon.heard(/http ready/);
  const url = /"url":"(http:\/\/127\.0\.0\.1:\d+)"/.exec(said)?.[1] ?? '';
  const caller = new Caller(url);
  t.match(await caller.ask('GET', '/readyz'), { status: 200 });
  t.match(await caller.ask('GET', '/api/v1/station'), { status: 401 });
  const wrong = { account: first['name'], password: 'wrong' };
  t.match(await caller.ask('POST', '/api/v1/session', wrong), { status: 401, json: { code: 'api.refused' } });

  const password = first['oneTimePassword'];
  const signedIn = await caller.ask('POST', '/api/v1/session', { account: first['name'], password });
  t.match(signedIn, { status: 200, json: { pending: 'change_password' } });
  caller.csrf = String(record(signedIn.json)['csrf']);
  t.match(await caller.ask('GET', '/api/v1/station'), { status: 403, json: { code: 'api.pending' } });
  const weak = { present: password, next: 'password1234' };
  t.match(await caller.ask('POST', '/api/v1/session/password', weak), { status: 422 });
  const next = { present: password, next: '三月的雨落在旧仓库的屋顶上' };
  t.match(await caller.ask('POST', '/api/v1/session/password', next), { status: 204 });

  daemon.signal('SIGTERM');
  t.equal((await daemon.ended).code, 0, 'and it stops when told, whoever is connected');
});

t.test('a port that is taken is an alarm, and the daemon takes in all the same', async (t) => {
  const taken = createServer();
  await new Promise<void>((ready) => taken.listen(0, '127.0.0.1', ready));
  t.teardown(() => taken.close());
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const station = await testStation(t, { http: { port } });
  const daemon = station.start(['serve']);
  t.teardown(() => daemon.child.kill('SIGKILL'));
  await daemon.heard(/is ready/);
  await until('the alarm stands', () => openAlarms(station).includes('http_unavailable'));
});
