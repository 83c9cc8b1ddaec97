import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { registers } from '../tagging/registers/all.ts';
import { registerNamed } from '../tagging/registers/enter.ts';
import type { ImportReport } from '../tagging/registers/import.ts';
import type { RowError } from '../tagging/registers/read-rows.ts';
import { say } from '../texts/say.ts';
import { rowProblemTexts } from '../texts/tagging.ts';
import { fill, type Language } from '../texts/text.ts';
import { type Cli, type CommonOptions, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';

interface ImportOptions extends CommonOptions {
  readonly dryRun?: boolean;
  readonly goodRows?: boolean;
}

/** One file: its report. A folder: the reports of its files, in the order in which they are entered. */
export function registerImportCommand(cli: Cli, run: Runner): Command {
  const { language, workingFolder } = cli;
  const command = leaf(cli, 'import', say(language, 'cli.register.import'))
    .argument('<REGISTER>', say(language, 'cli.register.name_or_folder'))
    .argument('[FILE]', say(language, 'cli.register.file'))
    .addOption(new Option('--dry-run', say(language, 'cli.register.dry_run')))
    .addOption(new Option('--good-rows', say(language, 'cli.register.good_rows')));
  return run<ImportOptions>(command, async ([given = '', file], options) => {
    const dryRun = options.dryRun === true;
    const args = {
      register: file === undefined ? null : registerNamed(given),
      file: resolve(workingFolder, file ?? given),
      ...{ dryRun, goodRows: options.goodRows === true },
    };
    // The daemon is this program: its answer has the shape that the import gives it.
    const answer = (await order(cli, options, { order: 'importRegister', args })) as {
      readonly files: readonly ImportReport[];
    };
    const { files } = answer;
    const faults = files.reduce((sum, one) => sum + one.faults, 0);
    const done = files.every((one) => one.import !== null);
    const exit = done || (dryRun && faults === 0) ? exitCodes.done : exitCodes.refused;
    const offered = files.reduce((sum, one) => sum + one.rows, 0);
    const text = [
      ...files.map((one) => reportText(language, one)),
      ...(faults > 0 && !done && offered > 0 ? [say(language, 'cli.register.offer', { rows: offered })] : []),
    ].join('\n');
    const json = file === undefined ? answer : files[0];
    return { exit: done && faults > 0 ? exitCodes.someLeft : exit, json, text };
  });
}

function reportText(language: Language, report: ImportReport): string {
  const { file, sheet, others, added, changed, unchanged, faults, errors } = report;
  const register = registers[report.register].title[language];
  const counts = { added, changed, unchanged, faults };
  const rest = faults - errors.length;
  return [
    sheet === null
      ? say(language, 'cli.register.of_file', { file, register })
      : say(language, 'cli.register.of_sheet', { file, sheet, register }),
    ...(others.length === 0
      ? []
      : [`  ${say(language, 'cli.register.not_read', { names: others.join(', ') })}`]),
    `  ${say(language, report.import === null ? 'cli.register.would' : 'cli.register.done', counts)}`,
    ...errors.map((error) => `  ${errorLine(language, error)}`),
    ...(rest > 0 ? [`  ${say(language, 'cli.register.more_faults', { count: rest })}`] : []),
  ].join('\n');
}

function errorLine(language: Language, { line, column, problem, found, allowed }: RowError): string {
  const words = fill(rowProblemTexts[problem], language, { found, allowed });
  return say(language, 'cli.register.line', { line, column, problem: words });
}
