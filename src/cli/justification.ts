import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { justificationCategories } from '../custody/entry-kinds.ts';
import { justificationList, type ListedJustification } from '../station/catalogue/justifications.ts';
import { categoryTexts, justificationTexts } from '../texts/deadlines.ts';
import { say } from '../texts/say.ts';
import { fill, printable, type Text } from '../texts/text.ts';
import { type Cli, type CommandFile, type CommonOptions, group, leaf, type Runner } from './command.ts';
import { decidingCommand } from './decide-command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { reading } from './surroundings.ts';
import { table } from './table.ts';
import { noteOf, OptionReader, oneOf } from './values.ts';

interface SubmitOptions extends CommonOptions {
  readonly category: string;
  readonly text: string;
  readonly attach?: readonly string[];
}

interface ListOptions extends CommonOptions {
  readonly session?: string;
  readonly state?: string;
}

const states = ['submitted', 'approved', 'rejected', 'withdrawn'] as const;
const decisions = { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } as const;

export const justificationCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'justification', say(cli.language, 'cli.justification'), [
      submitCommand(cli, run),
      decideCommand(cli, run, 'approve'),
      decideCommand(cli, run, 'reject'),
      decideCommand(cli, run, 'withdraw'),
      listCommand(cli, run),
    ]);
  },
};

function submitCommand(cli: Cli, run: Runner): Command {
  const { language, workingFolder } = cli;
  const more = (file: string, before: readonly string[] = []): readonly string[] => [...before, file];
  const command = leaf(cli, 'submit', say(language, 'cli.justification.submit'))
    .argument('<SESSION>', say(language, 'cli.session.operand'))
    .addOption(
      new Option('--category <C>', say(language, 'cli.justification.category')).makeOptionMandatory(),
    )
    .addOption(new Option('--text <TEXT>', say(language, 'cli.justification.text')).makeOptionMandatory())
    .addOption(new Option('--attach <FILE>', say(language, 'cli.justification.attach')).argParser(more));
  return run<SubmitOptions>(command, async ([session = ''], options) => {
    const read = new OptionReader(language, 'justification submit');
    const category = oneOf(read.given('--category', options.category), justificationCategories);
    const text = noteOf(read.given('--text', options.text));
    const attach = (options.attach ?? []).map((file) => resolve(workingFolder, file));
    const args = { session, category, text, attach };
    const answer = await order(cli, options, { order: 'justify', args });
    const justification = idIn(answer);
    return {
      exit: exitCodes.done,
      json: answer,
      text: say(language, 'cli.justification.submitted', { justification, session }),
    };
  });
}

function decideCommand(cli: Cli, run: Runner, deed: 'approve' | 'reject' | 'withdraw'): Command {
  const { language } = cli;
  return decidingCommand(cli, run, {
    typed: ['justification', deed],
    says: say(language, `cli.justification.${deed}`),
    operand: ['JUSTIFICATION', say(language, 'cli.justification.operand')],
    noteSays: say(language, 'cli.session.note'),
    decide: async (justification, note, options) => {
      const decision = decisions[deed];
      const answer = await order(cli, options, { order: 'decide', args: { justification, decision, note } });
      const text = say(language, `cli.justification.decided_${decision}`, { justification });
      return { exit: exitCodes.done, json: answer, text };
    },
  });
}

function listCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'list', say(language, 'cli.justification.list'))
    .addOption(new Option('--session <SESSION>', say(language, 'cli.session.operand')))
    .addOption(new Option('--state <STATE>', say(language, 'cli.justification.state')));
  return run<ListOptions>(command, async (_operands, options) => {
    const read = new OptionReader(language, 'justification list');
    const state = read.optional('--state', options.state, (given) => oneOf(given, states));
    return await reading(cli, options, ({ db }) => {
      const justifications = justificationList(db, { session: options.session ?? null, state });
      const text =
        justifications.length === 0
          ? say(language, 'cli.justification.none')
          : justificationTable(cli, justifications);
      return { exit: exitCodes.done, json: { justifications }, text };
    });
  });
}

function justificationTable({ language }: Cli, all: readonly ListedJustification[]): string {
  const title = (name: 'id' | 'state' | 'category' | 'submitter' | 'decider' | 'text' | 'attachments') => ({
    title: say(language, `cli.justification.col.${name}`),
  });
  const words = (texts: Readonly<Record<string, Text>>, code: string): string => {
    const text = texts[code];
    return text === undefined ? code : fill(text, language, {});
  };
  return table(
    [
      title('id'),
      { title: say(language, 'cli.session.col.session') },
      title('state'),
      title('category'),
      title('submitter'),
      title('decider'),
      title('text'),
      title('attachments'),
    ],
    all.map((one) => [
      one.justification,
      one.session,
      words(justificationTexts, one.state),
      words(categoryTexts, one.category),
      one.submitter,
      one.decider ?? '–',
      printable(one.text ?? '–'),
      one.attachments
        .map(
          ({ name, object }) =>
            `${printable(name ?? '–')} (${object ?? say(language, 'cli.attachment.waiting')})`,
        )
        .join(', ') || '–',
    ]),
  );
}

function idIn(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'justification' in answer
    ? String(answer.justification)
    : '';
}
