import { type Command, Option } from 'commander';
import { importList, type RegisterImport } from '../station/catalogue/register-imports.ts';
import { say } from '../texts/say.ts';
import { timeWords } from '../texts/units.ts';
import { type Cli, type CommonOptions, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { reading } from './surroundings.ts';
import { table } from './table.ts';
import { countOf, OptionReader } from './values.ts';

interface ImportsOptions extends CommonOptions {
  readonly limit?: string;
}

const usualLimit = 50;

export function registerImportsCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'imports', say(language, 'cli.register.imports')).addOption(
    new Option('--limit <N>', say(language, 'cli.option.limit', { limit: usualLimit })),
  );
  return run<ImportsOptions>(command, async (_operands, options) => {
    const read = new OptionReader(language, 'register imports');
    const limit = read.optional('--limit', options.limit, (one) => countOf(one, 1, 10_000)) ?? usualLimit;
    return await reading(cli, options, ({ db, config }) => {
      const imports = importList(db, { after: null, limit, descending: true }).imports;
      const text =
        imports.length === 0
          ? say(language, 'cli.register.none')
          : importTable(cli, imports, config.station.zone);
      return { exit: exitCodes.done, json: { imports }, text };
    });
  });
}

function importTable({ language }: Cli, imports: readonly RegisterImport[], zone: string): string {
  const names = ['begun', 'register', 'file', 'rows', 'refused', 'finished'] as const;
  return table(
    names.map((name) => ({ title: say(language, `cli.register.col.${name}`) })),
    imports.map((one) => [
      timeWords(one.begun, zone),
      one.register,
      one.file ?? '–',
      String(one.rows),
      String(one.refused),
      one.finished === null ? say(language, 'cli.register.broken_off') : timeWords(one.finished, zone),
    ]),
  );
}
