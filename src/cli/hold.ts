import { type Command, Option } from 'commander';
import { holdList, type ListedHold } from '../station/catalogue/holds.ts';
import { say } from '../texts/say.ts';
import { timeWords } from '../texts/units.ts';
import { type Cli, type CommandFile, type CommonOptions, group, leaf, type Runner } from './command.ts';
import { CliError } from './error.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { reading } from './surroundings.ts';
import { table } from './table.ts';
import { noteOf, OptionReader } from './values.ts';

interface PlaceOptions extends CommonOptions {
  readonly case?: string;
  readonly reason: string;
}

interface ListOptions extends CommonOptions {
  readonly all?: boolean;
}

export const holdCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'hold', say(cli.language, 'cli.hold'), [
      placeCommand(cli, run),
      liftCommand(cli, run),
      listCommand(cli, run),
    ]);
  },
};

function placeCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'place', say(language, 'cli.hold.place'))
    .argument('[EVIDENCE]', say(language, 'cli.evidence.operand'))
    .addOption(new Option('--case <CASE>', say(language, 'cli.hold.case')))
    .addOption(new Option('--reason <TEXT>', say(language, 'cli.hold.reason')).makeOptionMandatory());
  return run<PlaceOptions>(command, async ([evidence], options) => {
    const { case: number } = options;
    const reason = noteOf(new OptionReader(language, 'hold place').given('--reason', options.reason));
    const about = evidence ?? number;
    if (about === undefined || (evidence !== undefined && number !== undefined))
      throw new CliError('cli.argument_missing', { command: 'hold place', found: 'EVIDENCE | --case CASE' });
    const of = evidence === undefined ? 'case' : 'evidence';
    const answer = await order(cli, options, { order: 'placeHold', args: { of, about, reason } });
    const text = say(language, 'cli.hold.placed', { hold: textIn(answer, 'hold'), about });
    return { exit: exitCodes.done, json: answer, text: withDone(cli, answer, text) };
  });
}

function liftCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'lift', say(language, 'cli.hold.lift'))
    .argument('<HOLD>', say(language, 'cli.hold.operand'))
    .addOption(new Option('--reason <TEXT>', say(language, 'cli.hold.reason')).makeOptionMandatory());
  return run<PlaceOptions>(command, async ([hold = ''], options) => {
    const reason = noteOf(new OptionReader(language, 'hold lift').given('--reason', options.reason));
    const answer = await order(cli, options, { order: 'liftHold', args: { hold, reason } });
    const text = say(language, 'cli.hold.lifted', { hold });
    return { exit: exitCodes.done, json: answer, text: withDone(cli, answer, text) };
  });
}

function listCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'list', say(language, 'cli.hold.list')).addOption(
    new Option('--all', say(language, 'cli.hold.all')),
  );
  return run<ListOptions>(command, (_operands, options) =>
    reading(cli, options, ({ db, config }) => {
      const holds = holdList(db, options.all === true);
      const text =
        holds.length === 0 ? say(language, 'cli.hold.none') : holdTable(cli, holds, config.station.zone);
      return { exit: exitCodes.done, json: { holds }, text };
    }),
  );
}

function holdTable({ language }: Cli, holds: readonly ListedHold[], zone: string): string {
  const title = (name: 'id' | 'about' | 'items' | 'by' | 'placed' | 'lifted' | 'reason') => ({
    title: say(language, `cli.hold.col.${name}`),
  });
  return table(
    [
      title('id'),
      title('about'),
      title('items'),
      title('by'),
      title('placed'),
      title('lifted'),
      title('reason'),
    ],
    holds.map(({ hold, about, items, outside, placer, placed, lifted, reason }) => [
      hold,
      about,
      outside === 0 ? String(items) : say(language, 'cli.hold.outside', { items, outside }),
      placer,
      timeWords(placed, zone),
      lifted === null ? '–' : timeWords(lifted, zone),
      reason ?? '–',
    ]),
  );
}

/** What an answer says under a name; the daemon is of the same version. */
export function textIn(answer: unknown, name: string): string {
  if (typeof answer !== 'object' || answer === null) return '';
  const value = Object.entries(answer).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}

/** Says so where the vault could not be brought up to it yet. */
export function withDone({ language }: Cli, answer: unknown, text: string): string {
  const waits = typeof answer === 'object' && answer !== null && 'done' in answer && answer.done === false;
  return waits ? `${text}\n${say(language, 'cli.retention.waits')}` : text;
}
