import { type Command, Option } from 'commander';
import type { AdoptedConfig } from '../access/configuration/config-book.ts';
import { configHistory } from '../station/catalogue/config-history.ts';
import { say } from '../texts/say.ts';
import { timeWords } from '../texts/units.ts';
import { wordsOfCode } from './access-words.ts';
import { type Cli, type CommonOptions, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { reading } from './surroundings.ts';
import { countOf, OptionReader } from './values.ts';

interface HistoryOptions extends CommonOptions {
  readonly after?: string;
  readonly limit?: string;
}

const usualLimit = 50;
const mostLimit = 10_000;

export function configHistoryCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'history', say(language, 'cli.config.history'))
    .addOption(new Option('--limit <N>', say(language, 'cli.option.limit', { limit: usualLimit })))
    .addOption(new Option('--after <N>', say(language, 'cli.config.history.after')));
  return run<HistoryOptions>(command, async (_operands, options) => {
    const read = new OptionReader(language, 'config history');
    const limit =
      read.optional('--limit', options.limit, (given) => countOf(given, 1, mostLimit)) ?? usualLimit;
    const after = read.optional('--after', options.after, (given) => countOf(given, 0, 2 ** 48));
    return await reading(cli, options, ({ db, config }) => {
      const from = after === null ? null : String(after);
      const { configs, next } = configHistory(db, { after: from, limit, descending: true });
      const lines = configs.flatMap((one) => configLines(cli, one, config.station.zone));
      const text = [
        ...(configs.length === 0 ? [say(language, 'cli.config.history.none')] : lines),
        ...(next === null ? [] : [say(language, 'cli.more', { next })]),
      ].join('\n');
      return { exit: exitCodes.done, json: { configs, next }, text };
    });
  });
}

function configLines({ language }: Cli, one: AdoptedConfig, zone: string): readonly string[] {
  const { seq, because, startedBy, fileOwner, fileWritten, file, proposal, waiting } = one;
  const head = say(language, 'cli.config.history.one', {
    ...{ seq, at: timeWords(one.adopted, zone), because: wordsOfCode(language, 'because', because) },
    ...{
      startedBy: startedBy ?? '–',
      fileOwner: fileOwner ?? '–',
      file: file ?? '–',
      proposal: proposal ?? '–',
    },
    fileWritten: fileWritten === null ? '–' : timeWords(fileWritten, zone),
  });
  const changes = (one.changes ?? []).map(({ key, before, after }) =>
    say(
      language,
      one.sensitive.includes(key) ? 'cli.config.history.sensitive' : 'cli.config.history.change',
      {
        ...{ key, before: before ?? '–', after: after ?? '–' },
      },
    ),
  );
  const waits =
    waiting.length === 0 ? [] : [say(language, 'cli.config.history.waiting', { keys: waiting.join(', ') })];
  return [head, ...[...changes, ...waits].map((line) => `    ${line}`)];
}
