import { type Command, Option } from 'commander';
import type { Alarm } from '../custody/alarms.ts';
import { alarmList, alarmWords } from '../station/catalogue/alarm-list.ts';
import { say } from '../texts/say.ts';
import { printable } from '../texts/text.ts';
import { timeWords } from '../texts/units.ts';
import { type Cli, type CommandFile, type CommonOptions, group, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { reading } from './surroundings.ts';

interface ListOptions extends CommonOptions {
  readonly all?: boolean;
}

interface AckOptions extends CommonOptions {
  readonly note?: string;
}

export const alarmsCommand: CommandFile = {
  build(cli, run) {
    const commands = [listCommand(cli, run), ackCommand(cli, run)];
    return group(cli, 'alarms', say(cli.language, 'cli.alarms'), commands);
  },
};

function listCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const open = new Option('--open', say(language, 'cli.alarms.open')).conflicts('all');
  const command = leaf(cli, 'list', say(language, 'cli.alarms.list'))
    .addOption(open)
    .addOption(new Option('--all', say(language, 'cli.alarms.all')));
  return run<ListOptions>(command, (_operands, options) =>
    reading(cli, options, ({ db, config }) => {
      const which = options.all === true ? 'all' : 'open';
      const alarms = alarmList(db, which).map((one) => ({ ...one, message: alarmWords(language, one) }));
      const none = which === 'all' ? 'cli.alarms.none_at_all' : 'cli.alarms.none';
      const lines = alarms.map((one) => alarmLines(cli, one, config.station.zone));
      const text = lines.length === 0 ? say(language, none) : lines.join('\n');
      return { exit: exitCodes.done, json: { alarms }, text };
    }),
  );
}

function alarmLines(cli: Cli, alarm: Alarm & { readonly message: string }, zone: string): string {
  const { language } = cli;
  const head = `${alarm.alarm}  ${timeWords(alarm.raised, zone)}  ${severityWords(cli, alarm.severity)}`;
  const lines = [head, `  ${alarm.message}`];
  if (alarm.acknowledged !== null) {
    const facts = {
      at: timeWords(alarm.acknowledged, zone),
      who: alarm.acknowledger ?? '–',
      note: alarm.note ?? '–',
    };
    lines.push(`  ${say(language, 'cli.alarms.acknowledged_by', facts)}`);
  }
  return lines.join('\n');
}

export function severityWords({ language }: Pick<Cli, 'language'>, severity: string): string {
  switch (severity) {
    case 'notice':
    case 'warning':
    case 'critical':
      return say(language, `cli.alarms.severity.${severity}`);
    default:
      return printable(severity);
  }
}

function ackCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'ack', say(language, 'cli.alarms.ack'))
    .argument('<ID>', say(language, 'cli.alarms.operand'))
    .addOption(new Option('--note <TEXT>', say(language, 'cli.alarms.note')));
  return run<AckOptions>(command, async ([alarm = ''], options) => {
    const note = options.note ?? null;
    await order(cli, options, { order: 'acknowledge', args: { alarm, note } });
    const text = say(language, 'cli.alarms.acknowledged', { alarm });
    return { exit: exitCodes.done, json: { alarm, acknowledged: true }, text };
  });
}
