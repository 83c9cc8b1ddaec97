import { X509Certificate } from 'node:crypto';
import { mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { record } from '../api/sample-request.ts';
import { heardHere } from '../support/docket-here.ts';
import { unlock } from '../support/local-vault.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'docket-tls-')));
t.teardown(() => {
  unlock(folder);
  rmSync(folder, { recursive: true });
});
const config = join(folder, 'config.yaml');
const data = join(folder, 'data');
const common = ['--config', config, '--data', data];
const docket = (...args: readonly string[]) => heardHere([...args, ...common, '--json']);

function configure(tls: unknown): void {
  const vault = { reserveMebibytes: 1, immutable: 'off' };
  writeFileSync(config, JSON.stringify({ version: 1, vault, http: { tls } }));
}

t.test(
  'init makes the authority and a certificate, and the command shows, renews and prints them',
  async (t) => {
    configure({ names: ['st01.bureau.example'] });
    t.equal((await docket('init')).code, 0);
    const tls = join(data, 'keys', 'tls');
    for (const name of ['ca.key', 'server.key']) t.equal(statSync(join(tls, name)).mode & 0o777, 0o600);
    t.match((await docket('tls', 'show')).json, { source: 'none' }, 'it is not used where nobody says so');

    configure({ own: true, names: ['st01.bureau.example'] });
    const shown = await docket('tls', 'show');
    t.match(shown.json, { source: 'own', issuer: /CN=Docket ST01/ });
    t.ok(String(JSON.stringify(shown.json)).includes('st01.bureau.example'));

    configure({ own: true, names: ['st01.bureau.example', '192.0.2.7'] });
    t.match(await docket('tls', 'show'), { code: 6, json: { error: { code: 'tls.name_missing' } } });
    const before = (await heardHere(['tls', 'ca', ...common])).out;
    t.match((await docket('tls', 'renew')).json, { renewed: 'server' });
    t.equal((await docket('tls', 'show')).code, 0);
    t.equal((await heardHere(['tls', 'ca', ...common])).out, before, 'what people have installed stays');
    t.ok(new X509Certificate(before).ca);

    t.match((await docket('tls', 'renew', '--authority')).json, { renewed: 'authority' });
    const after = record((await docket('tls', 'ca')).json)['certificate'];
    t.not(after, before);
  },
);

t.test('half a pair is an error, not "unencrypted"', async (t) => {
  configure({ certificateFile: 'station.pem' });
  t.match(await docket('tls', 'show'), { code: 6, json: { error: { code: 'tls.pair_incomplete' } } });
});
