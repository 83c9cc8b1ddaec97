import type { Command } from 'commander';
import { ConfigBook, type ConfigProposal } from '../access/configuration/config-book.ts';
import { AccessError } from '../access/error.ts';
import { say } from '../texts/say.ts';
import { said } from './access-words.ts';
import { type Cli, type CommonOptions, leaf, type Runner, signable } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { changeWords } from './proposal-words.ts';
import { configFor, mayRead, reading } from './surroundings.ts';

/**
 * Proposes what the file says now, whatever the running daemon found in it when it started. Whoever signs at the door
 * and may not read the data folder proposes what the daemon found.
 */
export function configProposeCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = signable(cli, leaf(cli, 'propose', say(language, 'cli.config.propose')));
  return run<CommonOptions>(command, async (_operands, options) => {
    const step = mayRead(cli, options) ? await stepOf(cli, options) : null;
    const answer = await order(cli, options, { order: 'proposeConfig', args: { step } });
    const proposal = said(answer, 'proposal') ?? '–';
    const changes = step === null ? '–' : changeWords(step.changes);
    return {
      exit: exitCodes.done,
      json: answer,
      text: say(language, 'cli.config.proposed', { proposal, changes }),
    };
  });
}

/** Error: `access.config_unchanged`. */
async function stepOf(cli: Cli, options: CommonOptions) {
  const wished = configFor(cli, options);
  const step = await reading(cli, options, ({ db }): ConfigProposal | null =>
    new ConfigBook(db).stepTo(wished),
  );
  if (step === null) throw new AccessError('access.config_unchanged', {});
  const { from, to, changes } = step;
  return { from, to, changes: changes.map((one) => ({ ...one })) };
}
