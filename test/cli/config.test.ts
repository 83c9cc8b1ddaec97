import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { heardHere } from '../support/docket-here.ts';
import { runDocket } from '../support/run-docket.ts';

const wrong = `version: 1
station:
  code: "has spaces"
intake:
  sm4: true
vault:
  retentionDays: 0
`;

t.test('every wrong place is named with its line, and the exit code is 3', async (t) => {
  const folder = t.testdir({ 'wrong.yaml': wrong });
  const file = join(folder, 'wrong.yaml');
  const ran = await runDocket(['config', 'check', file, '--json', '--data', join(folder, 'none')]);
  t.equal(ran.code, 3);
  t.match(ran.json, {
    error: { code: 'config.invalid', message: /\S/, field: 'station.code', next: /\S/ },
    file,
    ok: false,
    findings: [
      { line: 3, key: 'station.code', found: 'has spaces', message: /line 3/, next: /\S/ },
      { line: 5, key: 'intake.sm4', code: /^config\./ },
      { line: 7, key: 'vault.retentionDays', allowed: /1/ },
    ],
  });
  const { out } = await heardHere(['config', 'check', file], { language: 'zh' });
  t.match(out, /有 3 处错误：\n.*第 3 行/);
});

t.test('a sound file is called so, whichever way it is given', async (t) => {
  const folder = t.testdir({ data: {}, 'own.yaml': 'version: 1\n' });
  const file = join(folder, 'own.yaml');
  const data = ['--data', join(folder, 'data'), '--json'];
  for (const args of [
    ['config', 'check', file],
    ['config', 'check', 'own.yaml'],
    ['config', 'check', '--config', file],
  ])
    t.strictSame((await heardHere([...args, ...data], { workingFolder: folder })).json, {
      file,
      ok: true,
      findings: [],
    });
  t.match((await heardHere(['config', 'check', ...data])).json, {
    file: /\/ingest\.config\.yaml$/,
    ok: true,
  });
  const own = join(folder, 'data', 'ingest.config.yaml');
  writeFileSync(own, 'version: 1\nlog: {level: loud}\n');
  const checked = await heardHere(['config', 'check', ...data]);
  t.equal(checked.code, 3, "the data folder's own file is the one that counts");
  t.match(checked.json, { file: own, findings: [{ line: 2, key: 'log.level' }] });
  t.equal((await heardHere(['config', 'check', join(folder, 'nowhere.yaml'), ...data])).code, 3);
});
