import { type Command, Option } from 'commander';
import { lastDockings, type PastDocking } from '../station/catalogue/dockings.ts';
import { wayWords } from '../station/catalogue/entry-words.ts';
import { say } from '../texts/say.ts';
import { timeWords } from '../texts/units.ts';
import { type Cli, type CommonOptions, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { reading } from './surroundings.ts';
import { table } from './table.ts';
import { countOf, OptionReader } from './values.ts';

interface ListOptions extends CommonOptions {
  readonly limit?: string;
}

const usualLimit = 50;
const mostLimit = 10_000;

/** Dockings, newest first, with what came of each. */
export function dockingListCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'list', say(language, 'cli.docking.list')).addOption(
    new Option('--limit <N>', say(language, 'cli.option.limit', { limit: usualLimit })),
  );
  return run<ListOptions>(command, async (_operands, options) => {
    const read = new OptionReader(language, 'docking list');
    const limit =
      read.optional('--limit', options.limit, (given) => countOf(given, 1, mostLimit)) ?? usualLimit;
    return await reading(cli, options, async ({ db, config }) => {
      const dockings = lastDockings(db, limit);
      const text = pastTable(cli, dockings, config.station.zone);
      return { exit: exitCodes.done, json: { dockings }, text };
    });
  });
}

export function pastTable(cli: Cli, dockings: readonly PastDocking[], zone: string): string {
  const { language } = cli;
  if (dockings.length === 0) return say(language, 'cli.status.none');
  const columns = dockingHeadings(cli, ['docking', 'port', 'way', 'recorder', 'started', 'outcome']);
  const rows = dockings.map((one) => [
    one.docking,
    one.port,
    one.handedIn === null ? say(language, 'cli.way.dock') : wayWords(language, one.handedIn.way),
    one.recorder ?? '–',
    timeWords(one.started, zone),
    outcomeWords(cli, one),
  ]);
  return table(columns, rows);
}

export function dockingHeadings(
  { language }: Cli,
  names: readonly ('docking' | 'port' | 'way' | 'recorder' | 'started' | 'outcome')[],
): readonly { readonly title: string }[] {
  return names.map((name) => ({ title: say(language, `cli.status.${name}`) }));
}

function outcomeWords({ language }: Cli, { refused, completed, summary }: PastDocking): string {
  if (refused !== null) return say(language, 'cli.status.refused');
  if (completed === null) return say(language, 'cli.status.incomplete');
  return say(language, 'cli.status.outcome_line', summary);
}
