import { type Command, Option } from 'commander';
import { disposalList, disposalNamed, type ListedDisposal } from '../station/catalogue/disposals.ts';
import { mostInDisposal } from '../station/retention/disposal-deeds.ts';
import { disposalStateTexts, hindranceTexts } from '../texts/retention.ts';
import { say } from '../texts/say.ts';
import { fill, type Language } from '../texts/text.ts';
import { sizeWords, timeWords } from '../texts/units.ts';
import {
  type Cli,
  type CommandFile,
  type CommonOptions,
  group,
  leaf,
  type Runner,
  signable,
} from './command.ts';
import { decidingCommand } from './decide-command.ts';
import { CliError } from './error.ts';
import { exitCodes } from './exit-codes.ts';
import { textIn, withDone } from './hold.ts';
import { order } from './order.ts';
import { mayRead, reading } from './surroundings.ts';
import { pairs, table } from './table.ts';
import { noteOf, OptionReader } from './values.ts';

interface ProposeOptions extends CommonOptions {
  readonly expired?: boolean;
  readonly reason: string;
}

const decisions = { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } as const;

export const disposalCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'disposal', say(cli.language, 'cli.disposal'), [
      proposeCommand(cli, run),
      listCommand(cli, run),
      showCommand(cli, run),
      decideCommand(cli, run, 'approve'),
      decideCommand(cli, run, 'reject'),
      decideCommand(cli, run, 'withdraw'),
      carryOutCommand(cli, run),
    ]);
  },
};

function proposeCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = signable(cli, leaf(cli, 'propose', say(language, 'cli.disposal.propose')))
    .argument('[EVIDENCE...]', say(language, 'cli.disposal.items'))
    .addOption(new Option('--expired', say(language, 'cli.disposal.expired', { most: mostInDisposal })))
    .addOption(new Option('--reason <TEXT>', say(language, 'cli.hold.reason')).makeOptionMandatory());
  return run<ProposeOptions>(command, async (named, options) => {
    const reason = noteOf(new OptionReader(language, 'disposal propose').given('--reason', options.reason));
    const expired = options.expired === true;
    if (expired === named.length > 0)
      throw new CliError('cli.argument_missing', {
        command: 'disposal propose',
        found: 'EVIDENCE… | --expired',
      });
    const args = { evidence: expired ? null : [...named], reason };
    const answer = await order(cli, options, { order: 'proposeDisposal', args });
    const { evidence } = answer as { evidence: readonly string[] };
    const facts = { disposal: textIn(answer, 'disposal'), count: evidence.length };
    return { exit: exitCodes.done, json: answer, text: say(language, 'cli.disposal.proposed', facts) };
  });
}

function decideCommand(cli: Cli, run: Runner, deed: 'approve' | 'reject' | 'withdraw'): Command {
  const { language } = cli;
  return decidingCommand(cli, run, {
    typed: ['disposal', deed],
    says: say(language, `cli.disposal.${deed}`),
    operand: ['DISPOSAL', say(language, 'cli.disposal.operand')],
    noteSays: say(language, 'cli.disposal.note'),
    decide: async (disposal, note, options) => {
      const decision = decisions[deed];
      const args = { disposal, decision, note };
      const answer = await order(cli, options, { order: 'decideDisposal', args });
      const state = fill(disposalStateTexts[decision], language, {});
      const said = say(language, 'cli.disposal.decided', { disposal, state });
      // Whoever came to the door for accounts need not be let into the data folder.
      if (decision !== 'approved' || !mayRead(cli, options))
        return { exit: exitCodes.done, json: answer, text: withDone(cli, answer, said) };
      return await reading(cli, options, ({ db }) => {
        const found = disposalNamed(db, disposal);
        const { disposed, refused, because } = found;
        const left = found.items - disposed - refused;
        const facts = { disposed, refused, because, left };
        const text = withDone(cli, answer, `${said} ${outcomeWords(language, found)}`);
        const exit = refused > 0 ? exitCodes.someLeft : exitCodes.done;
        return { exit, json: { ...(answer as object), ...facts }, text };
      });
    },
  });
}

/** How many are gone, how many were kept and why, and how many are still to go. */
function outcomeWords(language: Language, { items, disposed, refused, because }: ListedDisposal): string {
  const left = items - disposed - refused;
  const facts = { disposed, refused, left };
  if (refused === 0) return say(language, 'cli.disposal.outcome', facts);
  return say(language, 'cli.disposal.outcome_why', { ...facts, why: whyKept(language, because) });
}

