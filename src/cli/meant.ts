import type { CommandFile } from './command.ts';
import { commands } from './commands.ts';

/** The common options that take a value, which is not the command although no dash leads it. */
const valued: ReadonlySet<string> = new Set(['--config', '--data']);

/** The command that a command line names; all of them where it names none, for help and for what comes near. */
export async function meantBy(args: readonly string[]): Promise<readonly CommandFile[]> {
  const word = args.find((one, at) => !one.startsWith('-') && !valued.has(args[at - 1] ?? ''));
  const before = args.slice(0, word === undefined ? args.length : args.indexOf(word));
  const meant = before.includes('--help') ? [] : commands.filter(({ name }) => name === word);
  return await Promise.all((meant.length > 0 ? meant : commands).map((one) => one.load()));
}
