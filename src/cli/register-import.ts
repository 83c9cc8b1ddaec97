import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type ImportReport, registerNamed } from '../tagging/registers/enter.ts';
import type { RowError } from '../tagging/registers/read-rows.ts';
import { say } from '../texts/say.ts';
import { rowProblemTexts } from '../texts/tagging.ts';
import { fill, type Language } from '../texts/text.ts';
import type { Cli, CommonOptions, Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { withRegister } from './register-operand.ts';

interface ImportOptions extends CommonOptions {
  readonly dryRun?: boolean;
  readonly goodRows?: boolean;
}

export function registerImportCommand(cli: Cli, run: Runner): Command {
  const { language, workingFolder } = cli;
  const command = withRegister(cli, 'import', say(language, 'cli.register.import'))
    .argument('<FILE>', say(language, 'cli.register.file'))
    .addOption(new Option('--dry-run', say(language, 'cli.register.dry_run')))
    .addOption(new Option('--good-rows', say(language, 'cli.register.good_rows')));
  return run<ImportOptions>(command, async ([given = '', file = ''], options) => {
    const register = registerNamed(given);
    const dryRun = options.dryRun === true;
    const args = {
      register,
      file: resolve(workingFolder, file),
      dryRun,
      goodRows: options.goodRows === true,
    };
    // The daemon is this program: its answer has the shape that the import gives it.
    const report = (await order(cli, options, { order: 'importRegister', args })) as ImportReport;
    const { added, changed, unchanged, errors } = report;
    const counts = { added, changed, unchanged, faults: errors.length };
    const done = report.import !== null;
    const text = [
      say(language, done ? 'cli.register.done' : 'cli.register.would', counts),
      ...errors.map((error) => errorLine(language, error)),
    ].join('\n');
    const exit = done || (dryRun && errors.length === 0) ? exitCodes.done : exitCodes.refused;
    return { exit: done && errors.length > 0 ? exitCodes.someLeft : exit, json: report, text };
  });
}

function errorLine(language: Language, { line, column, problem, found, allowed }: RowError): string {
  const words = fill(rowProblemTexts[problem], language, { found, allowed });
  return say(language, 'cli.register.line', { line, column, problem: words });
}
