import { Command, Option } from 'commander';
import { say } from '../texts/say.ts';
import type { Language } from '../texts/text.ts';

/** What a command has to tell: the same facts as one JSON document and as text for people. */
export interface Outcome {
  readonly exit: number;
  readonly json: unknown;
  readonly text: string;
}

/** What every command may use of its surroundings. */
export interface Cli {
  readonly language: Language;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly workingFolder: string;
  /** Whether standard error is a terminal that may be drawn on. */
  readonly drawable: boolean;
  /** Asks whoever sits here for a password or a code. */
  secret(prompt: string): Promise<string>;
  /** Lines for people while a command runs; nothing of it reaches standard output. */
  note(line: string): void;
}

/** The options that every command takes. */
export interface CommonOptions {
  readonly config?: string;
  readonly data?: string;
  readonly json?: boolean;
  /** The account that signs an order. */
  readonly as?: string;
}

export type Action<O> = (args: readonly string[], options: O & CommonOptions) => Promise<Outcome>;

/** Registers a command's action with the frame, which prints its outcome and sets the exit code. */
export type Runner = <O extends object>(command: Command, action: Action<O>) => Command;

/** One command of the command line; one file each. */
export interface CommandFile {
  build(cli: Cli, run: Runner): Command;
}

/** A command with the common options. */
export function leaf(cli: Cli, name: string, description: string): Command {
  return withCommonOptions(cli, new Command(name).description(description));
}

/** A command whose order an account may sign, so that at one keyboard two persons are two accounts. */
export function signable(cli: Cli, command: Command): Command {
  return command.addOption(new Option('--as <ACCOUNT>', say(cli.language, 'cli.option.as')));
}

/** A command that only holds others: `docket ledger`. */
export function group(cli: Cli, name: string, description: string, commands: readonly Command[]): Command {
  const holder = leaf(cli, name, description).helpCommand(false);
  for (const command of commands) holder.addCommand(command);
  return holder;
}

/** The common options may stand before a command as well as after it. */
export function withCommonOptions({ language }: Cli, command: Command): Command {
  return command
    .enablePositionalOptions()
    .addOption(new Option('--config <FILE>', say(language, 'cli.option.config')))
    .addOption(new Option('--data <DIR>', say(language, 'cli.option.data')))
    .addOption(new Option('--json', say(language, 'cli.option.json')))
    .helpOption('--help', say(language, 'cli.option.help'));
}
