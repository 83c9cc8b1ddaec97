import { type Command, Option } from 'commander';
import { entriesAbout } from '../station/catalogue/entries.ts';
import { TaggingError } from '../tagging/error.ts';
import { registers } from '../tagging/registers/all.ts';
import { RegisterBook, type StandingRow } from '../tagging/registers/book.ts';
import { registerNamed } from '../tagging/registers/enter.ts';
import type { Register } from '../tagging/registers/register.ts';
import { keyAsTyped } from '../tagging/registers/row-key.ts';
import { say } from '../texts/say.ts';
import type { Language } from '../texts/text.ts';
import { timeWords } from '../texts/units.ts';
import { type Cli, type CommandFile, type CommonOptions, group, type Runner } from './command.ts';
import { shownEntry } from './entry-line.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { registerHistoryCommand } from './register-history.ts';
import { registerImportCommand } from './register-import.ts';
import { registerImportsCommand } from './register-imports.ts';
import { withRegister } from './register-operand.ts';
import { registerTemplateCommand } from './register-template.ts';
import { reading } from './surroundings.ts';
import { pairs, table } from './table.ts';
import { countOf, noteOf, OptionReader, wrongValue } from './values.ts';

interface ListOptions extends CommonOptions {
  readonly after?: string;
  readonly limit?: string;
  readonly withoutRecorder?: boolean;
}

interface RemoveOptions extends CommonOptions {
  readonly why: string;
}

const usualLimit = 50;
const mostLimit = 10_000;

export const registerCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'register', say(cli.language, 'cli.register'), [
      listCommand(cli, run),
      showCommand(cli, run),
      setCommand(cli, run),
      removeCommand(cli, run),
      registerHistoryCommand(cli, run),
      registerImportCommand(cli, run),
      registerImportsCommand(cli, run),
      registerTemplateCommand(cli, run),
    ]);
  },
};

function listCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = withRegister(cli, 'list', say(language, 'cli.register.list'))
    .addOption(new Option('--limit <N>', say(language, 'cli.option.limit', { limit: usualLimit })))
    .addOption(new Option('--after <KEY>', say(language, 'cli.register.after')))
    .addOption(new Option('--without-recorder', say(language, 'cli.register.without_recorder')));
  return run<ListOptions>(command, async ([given = ''], options) => {
    const name = registerNamed(given);
    const read = new OptionReader(language, 'register list');
    const limit = read.optional('--limit', options.limit, (one) => countOf(one, 1, mostLimit)) ?? usualLimit;
    const without = options.withoutRecorder === true;
    if (without && name !== 'officers') throw wrongValue(read.given('REGISTER', name), 'officers');
    return await reading(cli, options, ({ db, config }) => {
      const book = new RegisterBook(db);
      const after = options.after ?? '';
      const found = without ? book.withoutRecorder(after, limit + 1) : book.rows(name, after, limit + 1);
      const rows = found.slice(0, limit);
      const next = found.length > limit ? (rows.at(-1)?.key ?? null) : null;
      const text = [
        rows.length === 0
          ? say(language, 'cli.register.none')
          : rowTable(language, registers[name], rows, config.station.zone),
        ...(next === null ? [] : [say(language, 'cli.more', { next })]),
      ].join('\n');
      return { exit: exitCodes.done, json: { register: name, rows, next }, text };
    });
  });
}

function showCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = withRegister(cli, 'show', say(language, 'cli.register.show')).argument(
    '<KEY>',
    say(language, 'cli.register.key'),
  );
  return run<CommonOptions>(command, async ([given = '', typed = ''], options) => {
    const name = registerNamed(given);
    return await reading(cli, options, ({ db, config }) => {
      const { zone } = config.station;
      const key = keyAsTyped(registers[name], typed, zone);
      const row = new RegisterBook(db).row(name, key);
      if (row === null)
        throw new TaggingError('tagging.row_unknown', { register: name, found: key }, { field: 'KEY' });
      const history = entriesAbout(db, `register:${name}/${key}`).map(({ personal, ...entry }) => ({
        ...shownEntry(language, zone, { ...entry, personal }),
        values: personal,
      }));
      const fields = registers[name].fields.map(
        ({ name: field, title }) => [title[language], row.values[field] ?? '–'] as const,
      );
      const lines = history.map(
        ({ seq, at, actor, values }) =>
          `  ${timeWords(at, zone)}  ${actor.id}  #${seq}  ${Object.entries(values)
            .map(([field, value]) => `${field}=${value}`)
            .join(' ')}`,
      );
      const text = [row.key, pairs(fields, '  '), '', say(language, 'cli.register.history'), ...lines].join(
        '\n',
      );
      return { exit: exitCodes.done, json: { register: name, ...row, history }, text };
    });
  });
}

function setCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = withRegister(cli, 'set', say(language, 'cli.register.set')).argument(
    '<FIELD...>',
    say(language, 'cli.register.fields'),
  );
  return run<CommonOptions>(command, async ([given = '', ...pairsGiven], options) => {
    const register = registerNamed(given);
    const read = new OptionReader(language, 'register set');
    const values = Object.fromEntries(
      pairsGiven.map((pair) => {
        const [, name, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
        if (name === undefined || value === undefined)
          throw wrongValue(read.given('FIELD', pair), 'name=value');
        return [name, value];
      }),
    );
    const answer = await order(cli, options, { order: 'enterRow', args: { register, values } });
    const key = typeof answer === 'object' && answer !== null && 'key' in answer ? String(answer.key) : '';
    return { exit: exitCodes.done, json: answer, text: say(language, 'cli.register.entered', { key }) };
  });
}

function removeCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = withRegister(cli, 'remove', say(language, 'cli.register.remove'))
    .argument('<KEY>', say(language, 'cli.register.key'))
    .addOption(new Option('--why <TEXT>', say(language, 'cli.register.why')).makeOptionMandatory());
  return run<RemoveOptions>(command, async ([given = '', key = ''], options) => {
    const register = registerNamed(given);
    const cause = noteOf(new OptionReader(language, 'register remove').given('--why', options.why));
    const answer = await order(cli, options, { order: 'removeRow', args: { register, key, cause } });
    return { exit: exitCodes.done, json: answer, text: say(language, 'cli.register.removed', { key }) };
  });
}

function rowTable(
  language: Language,
  register: Register,
  rows: readonly StandingRow[],
  zone: string,
): string {
  return table(
    register.fields.map(({ title }) => ({ title: title[language] })),
    rows.map(({ values }) =>
      register.fields.map(({ name, kind }) => {
        const value = values[name];
        if (value === undefined) return '–';
        if (kind.is === 'instant') return timeWords(value, zone);
        return kind.is === 'one_of' ? (kind.values[value]?.[language] ?? value) : value;
      }),
    ),
  );
}
