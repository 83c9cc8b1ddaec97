import t from 'tap';
import { buildApi } from '../../src/api/build-api.ts';
import { serveApi } from '../../src/api/serve-api.ts';
import { Dockings } from '../../src/station/dockings.ts';
import { apiStation } from './api-station.ts';

const { station, room } = await apiStation(t, { ownDoors: true });

/** The address that stands in the newest entry of a failed sign-in. */
async function recorded(trustProxy: false | readonly string[], remoteAddress: string, forwarded: string) {
  const app = await buildApi(room, { perMinute: 1_000, fewerWhereAsked: false, trustProxy, tls: null });
  const { statusCode } = await app.inject({
    ...{ method: 'POST', url: '/api/v1/session', remoteAddress },
    headers: { 'x-forwarded-for': forwarded },
    payload: { account: `somebody-${Math.random()}`, password: 'wrong' },
  });
  await app.close();
  if (statusCode !== 401) throw new Error(`answered ${statusCode}`);
  const sql = `SELECT personal.value FROM ledger_personal AS personal JOIN view_entry USING (seq)
    WHERE type = 'account.sign_in_failed' AND field = 'address' ORDER BY seq DESC LIMIT 1`;
  return station.db.prepare<[], string>(sql).pluck().get();
}

t.test('what somebody says of where they come from is believed of the listed proxy alone', async (t) => {
  t.equal(
    await recorded(false, '198.51.100.9', '203.0.113.5'),
    '198.51.100.9',
    'nobody is believed unless told',
  );
  const proxy = ['192.0.2.7'];
  t.equal(await recorded(proxy, '192.0.2.7', '203.0.113.5'), '203.0.113.5');
  t.equal(await recorded(proxy, '198.51.100.9', '203.0.113.5'), '198.51.100.9', 'another says what it likes');
  t.equal(
    await recorded(proxy, '192.0.2.7', '10.9.9.9, 203.0.113.5'),
    '203.0.113.5',
    'what the caller wrote before the proxy did is not believed',
  );
  t.equal(await recorded(proxy, '192.0.2.7', '=1+1"><script>'), 'unknown');
  t.equal(
    await recorded(false, '::ffff:198.51.100.9', '203.0.113.5'),
    '198.51.100.9',
    'one address, one writing',
  );
});

t.test('a proxy that is no address is refused, and a network of half the world', async (t) => {
  const silent = (): void => undefined;
  for (const wrong of ['proxy.example', '192.0.2.7/', '192.0.2.0/33', '0.0.0.0/0', '::/0', '']) {
    const http = { ...station.config.http, port: 0, trustProxy: [wrong] };
    const changed = { ...station, config: { ...station.config, http } };
    const dockings = new Dockings(station, silent, silent);
    const serving = serveApi(changed, dockings, { doors: room.doors, version: 'test' });
    await t.rejects(serving, { code: 'api.proxy_wrong', field: 'http.trustProxy' }, wrong);
  }
});
