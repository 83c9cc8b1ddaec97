import { type Command, Option } from 'commander';
import { type Cli, type CommonOptions, leaf, type Outcome, type Runner, signable } from './command.ts';
import { noteOf, OptionReader } from './values.ts';

interface DecideOptions extends CommonOptions {
  readonly note?: string;
}

/** How something that waits for a second person is decided on. */
export interface Deciding {
  /** `disposal approve`: the command as it is typed. */
  readonly typed: readonly [group: string, deed: string];
  readonly says: string;
  /** Name and words of what is decided on. */
  readonly operand: readonly [name: string, says: string];
  readonly noteSays: string;
  readonly decide: (id: string, note: string | null, options: CommonOptions) => Promise<Outcome>;
}

/** `approve ID [--note TEXT]`, `reject …`, and the like. */
export function decidingCommand(
  cli: Cli,
  run: Runner,
  { typed, says, operand, noteSays, decide }: Deciding,
): Command {
  const [group, deed] = typed;
  const [name, operandSays] = operand;
  const command = signable(cli, leaf(cli, deed, says))
    .argument(`<${name}>`, operandSays)
    .addOption(new Option('--note <TEXT>', noteSays));
  return run<DecideOptions>(command, async ([id = ''], options) => {
    const read = new OptionReader(cli.language, `${group} ${deed}`);
    return await decide(id, read.optional('--note', options.note, noteOf), options);
  });
}
