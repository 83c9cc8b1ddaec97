import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { writeDurably } from '../../src/station/data-folder.ts';
import { examine } from '../../src/tls/examine.ts';
import { OwnIdentity } from '../../src/tls/own-identity.ts';

const now = Temporal.Instant.from('2026-03-01T00:00:00Z');
const names = ['st01.bureau.example', '192.0.2.7', '::1'];

function own(folder: string): OwnIdentity {
  return new OwnIdentity({ folder, code: 'ST01', write: writeDurably });
}

t.test('the authority is made once; its keys are for the owner alone', async (t) => {
  const folder = join(t.testdir(), 'tls');
  const identity = own(folder);
  await t.rejects(identity.authority(), { code: 'tls.own_missing' });
  t.equal(await identity.renew(names, now), 'authority');
  t.equal(await identity.renew(names, now), 'nothing');
  for (const name of ['ca.key', 'server.key']) t.equal(statSync(join(folder, name)).mode & 0o777, 0o600);
  t.equal(statSync(folder).mode & 0o777, 0o700);
  const { cert, key } = await identity.identity();
  const facts = examine({ cert: cert + (await identity.authority()), key }, names, now);
  t.match(facts, { issuer: /CN=Docket ST01/ });
});

t.test(
  'the certificate is made anew in time, and for a name that has come; the authority stays',
  async (t) => {
    const identity = own(join(t.testdir(), 'tls'));
    await identity.renew(names, now);
    const authority = await identity.authority();
    const at = (days: number) => now.add({ hours: 24 * days });
    t.equal(await identity.renew(names, at(360)), 'nothing');
    t.equal(await identity.renew(names, at(368)), 'server');
    t.equal(await identity.renew([...names, '192.0.2.8'], at(368)), 'server');
    t.equal(await identity.renew(names, at(368), 'server'), 'server', 'where somebody says so');
    t.equal(await identity.renew(names, at(3_640)), 'server');
    t.equal(await identity.renew(names, at(3_640)), 'nothing', 'also in the last month of the authority');
    t.equal(await identity.authority(), authority);
    await t.rejects(identity.renew(names, at(3_660)), { code: 'tls.expired' });
    t.equal(await identity.renew(names, at(3_660), 'authority'), 'authority');
    t.not(await identity.authority(), authority);
  },
);

t.test('an authority that people have installed is never replaced by itself', async (t) => {
  const folder = join(t.testdir(), 'tls');
  const identity = own(folder);
  await identity.renew(names, now);
  const before = readFileSync(join(folder, 'ca.pem'));
  writeFileSync(join(folder, 'ca.key'), readFileSync(join(folder, 'server.key')));
  await t.rejects(identity.renew(names, now), { code: 'tls.key_foreign' });
  t.same(readFileSync(join(folder, 'ca.pem')), before);
});

t.test('what a crash has left half made is made whole', async (t) => {
  const folder = join(t.testdir(), 'tls');
  const broken = new OwnIdentity({
    folder,
    code: 'ST01',
    write: (path, text, mode) => {
      if (path.endsWith('.pem')) throw new Error('power cut');
      writeDurably(path, text, mode);
    },
  });
  await t.rejects(broken.renew(names, now), { message: 'power cut' });
  t.equal(await own(folder).renew(names, now), 'authority');
  t.equal(await own(folder).renew(names, now), 'nothing');
});
