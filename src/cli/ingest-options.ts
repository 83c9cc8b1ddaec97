import { type Command, Option } from 'commander';
import { handedInWays } from '../custody/entry-kinds.ts';
import type { OrderArgs } from '../station/orders.ts';
import { say } from '../texts/say.ts';
import type { Cli, CommonOptions } from './command.ts';
import { CliError } from './error.ts';
import { noteOf, OptionReader, oneOf, wordsOf } from './values.ts';

/** How something came in that did not come over the dock. */
export interface WayOptions extends CommonOptions {
  readonly from?: string;
  readonly handedInBy?: string;
  readonly why?: string;
  readonly seal?: string;
  readonly secondPerson?: string;
  readonly recorder?: string;
}

const mostName = 100;
const mostNumber = 64;
const command = 'docket ingest';

/** The options, with the place of each in `WayOptions`. */
const flags = {
  handedInBy: '--handed-in-by <OFFICER|NAME>',
  why: '--why <TEXT>',
  seal: '--seal <NUMBER>',
  secondPerson: '--second-person <OFFICER|NAME>',
  recorder: '--recorder <NUMBER>',
} as const;

export function withWayOptions({ language }: Cli, built: Command): Command {
  return built
    .addOption(new Option('--from <WAY>', say(language, 'cli.ingest.from')))
    .addOption(new Option(flags.handedInBy, say(language, 'cli.ingest.handed_in_by')))
    .addOption(new Option(flags.why, say(language, 'cli.ingest.why')))
    .addOption(new Option(flags.seal, say(language, 'cli.ingest.seal')))
    .addOption(new Option(flags.secondPerson, say(language, 'cli.ingest.second_person')))
    .addOption(new Option(flags.recorder, say(language, 'cli.ingest.recorder')));
}

/**
 * Null where nothing of it was given: as if docked. Errors: `cli.option_needs`, `cli.argument_missing`,
 * `station.value_wrong`.
 */
export function handedInOf({ language }: Cli, options: WayOptions): OrderArgs<'ingest'>['handedIn'] {
  const read = new OptionReader(language, 'ingest');
  const way = read.optional('--from', options.from, (given) => oneOf(given, handedInWays));
  if (way === null) return nothingGiven(options);
  const words = (most: number) => (given: Parameters<typeof wordsOf>[0]) => wordsOf(given, most).trim();
  const by = read.optional('--handed-in-by', options.handedInBy, words(mostName));
  const cause = read.optional('--why', options.why, noteOf);
  if (by === null) throw missing('handedInBy');
  if (cause === null) throw missing('why');
  return {
    ...{ way, by, cause },
    seal: read.optional('--seal', options.seal, words(mostName)),
    second: read.optional('--second-person', options.secondPerson, words(mostName)),
    recorder: read.optional('--recorder', options.recorder, words(mostNumber)),
  };
}

function nothingGiven(options: WayOptions): null {
  for (const name of Object.keys(flags) as (keyof typeof flags)[])
    if (options[name] !== undefined) {
      const found = optionOf(name);
      const field = { field: found.slice(2) };
      throw new CliError('cli.option_needs', { command, found, needs: '--from' }, field);
    }
  return null;
}

function missing(name: keyof typeof flags): CliError {
  return new CliError(
    'cli.argument_missing',
    { command, found: flags[name] },
    { field: optionOf(name).slice(2) },
  );
}

/** `--why` of `--why <TEXT>` */
function optionOf(name: keyof typeof flags): string {
  return flags[name].split(' ')[0] ?? flags[name];
}
