import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { heardHere } from '../support/docket-here.ts';
import { runDocket } from '../support/run-docket.ts';

const wrongLines: readonly (readonly [string, readonly string[], string, string | null])[] = [
  ['no command', [], 'cli.command_missing', null],
  ['no command of a group', ['evidence'], 'cli.command_missing', null],
  ['an unknown command', ['evidense'], 'cli.command_unknown', null],
  ['an unknown command of a group', ['ledger', 'lst'], 'cli.command_unknown', null],
  ['an unknown option', ['status', '--fast'], 'cli.option_unknown', 'fast'],
  ['an option without its value', ['ledger', 'list', '--since'], 'cli.option_empty', 'since'],
  ['a missing argument', ['ingest'], 'cli.argument_missing', 'FOLDER'],
  ['an argument too many', ['ledger', 'show', '1', '2'], 'cli.argument_spare', null],
  ['options that exclude each other', ['alarms', 'list', '--open', '--all'], 'station.usage', 'open'],
  [
    'a time without offset',
    ['ledger', 'list', '--since', '2026-09-02T18:01:18'],
    'station.value_wrong',
    'since',
  ],
  ['a date alone', ['evidence', 'list', '--until', '2026-09-02'], 'station.value_wrong', 'until'],
  [
    'a day there is not',
    ['evidence', 'list', '--until', '2026-02-30T00:00:00Z'],
    'station.value_wrong',
    'until',
  ],
  ['a number that is none', ['evidence', 'list', '--limit', '5x'], 'station.value_wrong', 'limit'],
  ['a number out of range', ['evidence', 'list', '--limit', '0'], 'station.value_wrong', 'limit'],
  ['a place below zero', ['ledger', 'list', '--after', '-1'], 'station.value_wrong', 'after'],
  ['a state there is not', ['evidence', 'list', '--state', 'lost'], 'station.value_wrong', 'state'],
  ['a type there is not', ['ledger', 'list', '--type', 'recording.lost'], 'station.value_wrong', 'type'],
  ['a subject without its kind', ['ledger', 'list', '--subject', 'ST01'], 'station.value_wrong', 'subject'],
  ['an entry that is no number', ['ledger', 'show', 'first'], 'station.value_wrong', 'SEQ'],
  ['a number no card can claim', ['devices', 'register', 'folder:/x'], 'station.value_wrong', 'RECORDER'],
];

t.test('a command line that cannot be carried out is a usage error that names the field', async (t) => {
  for (const [what, args, code, field] of wrongLines) {
    const ran = await heardHere(['--json', '--data', '/nowhere', ...args]);
    t.equal(ran.code, 2, what);
    t.match(ran.json, { error: { code, field, message: /\S/, next: /\S/ } }, what);
    t.equal(ran.notes.length, 0, what);
  }
});

t.test('people are told in their language, on standard error', async (t) => {
  const english = await heardHere(['status', '--fast']);
  t.equal(english.out, '');
  t.match(
    english.err,
    'docket: docket status has no option --fast.\ndocket status --help shows how it is used.\n',
  );
  const chinese = await heardHere(['status', '--fast'], { language: 'zh' });
  t.match(chinese.err, 'docket status 没有选项 --fast。');
});

t.test('a group without a command shows its usage', async (t) => {
  const { code, err } = await heardHere(['ledger'], { language: 'zh' });
  t.equal(code, 2);
  t.match(err, /用法： docket ledger/);
  t.match(err, /checkpoint\b.*检查点/);
});

t.test('help is no error, and with --json a document too', async (t) => {
  const { code, out } = await heardHere(['evidence', 'list', '--help']);
  t.equal(code, 0);
  t.match(out, /Usage: docket evidence list/);
  const asked = await heardHere(['evidence', '--help', '--json']);
  t.equal(asked.code, 0);
  t.match(asked.json, { help: /Usage: docket evidence/ });
});

t.test('the common options may stand before the command and after it', async (t) => {
  const folder = t.testdir({});
  for (const args of [
    ['--data', folder, '--json', 'status'],
    ['ledger', '--data', folder, '--json', 'list'],
    ['ledger', 'list', '--json', '--data', folder],
  ]) {
    const ran = await heardHere(args);
    t.equal(ran.code, 4, args.join(' '));
    t.match(ran.json, { error: { code: 'station.not_initialised', message: new RegExp(folder) } });
  }
});

t.test('no command but init creates a data folder', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'docket-none-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  const data = join(folder, 'data');
  for (const command of [['status'], ['ingest', folder], ['alarms', 'ack', 'A1'], ['serve']])
    t.equal((await heardHere([...command, '--data', data, '--json'])).code, 4, command.join(' '));
  await t.rejects(() => rm(data, { recursive: true }), { code: 'ENOENT' });
});

t.test('from outside: exit code 2 and one JSON document, and nothing else on standard output', async (t) => {
  const ran = await runDocket(['ledger', 'list', '--limit', 'many', '--json']);
  t.equal(ran.code, 2);
  t.match(ran.json, { error: { code: 'station.value_wrong', field: 'limit' } });
  t.equal(ran.stderr, '');
});
