import type { Command } from 'commander';
import { say } from '../texts/say.ts';
import { type Cli, leaf } from './command.ts';

/** A command whose first operand is a register's name. */
export function withRegister(cli: Cli, name: string, words: string): Command {
  return leaf(cli, name, words).argument('<REGISTER>', say(cli.language, 'cli.register.name'));
}
