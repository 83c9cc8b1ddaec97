import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { readPolicy } from '../../src/deadlines/load-policies.ts';
import { runDocket } from '../support/run-docket.ts';

const ended = ['--ended', '2026-09-30T17:00:00+08:00'];
const returned = ['--returned', '2026-09-30T19:00:00+08:00'];

t.test('a limit is computed without any data folder, with its clause and the days counted', async (t) => {
  const stored = ['--stored', '2026-10-10T23:00:00+08:00', '--reason', 'accepted'];
  const ran = await runDocket(['deadline', ...ended, ...returned, ...stored, '--json']);
  t.equal(ran.code, 0);
  t.strictSame(ran.json, {
    policy: 'quzhou-2022',
    rules: [
      {
        clause: 'QZ-21-1',
        what: {
          zh: '返回单位后24小时内存入统一服务器',
          en: "stored on the unit's server within 24 hours of returning",
        },
        clock: 'returned',
        start: '2026-09-30T19:00:00+08:00',
        due: '2026-10-01T19:00:00+08:00',
        extension: {
          clause: 'QZ-21-1',
          due: '2026-10-11T00:00:00+08:00',
          needs: { zh: '特殊情况', en: 'special circumstances' },
          countedDays: ['2026-10-08', '2026-10-09', '2026-10-10'],
        },
        verdict: 'excused',
        doubtful: false,
        provisional: false,
        assumptions: [],
        countedDays: [],
      },
    ],
  });
});

t.test('rules of a case appear only with their clock', async (t) => {
  const ran = await runDocket(['deadline', '--decided', '2026-03-02T10:00:00+08:00', '--json']);
  t.match(ran.json, { rules: { length: 3 } });
  t.match(ran.json, { rules: [{ start: null, due: null, extension: null, verdict: 'undetermined' }] });
});

t.test('what cannot be is refused by name, and no verdict comes of it', async (t) => {
  for (const [wrong, field] of [
    [['--ended', '2026-09-30T17:00:00'], 'ended'],
    [['--ended', '2026-02-30T17:00:00+08:00'], 'ended'],
    [[...ended, '--stored', '2026-09-30T16:59:00+08:00'], 'stored'],
    [['--docked', '2026-10-08T08:00:00+08:00', '--stored', '2026-10-08T07:59:00+08:00'], 'stored'],
    [['--policy', 'nowhere-1999'], 'policy'],
    [['--reason', 'perhaps'], 'reason'],
  ] as const) {
    const ran = await runDocket(['deadline', ...wrong, '--json']);
    t.equal(ran.code, 2, wrong.join(' '));
    t.match(ran.json, { error: { field } }, wrong.join(' '));
  }
});

const policy = (rule: string): string =>
  `id: own-2026\nname: { zh: 本单位, en: own }\nsource: x\nzone: Asia/Shanghai\nrules:\n  - clause: OW-1\n    what: { zh: 存, en: kept }\n    ${rule}\n`;

t.test('a regulation of the unit is one file, and a wrong one is named by key and line', async (t) => {
  t.match(readPolicy(policy('clock: ended\n    limit: { hours: 12 }'), 'own.yaml'), { id: 'own-2026' });
  for (const [rule, key] of [
    ['clock: noon\n    limit: { hours: 1 }', 'rules.0.clock'],
    ['clock: ended\n    limit: { hours: -1 }', 'rules.0.limit'],
    ['clock: ended\n    limit: { hours: 1 }\n    store: any', 'rules.0.store'],
  ] as const)
    t.throws(() => readPolicy(policy(rule), 'own.yaml'), {
      code: 'deadlines.policy_invalid',
      params: { file: 'own.yaml', key: new RegExp(`^${key}`) },
    });
  t.throws(() => readPolicy('id: [', 'own.yaml'), { code: 'deadlines.policy_syntax' });
  const folder = t.testdir({});
  mkdirSync(join(folder, 'rules'));
  writeFileSync(join(folder, 'rules/own.yaml'), policy('clock: ended\n    limit: { hours: 12 }'));
  writeFileSync(join(folder, 'c.yaml'), 'version: 1\ndeadlines: { policy: own-2026, policyFolder: rules }\n');
  const ran = await runDocket(['deadline', ...ended, '--config', join(folder, 'c.yaml'), '--json']);
  t.match(ran.json, { policy: 'own-2026', rules: [{ clause: 'OW-1', due: '2026-10-01T05:00:00+08:00' }] });
});

t.test('a year is printed as it is counted; one that is not announced says so', async (t) => {
  t.match((await runDocket(['calendar', '2026', '--json'])).json, {
    ...{ year: 2026, announced: true, workingDays: 248 },
    workDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  });
  t.match((await runDocket(['calendar', '2027', '--json'])).json, { announced: false, workDays: [] });
  t.equal((await runDocket(['calendar', 'soon', '--json'])).code, 2);
});