function whyKept(language: Language, because: ListedDisposal['because']): string {
  return because.map((one) => fill(hindranceTexts[one], language, {})).join(', ');
}

function carryOutCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'carry-out', say(language, 'cli.disposal.carry_out'));
  return run(command, async (_operands, options) => {
    const answer = await order(cli, options, { order: 'carryOutDisposals', args: {} });
    return await reading(cli, options, ({ db }) => {
      const all = disposalList(db);
      const sum = (of: (one: ListedDisposal) => number): number => all.reduce((n, one) => n + of(one), 0);
      const open = all.filter(({ state, finished }) => state === 'approved' && finished === null);
      const left = open.reduce((n, one) => n + one.items - one.disposed - one.refused, 0);
      const facts = { disposed: sum((one) => one.disposed), refused: sum((one) => one.refused), left };
      const text = withDone(cli, answer, say(language, 'cli.disposal.outcome', facts));
      return { exit: exitCodes.done, json: { ...facts, done: left === 0 }, text };
    });
  });
}

function listCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  return run(leaf(cli, 'list', say(language, 'cli.disposal.list')), (_operands, options) =>
    reading(cli, options, ({ db, config }) => {
      const disposals = disposalList(db);
      const text =
        disposals.length === 0
          ? say(language, 'cli.disposal.none')
          : disposalTable(cli, disposals, config.station.zone);
      return { exit: exitCodes.done, json: { disposals }, text };
    }),
  );
}

function disposalTable({ language }: Cli, all: readonly ListedDisposal[], zone: string): string {
  const title = (name: 'id' | 'state' | 'items' | 'proposed' | 'proposer' | 'decider' | 'reason') => ({
    title: say(language, `cli.disposal.col.${name}`),
  });
  return table(
    [
      title('id'),
      title('state'),
      { ...title('items'), align: 'right' },
      title('proposed'),
      title('proposer'),
      title('decider'),
      title('reason'),
    ],
    all.map((one) => [
      one.disposal,
      fill(disposalStateTexts[one.state], language, {}),
      one.refused === 0
        ? `${one.disposed}/${one.items}`
        : say(language, 'cli.disposal.items_kept', {
            ...{ disposed: one.disposed, items: one.items, refused: one.refused },
            why: whyKept(language, one.because),
          }),
      timeWords(one.proposed, zone),
      one.proposer,
      one.decider ?? '–',
      one.reason ?? '–',
    ]),
  );
}

function showCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'show', say(language, 'cli.disposal.show')).argument(
    '<DISPOSAL>',
    say(language, 'cli.disposal.operand'),
  );
  return run(command, ([disposal = ''], options) =>
    reading(cli, options, ({ db, config }) => {
      const found = disposalNamed(db, disposal);
      return { exit: exitCodes.done, json: found, text: shown(cli, found, config.station.zone) };
    }),
  );
}

function shown({ language }: Cli, found: ReturnType<typeof disposalNamed>, zone: string): string {
  const title = (name: 'state' | 'proposed' | 'proposer' | 'decider' | 'reason' | 'because') =>
    say(language, `cli.disposal.col.${name}`);
  const facts = pairs([
    [say(language, 'cli.disposal.col.id'), found.disposal],
    [title('state'), fill(disposalStateTexts[found.state], language, {})],
    [title('proposed'), timeWords(found.proposed, zone)],
    [title('proposer'), found.proposer],
    [title('decider'), `${found.decider ?? '–'}  ${found.note ?? ''}`],
    [title('reason'), found.reason ?? '–'],
  ]);
  const list = table(
    [
      { title: say(language, 'cli.evidence.col.id') },
      { title: title('state') },
      { title: say(language, 'cli.evidence.col.size'), align: 'right' },
      { title: 'SHA-256' },
      { title: title('because') },
    ],
    found.evidence.map(({ evidence, state, bytes, sha256, because }) => [
      evidence,
      fill(disposalStateTexts[state], language, {}),
      sizeWords(bytes),
      sha256,
      because === null ? '–' : fill(hindranceTexts[because], language, {}),
    ]),
  );
  return [facts, outcomeWords(language, found), '', list].join('\n');
}
