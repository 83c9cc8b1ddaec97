import fc from 'fast-check';
import t from 'tap';
import { checkConfig, readConfig } from '../../src/config/check.ts';
import type { ConfigFinding } from '../../src/config/finding.ts';
import { sayProblem } from '../../src/texts/say.ts';

const check = (text: string): readonly ConfigFinding[] => checkConfig(text, 'a.yaml');
const brief = (text: string): readonly string[] => check(text).map((f) => `${f.line} ${f.code} ${f.key}`);

t.test('an empty file, and one with everything commented out, is all defaults', async (t) => {
  t.strictSame(brief(''), []);
  t.strictSame(brief('# station:\n#   code: X\n'), []);
  t.strictSame(brief('station:\n  # code: X\nlog:\n'), []);
});

t.test('every wrong field is listed, in the order of lines', async (t) => {
  const text = [
    'version: 0',
    'station:',
    '  code: 北站',
    '  zone: Asia/Shanghigh',
    '  language: fr',
    'dock:',
    '  folders:',
    '    - kind: shelves',
    '    - path: /ok',
    '  scanMilliseconds: 10',
    'intake:',
    '  sm3: 1',
    '  workers: 1.5',
    'vault: none',
    'ledger: {checkpointMinutes: "60"}',
  ].join('\n');
  t.strictSame(brief(text), [
    '1 config.wrong_value version',
    '3 config.wrong_value station.code',
    '4 config.unknown_zone station.zone',
    '5 config.wrong_value station.language',
    '8 config.missing_key dock.folders[0].path',
    '8 config.wrong_value dock.folders[0].kind',
    '10 config.wrong_value dock.scanMilliseconds',
    '12 config.wrong_value intake.sm3',
    '13 config.wrong_value intake.workers',
    '14 config.wrong_value vault',
    '15 config.wrong_value ledger.checkpointMinutes',
  ]);
});

t.test('a finding says what was found, as written, and what is allowed', async (t) => {
  t.match(check('station: {code: 007}'), [{ found: '007', allowed: '/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/' }]);
  t.match(check('intake: {redock: Fast}'), [{ found: 'Fast', allowed: 'fast | full' }]);
  t.match(check('intake: {workers: -1}'), [{ found: '-1', allowed: '0 … 256' }]);
  t.match(check('intake: {settleSeconds: soon}'), [{ found: 'soon', allowed: '0 … 300 (1, 2.5)' }]);
  t.match(check('intake: {sm3: yes}'), [{ found: 'yes', allowed: 'true | false' }]);
  t.match(check(`station: {name: ${'x'.repeat(101)}}`), [{ found: /^x{60}…$/, allowed: '"…" (0 … 100)' }]);
  t.match(check('vault: {folder: ""}'), [{ found: '""', allowed: '"…" | null' }]);
  t.match(check('dock: {folders: /media}'), [{ found: '/media', allowed: '[…]' }]);
  t.match(check('dock: {folders: }'), [{ found: 'null', allowed: '[…]' }]);
  t.match(check('- 1'), [{ key: '', found: '[…]', allowed: '{…}' }]);
  t.match(check('log: {level: [info]}'), [{ found: '[…]' }]);
});

t.test('the words name file, line, key, found and allowed in both languages', async (t) => {
  const [finding] = check('log:\n  level: loud\n');
  if (finding === undefined) throw new Error('no finding');
  for (const language of ['zh', 'en'] as const) {
    const { says } = sayProblem(language, finding.code, finding.params);
    for (const part of ['a.yaml', '2', 'log.level', 'loud', 'trace | debug | info | warn | error'])
      t.match(says, part);
    t.notMatch(says, /\{\w+\}/);
  }
});

t.test('an unknown setting is refused, with the nearest known one', async (t) => {
  t.match(check('intake:\n  settleSecond: 2\n'), [
    {
      code: 'config.misspelt_key',
      key: 'intake.settleSecond',
      line: 2,
      params: { nearest: 'settleSeconds' },
    },
  ]);
  t.match(check('data-folder: x'), [{ params: { nearest: 'dataFolder' } }]);
  t.match(check('colour: red'), [{ code: 'config.unknown_key', params: { allowed: /version, dataFolder/ } }]);
});

t.test('a setting written twice is refused, with both lines', async (t) => {
  t.match(check('log:\n  level: info\n  level: warn\n'), [
    { code: 'config.duplicate_key', key: 'log.level', line: 3, params: { first: 2 } },
  ]);
});

t.test('YAML that cannot be parsed is refused with its line', async (t) => {
  t.match(check('version: 1\nstation: [1,\nlog: 2\n'), [{ code: 'config.syntax', line: 3 }]);
  t.match(check('version: 1\n---\nversion: 1\n'), [{ code: 'config.syntax', line: 2 }]);
  t.match(check('station:\n  name: !secret x\n'), [{ code: 'config.syntax', line: 2 }]);
});

t.test('an alias is not followed', async (t) => {
  t.strictSame(brief('log: {level: &l info}\nstation: {language: *l}'), [
    '2 config.wrong_value station.language',
  ]);
});

t.test('a secret in the file is refused without repeating it, with the right place for it', async (t) => {
  for (const key of ['password', 'secretKey', 'token', 'access_key', 'adminPasswd', '密码']) {
    const findings = check(`station:\n  ${key}: hunter2\n`);
    t.match(findings, [{ code: 'config.secret', key: `station.${key}`, line: 2, found: null }], key);
    t.notMatch(JSON.stringify(findings), 'hunter2');
  }
  t.match(sayProblem('en', 'config.secret', {}).next, /environment variable.*file/);
});

t.test('a secret inside an unknown section is refused as well', async (t) => {
  const findings = check('s3:\n  bucket: b\n  login:\n    secretKey: hunter2\n');
  t.match(findings, [{ code: 'config.unknown_key' }, { key: 's3.login.secretKey', line: 4 }]);
  t.notMatch(JSON.stringify(findings), 'hunter2');
});

t.test('a newer version is the only finding: what is right in it cannot be known', async (t) => {
  t.strictSame(brief('version: 2\nstation: {colour: red}\n'), ['1 config.newer_version version']);
});

t.test('a fixed offset is no time zone', async (t) => {
  t.strictSame(brief('station: {zone: "+08:00"}'), ['1 config.unknown_zone station.zone']);
  t.strictSame(brief('station: {zone: UTC}'), []);
});

t.test('no text makes the check throw, and a text without findings has a value', async (t) => {
  const words = fc.constantFrom(
    'version',
    'station',
    'code',
    ':',
    ' ',
    '\n',
    '  ',
    '- ',
    '[',
    '{',
    '}',
    '*a',
    '&a',
    '1',
    '"',
    '#',
    '\t',
    '!x',
    '? ',
    '<<',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words).map((all) => all.join('')),
      ),
      (text) => {
        const { value, findings } = readConfig(text, 'a.yaml');
        return (value === null) === findings.length > 0 && findings.every(({ line }) => line >= 1);
      },
    ),
    { numRuns: 2000 },
  );
  t.pass('2,000 texts');
});
