import { mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { carryOutAs } from '../../src/station/carry-out-as.ts';
import { type OrderHandler, serveDoor, serveOrders } from '../../src/station/control-socket.ts';
import { record } from '../api/sample-request.ts';
import { agedStation, bytesAt } from '../support/aged-station.ts';
import { sha256Of } from '../support/cards.ts';
import { heardHere } from '../support/docket-here.ts';
import { type SignedPerson, signedPerson } from '../support/signed-person.ts';
import { dockingsOf, opened } from '../support/tamper-station.ts';

const made = await agedStation(t, [{ content: 'a' }, { content: 'b' }, { content: 'c' }]);
const [a = '', b = '', c = ''] = made.evidence;
const config = join(made.places.folder, '..', 'config.yaml');
const common = ['--config', config, '--data', made.places.folder, '--json'];
const docket = (...args: readonly string[]) => heardHere([...args, ...common]);
const osUser = userInfo().username;

const station = await opened(made);
const dockings = dockingsOf(station);
const take: OrderHandler = (order, by) => carryOutAs(station, dockings, order, by);
const own = await serveOrders(made.places.socket, take);
t.teardown(async () => {
  own.close();
  await station.close();
});
const clerk = await signedPerson(station, 'zhangsan', ['clerk']);
const auditor = await signedPerson(station, 'lisi', ['auditor']);
const admin = await signedPerson(station, 'wangwu', ['administrator']);

/** With a code that was not used yet. */
const used = new Map<string, number>();
function signed({ name, password, codes }: SignedPerson, ...args: readonly string[]) {
  const next = used.get(name) ?? 0;
  used.set(name, next + 1);
  return heardHere([...args, '--as', name, ...common], { secrets: [password, codes[next] ?? ''] });
}

await docket('evidence', 'tag', 'importance=ordinary', a, b, c);

t.test('at one keyboard two accounts propose and approve a disposal, and one alone cannot', async (t) => {
  const proposed = await signed(clerk, 'disposal', 'propose', a, '--reason', '保存期满');
  t.equal(proposed.code, 0, proposed.err);
  const disposal = String(record(proposed.json)['disposal']);
  t.match((await docket('disposal', 'show', disposal)).json, { proposer: clerk.account });
  t.match(await signed(clerk, 'disposal', 'approve', disposal), {
    code: 6,
    json: { error: { code: /^access\.not_allowed|^retention\.disposal_own/ } },
  });
  const decided = await signed(auditor, 'disposal', 'approve', disposal);
  t.match(decided, { code: 0, json: { state: 'approved', disposed: 1, refused: 0 } });
  t.match((await docket('disposal', 'show', disposal)).json, { decider: auditor.account });
  t.equal(await bytesAt(made, sha256Of(Buffer.from('a'))), null);
});

t.test('a request to watch is submitted and approved by two accounts', async (t) => {
  const until = Temporal.Now.instant().add({ hours: 24 }).toString();
  const asked = ['--kind', 'view', '--until', until, '--why', '案件复核'];
  const submitted = await signed(clerk, 'request', 'submit', b, ...asked);
  const request = String(record(submitted.json)['request']);
  t.match(await signed(clerk, 'request', 'approve', request), { code: 6 });
  t.match(await signed(auditor, 'request', 'approve', request), {
    code: 6,
    json: { error: { code: 'access.not_allowed' } },
  });
  t.match(await docket('request', 'approve', request), { code: 0, json: { state: 'approved' } });
});

t.test('a wrong password, a missing code, an account that is not there: nothing is done', async (t) => {
  const ask = (secrets: readonly string[], name = clerk.name) =>
    heardHere(['disposal', 'propose', b, '--reason', 'x', '--as', name, ...common], { secrets });
  t.match(await ask(['wrong', '']), { code: 6, json: { error: { code: 'access.signature_refused' } } });
  t.match(await ask([clerk.password]), { code: 6, json: { error: { code: 'access.code_needed' } } });
  t.match(await ask([clerk.password, '000000']), {
    code: 6,
    json: { error: { code: 'access.signature_refused' } },
  });
  t.match(await ask(['wrong'], 'nobody-here'), {
    code: 6,
    json: { error: { code: 'access.signature_refused' } },
  });
  t.equal((record((await docket('disposal', 'list')).json)['disposals'] as unknown[]).length, 1);
  const { json } = await docket('ledger', 'list', '--type', 'account.sign_in_failed');
  t.match(JSON.stringify(json), 'local', 'and the failures stand in the ledger');
});

t.test('what a user of the machine asks for, the account that they are does not approve', async (t) => {
  const proposed = await docket('disposal', 'propose', b, '--reason', '保存期满');
  const disposal = String(record(proposed.json)['disposal']);
  t.match(await signed(admin, 'account', 'link', auditor.name, '--os-user', osUser), {
    code: 0,
    json: { osUser, account: auditor.account },
  });
  t.match((await docket('account', 'show', auditor.name)).json, { osUsers: [osUser] });
  t.match(await signed(auditor, 'disposal', 'approve', disposal), {
    code: 6,
    json: { error: { code: 'retention.disposal_own' } },
  });
  t.match(
    await docket('account', 'unlink', '--os-user', osUser),
    { code: 6, json: { error: { code: 'access.own_account' } } },
    'nor do they take the link away, or give it to another',
  );
  t.match(await docket('account', 'link', admin.name, '--os-user', osUser), { code: 6 });
  t.match(await signed(admin, 'account', 'link', auditor.name, '--os-user', 'a b'), { code: 2 });
  t.match(await signed(admin, 'account', 'unlink', '--os-user', osUser), {
    code: 0,
    json: { account: null },
  });
  t.match(await docket('disposal', 'withdraw', disposal), { code: 0 });
});

t.test('at the door for other users only accounts give orders, and none that names a file', async (t) => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'docket-door-')));
  t.teardown(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'door.sock');
  const elsewhere = join(folder, 'config.yaml');
  const settings = { version: 1, dataFolder: '/nowhere', access: { doorSocket: path } };
  writeFileSync(elsewhere, JSON.stringify(settings));
  const door = await serveDoor(path, take);
  t.teardown(() => door.close());
  t.equal(statSync(path).mode & 0o777, 0o666);
  const atDoor = (...args: readonly string[]) =>
    heardHere([...args, '--config', elsewhere, '--json'], {
      secrets: [clerk.password, clerk.codes[8] ?? ''],
    });
  const proposed = await atDoor('disposal', 'propose', c, '--reason', '保存期满', '--as', clerk.name);
  t.match(proposed, { code: 0, json: { state: 'proposed', evidence: [c] } }, proposed.err);

  const status = { order: { order: 'status', args: {} } };
  const as = { account: clerk.name, password: clerk.password, totp: clerk.codes[9] ?? '' };
  t.match(await said(path, { ...status, actor: { id: 'os:root' } }), {
    error: { code: 'access.signature_missing' },
  });
  t.match(await said(path, { ...status, as }), { error: { code: 'access.order_unsigned' } });
  t.match(await said(path, { ...status, as: { account: 1 } }), { error: { code: 'station.usage' } });

  const acknowledge = { order: 'namePort', args: { path: '1-4', port: '07' } };
  await said(made.places.socket, { order: acknowledge, actor: { id: auditor.account } });
  const sql = `SELECT actor FROM view_entry WHERE type = 'port.named'`;
  t.equal(station.db.prepare<[], string>(sql).pluck().get(), 'os:unknown', 'an account is not claimed');
});

/** The first answer to a line. */
function said(path: string, line: unknown): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const socket = connect(path, () => socket.write(`${JSON.stringify(line)}\n`));
  let heard = '';
  socket.on('data', (chunk) => {
    heard += String(chunk);
  });
  socket.on('error', reject);
  socket.on('end', () => {
    resolve(JSON.parse(heard.split('\n', 1)[0] ?? ''));
    socket.destroy();
  });
  return promise;
}
