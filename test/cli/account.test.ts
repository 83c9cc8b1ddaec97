import { join } from 'node:path';
import Database from 'better-sqlite3';
import t from 'tap';
import { entryList } from '../../src/station/catalogue/entries.ts';
import { heardHere } from '../support/docket-here.ts';
import { docketHere } from '../support/sound-station.ts';
import { bareStation, type TestStation, testStation } from '../support/stations.ts';

async function text(station: TestStation, ...args: readonly string[]): Promise<string> {
  const heard = await heardHere([...args, '--config', station.config, '--data', station.data]);
  return heard.out + heard.err;
}

t.test('init makes the first administrator once, and says its password once', async (t) => {
  const station = await bareStation();
  t.teardown(() => station.remove());
  const first = await docketHere(station, ['init']);
  t.match(first.json, {
    administrator: {
      account: 'ST01-U000001',
      name: 'admin',
      oneTimePassword: /^[a-z0-9]{5}(-[a-z0-9]{5}){3}$/,
    },
  });
  const again = await docketHere(station, ['init']);
  t.match(again, { code: 0, json: { administrator: null } });
  const { accounts } = (await docketHere(station, ['account', 'list'])).json as {
    accounts: readonly object[];
  };
  t.match(accounts, [{ name: 'admin', roles: ['administrator'], state: 'active' }]);
  t.equal(accounts.length, 1);
  const { administrator } = first.json as { administrator: { oneTimePassword: string } };
  const db = new Database(join(station.data, 'station.db'), { readonly: true });
  const all = { type: null, subject: null, actor: null, since: null, until: null, after: null } as const;
  const { entries } = entryList(db, { ...all, newestFirst: false, limit: 100 });
  t.notMatch(JSON.stringify(entries), administrator.oneTimePassword);
  db.close();
});

t.test('accounts are added, shown, changed, locked out and let in again', async (t) => {
  const station = await testStation(t);
  const added = await text(station, 'account', 'add', 'zhangsan', '--role', 'officer', '--person', '张三');
  t.match(added, /ST01-U000002 \(zhangsan\)/);
  t.match(added, /One-time password, shown now and never again: [a-z0-9-]{23}/);
  t.match(await docketHere(station, ['account', 'role', 'zhangsan', 'officer', 'department_head']), {
    code: 0,
  });
  t.match((await docketHere(station, ['account', 'show', 'zhangsan'])).json, {
    ...{ person: '张三', roles: ['officer', 'department_head'], state: 'active' },
    history: [{ type: 'account.changed' }, {}, { type: 'account.added' }],
  });
  t.match(await docketHere(station, ['account', 'disable', 'zhangsan']), { code: 0 });
  t.match(
    await text(station, 'account', 'list'),
    /ST01-U000002 +zhangsan +张三 +officer, department head .*disabled/,
  );
  for (const args of [
    ['enable', 'zhangsan'],
    ['unlock', 'ST01-U000002'],
    ['reset-password', 'zhangsan', '--second-factor'],
    ['change', 'zhangsan', '--person', '李四'],
    ['pin', 'zhangsan'],
    ['pin', 'zhangsan', '--remove'],
    ['badge', 'zhangsan', '04A2B3C4'],
    ['badge', 'zhangsan', '--remove'],
  ])
    t.match(await docketHere(station, ['account', ...args]), { code: 0 }, args.join(' '));
  for (const [args, code] of [
    [['add', 'zhangsan', '--role', 'officer'], 6],
    [['add', 'lisi', '--role', 'chief'], 2],
    [['add', 'lisi', '--role', 'officer', '--unit', 'A'], 2],
    [['show', 'nobody'], 2],
    [['badge', 'zhangsan'], 2],
  ] as const)
    t.match(await docketHere(station, ['account', ...args]), { code }, args.join(' '));
  t.match(await docketHere(station, ['verify']), { code: 0 });
});

t.test('an auditor waits for a second person, a role and a token are made and listed', async (t) => {
  const station = await testStation(t);
  const proposed = await docketHere(station, ['account', 'add', 'auditor', '--role', 'auditor']);
  t.match(proposed, { code: 0, json: { state: 'proposed', proposal: 'ST01-P000001' } });
  t.match(await docketHere(station, ['proposal', 'confirm', 'ST01-P000001']), {
    code: 6,
    json: { error: { code: 'access.proposal_own' } },
  });
  t.match(await text(station, 'proposal', 'list'), /ST01-P000001 +account +proposed/);
  t.match(await docketHere(station, ['proposal', 'withdraw', 'ST01-P000001', '--note', '另议']), { code: 0 });
  t.match(await text(station, 'proposal', 'list'), /Nothing waits/);
  t.match(await text(station, 'proposal', 'list', '--all'), /withdrawn/);
  const grant = ['--grant', 'report.see=units', '--grant', 'session.see=own'];
  t.match(await docketHere(station, ['role', 'add', 'reader', ...grant]), {
    code: 0,
    json: { state: 'done' },
  });
  t.match(await docketHere(station, ['role', 'add', 'reader', '--grant', 'report.see']), { code: 2 });
  t.match(await text(station, 'role', 'show', 'reader'), /report\.see=units\n {2}session\.see=own/);
  t.match(await text(station, 'role', 'list'), /auditor +auditor +✓/);
  await docketHere(station, ['account', 'add', 'program', '--role', 'reader']);
  const wish = ['--account', 'program', '--permission', 'report.see', '--label', '报表'];
  const made = await docketHere(station, ['token', 'add', ...wish]);
  t.match(made.json, { token: 'ST01-T000001', secret: /^docket_[\w-]{43}$/ });
  t.match(await docketHere(station, ['token', 'add', ...wish, '--permission', 'ledger.see']), { code: 6 });
  const { secret } = made.json as { secret: string };
  t.notMatch(await text(station, 'token', 'list'), secret);
  t.match(await docketHere(station, ['token', 'revoke', 'ST01-T000001']), { code: 0 });
  t.match(await text(station, 'token', 'list'), /ST01-T000001 .*revoked/);
});
