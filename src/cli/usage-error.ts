import type { Command, CommanderError } from 'commander';
import type { DocketError } from '../errors.ts';
import { StationError } from '../station/error.ts';
import { CliError } from './error.ts';

/** What Commander found wrong, in this program's words; `at` is the command that was being read. */
export function usageError(error: CommanderError, at: Command): DocketError {
  const command = fullName(at);
  const found = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const option = { cause: error, field: optionName(found) };
  switch (error.code) {
    case 'commander.help':
      return new CliError('cli.command_missing', { command }, { cause: error });
    case 'commander.unknownCommand':
      return new CliError('cli.command_unknown', { command, found }, { cause: error });
    case 'commander.unknownOption':
      return new CliError('cli.option_unknown', { command, found }, option);
    case 'commander.optionMissingArgument':
      return new CliError('cli.option_empty', { command, found }, option);
    case 'commander.missingArgument':
      return new CliError('cli.argument_missing', { command, found }, { cause: error, field: found });
    case 'commander.missingMandatoryOptionValue':
      return new CliError('cli.argument_missing', { command, found }, option);
    case 'commander.excessArguments':
      return new CliError('cli.argument_spare', { command }, { cause: error });
    default: {
      const words = error.message.replace(/^error: /, '') || error.code;
      return new StationError('station.usage', { found: words }, found === '' ? { cause: error } : option);
    }
  }
}

/** `docket ledger list` */
export function fullName(command: Command): string {
  return command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`;
}

/** `since` of `--since <T>` */
function optionName(flags: string): string {
  return /--([a-z][a-z-]*)/.exec(flags)?.[1] ?? flags;
}
