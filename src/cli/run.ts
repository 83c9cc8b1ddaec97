import { Command, CommanderError } from 'commander';
import { DocketError } from '../errors.ts';
import { StationError } from '../station/error.ts';
import { say, sayProblem } from '../texts/say.ts';
import type { Cli, CommonOptions, Outcome, Runner } from './command.ts';
import { commands } from './commands.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { programVersion } from './version.ts';

export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * Runs one command line and returns its exit code. With `--json`, standard output is one JSON document, errors too;
 * everything else goes to standard error.
 */
export async function runCli(args: readonly string[], cli: Cli, streams: Streams): Promise<number> {
  const json = args.includes('--json');
  let ended: Outcome | null = null;
  const run: Runner = (command, action) =>
    command.action(async (...given: unknown[]) => {
      const operands = given.slice(0, -2).filter((one): one is string => typeof one === 'string');
      // Commander hands over what the options of this very command parse to.
      const options = given.at(-2) as Parameters<typeof action>[1] & CommonOptions;
      ended = await action(operands, options);
    });
  const program = build(cli, run, streams);
  try {
    await program.parseAsync([...args], { from: 'user' });
    const outcome: Outcome = ended ?? { exit: exitCodes.done, json: null, text: '' };
    if (json) streams.out(`${JSON.stringify(outcome.json, null, 2)}\n`);
    else if (outcome.text !== '') streams.out(`${outcome.text}\n`);
    return outcome.exit;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
    return fail(expected(error), json, cli, streams);
  }
}

function build(cli: Cli, run: Runner, streams: Streams): Command {
  const program = new Command('docket')
    .description(say(cli.language, 'cli.docket'))
    .version(programVersion, '--version', say(cli.language, 'cli.option.version'))
    .helpOption('--help', say(cli.language, 'cli.option.help'))
    .helpCommand(false);
  for (const command of commands) program.addCommand(command.build(cli, run));
  quiet(program, streams);
  return program;
}

/** Commander must neither end the process nor speak on its own: a usage error is an error like any other. */
function quiet(command: Command, streams: Streams): void {
  command.exitOverride().configureOutput({ writeOut: streams.out, writeErr: () => undefined });
  for (const one of command.commands) quiet(one, streams);
}

function expected(error: unknown): DocketError {
  if (error instanceof DocketError) return error;
  if (error instanceof CommanderError) {
    const found = error.message.replace(/^error: /, '') || error.code;
    return new StationError('station.usage', { found }, { cause: error });
  }
  const found = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new StationError('station.internal', { found }, { cause: error });
}

function fail(error: DocketError, json: boolean, { language }: Cli, streams: Streams): number {
  const { says, next } = sayProblem(language, error.code, error.params);
  if (json) {
    const document = { error: { code: error.code, message: says, field: error.field, next } };
    streams.out(`${JSON.stringify(document, null, 2)}\n`);
  } else {
    streams.err(`docket: ${says}\n${next}\n`);
  }
  return exitCodeOf(error);
}
