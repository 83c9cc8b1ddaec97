import t from 'tap';
import type { Cli, Runner } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/commands.ts';
import { meantBy } from '../../src/cli/meant.ts';

const cli: Cli = {
  language: 'en',
  env: {},
  workingFolder: '/',
  drawable: false,
  secret: async () => '',
  note: () => undefined,
};
const run: Runner = (command) => command;

const namesOf = async (...args: string[]) =>
  (await meantBy(args)).map((command) => command.build(cli, run).name());

t.test('every command is found by the name that it bears itself', async (t) => {
  for (const { name, load } of commands) t.equal((await load()).build(cli, run).name(), name);
});

t.test('a command line reads the file of its own command alone', async (t) => {
  t.strictSame(await namesOf('status'), ['status']);
  t.strictSame(await namesOf('--json', '--data', 'verify', 'hold', 'list'), ['hold']);
  t.strictSame(await namesOf('ledger', '--help'), ['ledger'], "a command's own help");
});

t.test('where no command is named, all are at hand', async (t) => {
  const all = commands.map(({ name }) => name);
  t.strictSame(await namesOf(), all);
  t.strictSame(await namesOf('--help'), all);
  t.strictSame(await namesOf('--help', 'status'), all);
  t.strictSame(await namesOf('statsu'), all, 'to name the one that comes near');
  t.strictSame(await namesOf('--config', 'status'), all, 'a value is no command');
});
