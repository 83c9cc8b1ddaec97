import { type Command, Option } from 'commander';
import { type Alarm, alarmList, alarmWords } from '../station/catalogue/alarm-list.ts';
import { say } from '../texts/say.ts';
import { printable } from '../texts/text.ts';
import { timeWords } from '../texts/units.ts';
import { type Cli, type CommandFile, type CommonOptions, group, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { reading } from './surroundings.ts';
import { noteOf, OptionReader } from './values.ts';

interface ListOptions extends CommonOptions {
  readonly all?: boolean;
}

interface NoteOptions extends CommonOptions {
  readonly note?: string;
}

interface HandleOptions extends CommonOptions {
  readonly text: string;
}

export const alarmsCommand: CommandFile = {
  build(cli, run) {
    const commands = [
      listCommand(cli, run),
      ackCommand(cli, run),
      handleCommand(cli, run),
      closeCommand(cli, run),
    ];
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
  const state = say(language, `cli.alarms.state.${alarm.state}`);
  const severity = severityWords(cli, alarm.severity);
  const head = `${alarm.alarm}  ${timeWords(alarm.raised, zone)}  ${severity}  ${state}`;
  return [head, `  ${alarm.message}`, ...lifeLines(cli, alarm, zone).map((line) => `  ${line}`)].join('\n');
}

/** What has become of it, step by step. */
function lifeLines({ language }: Cli, alarm: Alarm, zone: string): readonly string[] {
  const { acknowledged, acknowledger, note, handled, handler, deed, closed, closer, because, closing } =
    alarm;
  const facts = (at: string, who: string | null, note: string | null) => ({
    at: timeWords(at, zone),
    who: who ?? '–',
    note: note ?? '–',
  });
  const lines: string[] = [];
  if (acknowledged !== null)
    lines.push(say(language, 'cli.alarms.acknowledged_by', facts(acknowledged, acknowledger, note)));
  if (handled !== null) lines.push(say(language, 'cli.alarms.handled_by', facts(handled, handler, deed)));
  if (closed !== null && because === 'cause_gone')
    lines.push(say(language, 'cli.alarms.closed_by.cause_gone', { at: timeWords(closed, zone) }));
  if (closed !== null && because === 'person')
    lines.push(say(language, 'cli.alarms.closed_by.person', facts(closed, closer, closing)));
  return lines;
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

function withAlarm(cli: Cli, name: 'ack' | 'handle' | 'close'): Command {
  const { language } = cli;
  return leaf(cli, name, say(language, `cli.alarms.${name}`)).argument(
    '<ID>',
    say(language, 'cli.alarms.operand'),
  );
}

function ackCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = withAlarm(cli, 'ack').addOption(
    new Option('--note <TEXT>', say(language, 'cli.alarms.note')),
  );
  return run<NoteOptions>(command, async ([alarm = ''], options) => {
    const note = new OptionReader(language, 'alarms ack').optional('--note', options.note, noteOf);
    await order(cli, options, { order: 'acknowledge', args: { alarm, note } });
    const text = say(language, 'cli.alarms.acknowledged', { alarm });
    return { exit: exitCodes.done, json: { alarm, acknowledged: true }, text };
  });
}

function handleCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = withAlarm(cli, 'handle').addOption(
    new Option('--text <TEXT>', say(language, 'cli.alarms.text')).makeOptionMandatory(),
  );
  return run<HandleOptions>(command, async ([alarm = ''], options) => {
    const text = noteOf(new OptionReader(language, 'alarms handle').given('--text', options.text));
    await order(cli, options, { order: 'handleAlarm', args: { alarm, text } });
    const said = say(language, 'cli.alarms.handled', { alarm });
    return { exit: exitCodes.done, json: { alarm, handled: true }, text: said };
  });
}

function closeCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = withAlarm(cli, 'close').addOption(
    new Option('--note <TEXT>', say(language, 'cli.alarms.why')),
  );
  return run<NoteOptions>(command, async ([alarm = ''], options) => {
    const note = new OptionReader(language, 'alarms close').optional('--note', options.note, noteOf);
    await order(cli, options, { order: 'closeAlarm', args: { alarm, note } });
    const text = say(language, 'cli.alarms.closed', { alarm });
    return { exit: exitCodes.done, json: { alarm, closed: true }, text };
  });
}
