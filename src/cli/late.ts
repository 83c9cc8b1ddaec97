import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { groupings, punctuality, punctualityCounts } from '../station/catalogue/punctuality.ts';
import { countSheet, listSheet } from '../station/sheets/punctuality-sheets.ts';
import { csvText, type Sheet, xlsxBytes } from '../station/sheets/sheet.ts';
import { say } from '../texts/say.ts';
import { type Cli, type CommandFile, type CommonOptions, leaf } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { writeNewFile } from './new-file.ts';
import { reading } from './surroundings.ts';
import { table } from './table.ts';
import { instantOf, OptionReader, oneOf } from './values.ts';

interface LateOptions extends CommonOptions {
  readonly by?: string;
  readonly since?: string;
  readonly until?: string;
  readonly all?: boolean;
  readonly csv?: string;
  readonly xlsx?: string;
}

/** In time, or not due yet: listed only where everything is asked for. */
const harmless: readonly string[] = ['on_time', 'pending', 'due_soon'];

export const lateCommand: CommandFile = {
  build(cli, run): Command {
    const { language } = cli;
    const command = leaf(cli, 'late', say(language, 'cli.late'))
      .addOption(new Option('--by <GROUP>', say(language, 'cli.late.by')))
      .addOption(new Option('--since <T>', say(language, 'cli.late.since')))
      .addOption(new Option('--until <T>', say(language, 'cli.late.until')))
      .addOption(new Option('--all', say(language, 'cli.late.all')))
      .addOption(new Option('--csv <FILE>', say(language, 'cli.late.csv')))
      .addOption(new Option('--xlsx <FILE>', say(language, 'cli.late.xlsx')));
    return run<LateOptions>(command, async (_operands, options) => await late(cli, options));
  },
};

async function late(cli: Cli, options: LateOptions) {
  const { language, workingFolder } = cli;
  const read = new OptionReader(language, 'late');
  const by = read.optional('--by', options.by, (given) => oneOf(given, groupings)) ?? 'officer';
  const since = read.optional('--since', options.since, instantOf);
  const until = read.optional('--until', options.until, instantOf);
  return await reading(cli, options, async ({ db, config }) => {
    const { zone, unit } = config.station;
    const all = punctuality(db, { since, until });
    const rows = options.all === true ? all : all.filter(({ verdict }) => !harmless.includes(verdict));
    const counts = punctualityCounts(all, by, { unit, zone });
    const list = listSheet(language, rows, zone);
    const sums = countSheet(language, counts);
    const written: string[] = [];
    const write = async (
      file: string | undefined,
      option: string,
      content: () => Promise<string | Buffer>,
    ) => {
      if (file === undefined) return;
      const path = resolve(workingFolder, file);
      await writeNewFile(path, await content(), option);
      written.push(path);
    };
    await write(options.csv, 'csv', () => csvText(list));
    await write(options.xlsx, 'xlsx', () => xlsxBytes([list, sums]));
    const text = [
      rows.length === 0 ? say(language, 'cli.late.none') : sheetTable(list),
      '',
      sheetTable(sums),
      ...written.map((file) => say(language, 'cli.late.written', { file })),
    ].join('\n');
    return { exit: exitCodes.done, json: { by, ...counts, sessions: rows, written }, text };
  });
}

function sheetTable({ titles, rows }: Sheet): string {
  return table(
    titles.map((title) => ({ title })),
    rows.map((row) => row.map((cell) => (cell === null ? '–' : String(cell)))),
  );
}
