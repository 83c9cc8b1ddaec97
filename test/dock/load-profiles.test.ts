import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { loadProfiles, readProfile } from '../../src/dock/load-profiles.ts';
import { sayProblem } from '../../src/texts/say.ts';

const good = readFileSync(fileURLToPath(new URL('../../devices/generic-dcim.yaml', import.meta.url)), 'utf8');

function lineOf(yaml: string, start: string): number {
  return yaml.split('\n').findIndex((line) => line.trimStart().startsWith(start)) + 1;
}

t.test('a profile that does not hold is refused with file, key, line and what is allowed', async (t) => {
  const table: [from: string, to: string, error: Record<string, unknown>][] = [
    [
      'breadth: generic',
      'breadth: any',
      { key: 'breadth', found: '"any"', allowed: '"model" | "marker" | "by_hand" | "generic"' },
    ],
    ['breadth: generic', 'breath: generic', { key: 'breath', allowed: /breadth, know/ }],
    ['zeroMeans: factory_default\n', '', { key: 'zeroMeans', line: 1, allowed: '"factory_default"' }],
    ['  under: [DCIM]', '  under: [../x]', { key: 'recordings.under.0', found: '"../x"', allowed: /DCIM/ }],
    ['  under: [DCIM]', '  under: DCIM', { key: 'recordings.under', allowed: 'array' }],
    ['  serialUnique: false', '  serialUnique: maybe', { key: 'identity.serialUnique', allowed: 'boolean' }],
    [
      '  zone: unknown',
      '  zone: Asia/Nowhere',
      { key: 'clock.zone', found: 'Asia/Nowhere', allowed: /IANA/ },
    ],
    [
      '  recordings: true',
      '  recordings: false',
      { key: 'know.recordings', found: 'false', allowed: 'true' },
    ],
  ];
  for (const [from, to, error] of table) {
    const yaml = good.replace(from, to);
    t.not(yaml, good, from);
    const line = to === '' ? 1 : lineOf(yaml, to.trim());
    t.throws(() => readProfile(yaml, 'x.yaml'), {
      code: 'dock.profile_invalid',
      params: { file: 'x.yaml', line, ...error },
    });
  }
});

t.test('patterns are tried when they are loaded, not when a card comes', async (t) => {
  const table: [pattern: string, code: string, params: object][] = [
    ['(?<device', 'dock.profile_pattern_broken', {}],
    ['(?<camera>a)', 'dock.profile_pattern_group', { found: 'camera', allowed: /device officer date\+time/ }],
    ['(?<date>a)', 'dock.profile_pattern_group', { found: 'date' }],
    ['(a+)+', 'dock.profile_pattern_slow', {}],
  ];
  for (const [pattern, code, params] of table) {
    const yaml = good.replace(/names:\n(?: .*\n)+/, `names:\n  - ok\n  - '${pattern}'\n`);
    const line = lineOf(yaml, `- '${pattern}'`);
    t.throws(
      () => readProfile(yaml, 'x.yaml'),
      { code, params: { line, key: 'names.1', ...params } },
      pattern,
    );
  }
  const marks = `${good}encoderMarks: ['(a+)+']\n`;
  t.throws(() => readProfile(marks, 'x.yaml'), {
    code: 'dock.profile_pattern_slow',
    params: { key: 'encoderMarks.0' },
  });
  t.same(readProfile(`${good}encoderMarks: ['ACME .*']\n`, 'x.yaml').encoderMarks, ['ACME .*']);
  const log = good.replace('newestLogs: []', "newestLogs: [{ path: L.txt, line: 'x' }]");
  t.throws(() => readProfile(log, 'x.yaml'), {
    code: 'dock.profile_pattern_group',
    params: { key: 'identity.newestLogs.0.line', allowed: 'device' },
  });
});

t.test('text that is no YAML is refused with its line', async (t) => {
  const params = { file: 'x.yaml', line: 2 };
  t.throws(() => readProfile('id: a\nid: b\n', 'x.yaml'), { code: 'dock.profile_syntax', params });
  t.throws(() => readProfile('id: a\n\t- [', 'x.yaml'), { code: 'dock.profile_syntax' });
  t.throws(() => readProfile('', 'x.yaml'), { code: 'dock.profile_invalid', params: { line: 1 } });
  t.throws(() => readProfile('id: a\nname: *b\n', 'x.yaml'), { code: 'dock.profile_syntax', params });
  const rings = [
    'a: &a [x, x]',
    ...'bcdefghi'.split('').map((one, i) => `${one}: &${one} [${`*${'abcdefgh'[i]}, `.repeat(9)}]`),
  ];
  t.throws(
    () => readProfile(rings.join('\n'), 'x.yaml'),
    { code: 'dock.profile_syntax' },
    'nine to the eighth',
  );
});

t.test('two profiles of one id are refused, naming both files', async (t) => {
  const folder = t.testdir({ 'a.yaml': good, 'b.yaml': good, 'notes.txt': 'x' });
  await t.rejects(loadProfiles(folder), {
    code: 'dock.profile_duplicate',
    params: { id: 'generic-dcim', file: join(folder, 'b.yaml'), other: join(folder, 'a.yaml') },
  });
});

t.test('a folder without profiles, or none, is refused', async (t) => {
  const folder = t.testdir({
    'notes.txt': 'x',
    big: { 'a.yaml': 'x'.repeat(300_000) },
    odd: { 'a.yaml': {} },
  });
  await t.rejects(loadProfiles(folder), { code: 'dock.profiles_none' });
  await t.rejects(loadProfiles(join(folder, 'x')), {
    code: 'dock.profile_folder_unreadable',
    params: { errno: 'ENOENT' },
  });
  await t.rejects(loadProfiles(join(folder, 'big')), {
    code: 'dock.profile_unreadable',
    params: { errno: 'EFBIG' },
  });
  await t.rejects(loadProfiles(join(folder, 'odd')), {
    code: 'dock.profile_unreadable',
    params: { errno: 'EISDIR' },
  });
});

t.test('the refusal reads well in both languages', async (t) => {
  const params = { file: 'a.yaml', line: 3, key: 'breadth', found: '"x"', allowed: '"model"' };
  t.equal(
    sayProblem('en', 'dock.profile_invalid', params).says,
    'The device profile a.yaml, line 3: breadth is "x"; allowed: "model".',
  );
  t.match(sayProblem('zh', 'dock.profile_invalid', params).says, /第 3 行/);
});
