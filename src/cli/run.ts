import { Command, CommanderError } from 'commander';
import { DocketError } from '../errors.ts';
import { StationError } from '../station/error.ts';
import { say, sayProblem } from '../texts/say.ts';
import type { Language } from '../texts/text.ts';
import {
  type Cli,
  type CommandFile,
  type CommonOptions,
  type Outcome,
  type Runner,
  withCommonOptions,
} from './command.ts';
import { errorDocument } from './error-document.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { meantBy } from './meant.ts';
import { usageError } from './usage-error.ts';
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
      const operands = given
        .slice(0, -2)
        .flat()
        .filter((one): one is string => typeof one === 'string');
      // Commander hands over what the options of this command, and of those before it, parse to.
      const options = command.optsWithGlobals<Parameters<typeof action>[1] & CommonOptions>();
      ended = await action(operands, options);
    });
  const said: Said = { usage: '', at: null };
  const help = json ? (text: string) => streams.out(helpDocument(text)) : streams.out;
  const program = build(await meantBy(args), cli, run, said, help);
  try {
    await program.parseAsync([...args], { from: 'user' });
    const outcome: Outcome = ended ?? { exit: exitCodes.done, json: null, text: '' };
    if (json) streams.out(`${JSON.stringify(outcome.json, null, 2)}\n`);
    else if (outcome.text !== '') streams.out(`${outcome.text}\n`);
    return outcome.exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) return fail(expected(error), json, cli, streams);
    if (error.exitCode === 0) return exitCodes.done;
    if (error.code === 'commander.help') streams.err(`${said.usage}\n`);
    return fail(usageError(error, said.at ?? program), json, cli, streams);
  }
}

/** What Commander would have said by itself, and while reading which command. */
interface Said {
  usage: string;
  at: Command | null;
}

function build(
  commands: readonly CommandFile[],
  cli: Cli,
  run: Runner,
  said: Said,
  help: (text: string) => void,
): Command {
  const program = new Command('docket')
    .description(say(cli.language, 'cli.docket'))
    .version(programVersion, '--version', say(cli.language, 'cli.option.version'))
    .helpCommand(false);
  withCommonOptions(cli, program);
  for (const command of commands) program.addCommand(command.build(cli, run));
  quiet(program, cli.language, said, help);
  return program;
}

/** Commander must neither end the process nor speak on its own: a usage error is an error like any other. */
function quiet(command: Command, language: Language, said: Said, help: (text: string) => void): void {
  const writeErr = (text: string): void => {
    said.usage = text;
  };
  command
    .exitOverride((error) => {
      said.at = command;
      throw error;
    })
    .configureOutput({ writeOut: help, writeErr })
    .configureHelp({ styleTitle: (title) => helpTitle(language, title) });
  for (const one of command.commands) quiet(one, language, said, help);
}

function helpTitle(language: Language, title: string): string {
  switch (title) {
    case 'Usage:':
      return say(language, 'cli.help.usage');
    case 'Arguments:':
      return say(language, 'cli.help.arguments');
    case 'Options:':
      return say(language, 'cli.help.options');
    case 'Commands:':
      return say(language, 'cli.help.commands');
    default:
      return title;
  }
}

function helpDocument(text: string): string {
  return `${JSON.stringify({ help: text }, null, 2)}\n`;
}

function expected(error: unknown): DocketError {
  if (error instanceof DocketError) return error;
  const found = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new StationError('station.internal', { found }, { cause: error });
}

function fail(error: DocketError, json: boolean, { language }: Cli, streams: Streams): number {
  if (json) {
    streams.out(`${JSON.stringify(errorDocument(error, language), null, 2)}\n`);
  } else {
    const { says, next } = sayProblem(language, error.code, error.params);
    streams.err(`docket: ${says}\n${next}\n`);
  }
  return exitCodeOf(error);
}
