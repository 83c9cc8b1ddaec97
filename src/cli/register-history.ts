import type { Command } from 'commander';
import { type RowEvent, rowHistory } from '../station/catalogue/row-history.ts';
import { TaggingError } from '../tagging/error.ts';
import { registers } from '../tagging/registers/all.ts';
import { registerNamed } from '../tagging/registers/enter.ts';
import type { Register } from '../tagging/registers/register.ts';
import { keyAsTyped } from '../tagging/registers/row-key.ts';
import { say } from '../texts/say.ts';
import { type Language, labelled, printable } from '../texts/text.ts';
import { timeWords } from '../texts/units.ts';
import type { Cli, Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { withRegister } from './register-operand.ts';
import { reading } from './surroundings.ts';

/** Of a row that stands, and of one that was taken away. */
export function registerHistoryCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = withRegister(cli, 'history', say(language, 'cli.register.row_history')).argument(
    '<KEY>',
    say(language, 'cli.register.key'),
  );
  return run(command, async ([given = '', typed = ''], options) => {
    const register = registerNamed(given);
    return await reading(cli, options, ({ db, config }) => {
      const { zone } = config.station;
      const key = keyAsTyped(registers[register], typed, zone);
      const history = rowHistory(db, register, key);
      if (history.length === 0)
        throw new TaggingError('tagging.row_unknown', { register, found: key }, { field: 'KEY' });
      const lines = history.map((event) => eventLines(language, registers[register], event, zone));
      const text = [`${registers[register].title[language]}  ${printable(key)}`, ...lines].join('\n');
      return { exit: exitCodes.done, json: { register, key, history }, text };
    });
  });
}

function eventLines(
  language: Language,
  { fields }: Register,
  { at, actor, seq, event, changes, cause }: RowEvent,
  zone: string,
): string {
  const what =
    event === 'removed'
      ? say(language, 'cli.register.event.removed', { cause: cause ?? '–' })
      : say(language, `cli.register.event.${event}`);
  const shown = (name: string, value: string | null): string => {
    const kind = fields.find((field) => field.name === name)?.kind;
    if (value === null) return '–';
    if (kind?.is === 'instant') return timeWords(value, zone);
    return kind?.is === 'one_of' ? (kind.values[value]?.[language] ?? value) : value;
  };
  const titleOf = (name: string): string =>
    fields.find((field) => field.name === name)?.title[language] ?? name;
  return [
    `  ${timeWords(at, zone)}  ${actor.id}  #${seq}  ${what}`,
    ...changes.map(
      ({ field, from, to }) =>
        `    ${labelled(language, titleOf(field), `${printable(shown(field, from))} → ${printable(shown(field, to))}`)}`,
    ),
  ].join('\n');
}
