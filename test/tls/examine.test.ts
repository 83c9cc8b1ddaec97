import t from 'tap';
import { examine } from '../../src/tls/examine.ts';
import { Bureau } from './certificates.ts';

const bureau = new Bureau(t.testdir());
bureau.server('station', 'DNS:st01.bureau.example,IP:192.0.2.7');
bureau.server('other', 'DNS:other.bureau.example');
bureau.server('weak', 'DNS:weak.example', { bits: 1_024 });
bureau.server('client', 'DNS:client.example', { usage: 'clientAuth' });
const now = Temporal.Now.instant();
const key = bureau.key('station');
const cert = bureau.pem('station', 'middle');

t.test("a bureau's certificate with those that vouch for it is taken", async (t) => {
  const facts = examine({ cert, key }, ['st01.bureau.example', '192.0.2.7'], now);
  t.match(facts, { subject: 'CN=station', names: ['st01.bureau.example', '192.0.2.7'] });
  t.equal(examine({ cert: bureau.pem('station', 'middle', 'root'), key }, [], now).subject, 'CN=station');
});

t.test('what nobody would believe is refused, and the text says why', async (t) => {
  const wrong = (code: string, cert: string, key: string, names: readonly string[] = [], at = now): void => {
    t.throws(() => examine({ cert, key }, names, at), { code }, code);
  };
  wrong('tls.certificate_unreadable', 'no certificate', key);
  wrong('tls.certificate_unreadable', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', key);
  wrong('tls.key_unusable', cert, 'no key');
  wrong('tls.key_foreign', cert, bureau.key('other'));
  wrong('tls.key_weak', bureau.pem('weak', 'middle'), bureau.key('weak'));
  wrong('tls.not_for_servers', bureau.pem('client', 'middle'), bureau.key('client'));
  wrong('tls.chain_broken', bureau.pem('station', 'root'), key);
  wrong('tls.chain_broken', bureau.pem('station', 'other'), key);
  wrong('tls.leaf_vouches', bureau.pem('middle', 'station'), bureau.key('middle'));
  wrong('tls.name_missing', cert, key, ['st02.bureau.example']);
  wrong('tls.name_missing', cert, key, ['192.0.2.8']);
  wrong('tls.name_missing', cert, key, ['station'], now);
  wrong('tls.expired', cert, key, [], now.add({ hours: 24 * 91 }));
  wrong('tls.not_yet', cert, key, [], now.subtract({ hours: 24 }));
});
