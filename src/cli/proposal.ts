import { type Command, Option } from 'commander';
import type { Proposal } from '../access/accounts/proposals.ts';
import { proposalList } from '../station/catalogue/proposals.ts';
import { say } from '../texts/say.ts';
import { timeWords } from '../texts/units.ts';
import { accountAnswer, said, wordsOfCode } from './access-words.ts';
import { type Cli, type CommandFile, type CommonOptions, group, leaf, type Runner } from './command.ts';
import { decidingCommand } from './decide-command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { proposedWords } from './proposal-words.ts';
import { reading } from './surroundings.ts';
import { table } from './table.ts';
import { countOf, OptionReader } from './values.ts';

interface ListOptions extends CommonOptions {
  readonly all?: boolean;
  readonly after?: string;
  readonly limit?: string;
}

const usualLimit = 50;
const mostLimit = 10_000;
const decisions = { confirm: 'confirmed', reject: 'rejected', withdraw: 'withdrawn' } as const;

export const proposalCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'proposal', say(cli.language, 'cli.proposal'), [
      listCommand(cli, run),
      decideCommand(cli, run, 'confirm'),
      decideCommand(cli, run, 'reject'),
      decideCommand(cli, run, 'withdraw'),
    ]);
  },
};

function listCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'list', say(language, 'cli.proposal.list'))
    .addOption(new Option('--all', say(language, 'cli.proposal.all')))
    .addOption(new Option('--limit <N>', say(language, 'cli.option.limit', { limit: usualLimit })))
    .addOption(new Option('--after <PROPOSAL>', say(language, 'cli.proposal.after')));
  return run<ListOptions>(command, async (_operands, { all, after = null, ...options }) => {
    const read = new OptionReader(language, 'proposal list');
    const limit =
      read.optional('--limit', options.limit, (given) => countOf(given, 1, mostLimit)) ?? usualLimit;
    return await reading(cli, options, ({ db, config }) => {
      const filter = { openOnly: all !== true, after, limit, descending: true };
      const { proposals, next } = proposalList(db, filter, Temporal.Now.instant());
      const text = [
        proposals.length === 0
          ? say(language, 'cli.proposal.none')
          : proposalTable(cli, proposals, config.station.zone),
        ...(next === null ? [] : [say(language, 'cli.more', { next })]),
      ].join('\n');
      return { exit: exitCodes.done, json: { proposals, next }, text };
    });
  });
}

function proposalTable({ language }: Cli, proposals: readonly Proposal[], zone: string): string {
  const titles = ['proposal', 'kind', 'state', 'proposer', 'until', 'content'] as const;
  return table(
    titles.map((title) => ({ title: say(language, `cli.proposal.col.${title}`) })),
    proposals.map((one) => [
      one.proposal,
      wordsOfCode(language, 'kind', one.kind),
      wordsOfCode(language, 'state', one.state),
      one.proposer,
      timeWords(one.until, zone),
      one.content === null ? '–' : proposedWords(language, one.kind, one.content),
    ]),
  );
}

function decideCommand(cli: Cli, run: Runner, deed: keyof typeof decisions): Command {
  const { language } = cli;
  return decidingCommand(cli, run, {
    typed: ['proposal', deed],
    says: say(language, `cli.proposal.${deed}`),
    operand: ['PROPOSAL', say(language, 'cli.proposal.operand')],
    noteSays: say(language, 'cli.option.note_text'),
    decide: async (proposal, note, options) => {
      const decision = decisions[deed];
      const answer = await order(cli, options, {
        order: 'decideProposal',
        args: { proposal, decision, note },
      });
      const state = wordsOfCode(language, 'state', decision);
      const text = [say(language, 'cli.proposal.decided', { proposal, state }), ...outcomeLines(cli, answer)];
      return { exit: exitCodes.done, json: answer, text: text.join('\n') };
    },
  });
}

/** What carrying it out has to tell: the one-time password of a new account goes to whoever confirmed it. */
function outcomeLines(cli: Cli, answer: unknown): readonly string[] {
  const outcome =
    typeof answer === 'object' && answer !== null && 'outcome' in answer ? answer.outcome : null;
  return said(outcome, 'account') === null ? [] : [accountAnswer(cli, outcome)];
}
