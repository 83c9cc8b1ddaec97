import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Damage } from '../custody/verify/damage.ts';
import { errnoOf } from '../errors.ts';
import { placesIn, readStationFile } from '../station/data-folder.ts';
import { StationError } from '../station/error.ts';
import { strayWords } from '../station/stray-words.ts';
import { type Verification, verifyStation } from '../station/verify.ts';
import { say } from '../texts/say.ts';
import { type Cli, type CommandFile, type CommonOptions, leaf } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { configFor } from './surroundings.ts';
import { aheadWords } from './time-words.ts';
import { OptionReader, oneOf } from './values.ts';

/** Characters of a damaged value that are shown; `--json` has all. */
const longest = 300;

interface VerifyOptions extends CommonOptions {
  readonly vault: string;
  readonly checkpoint?: string;
  readonly replay: boolean;
}

export const verifyCommand: CommandFile = {
  build(cli, run) {
    const { language } = cli;
    const depth = new Option('--vault <DEPTH>', say(language, 'cli.verify.vault'));
    const command = leaf(cli, 'verify', say(language, 'cli.verify'))
      .addOption(depth.default('full'))
      .addOption(new Option('--checkpoint <FILE>', say(language, 'cli.verify.checkpoint')))
      .addOption(new Option('--no-replay', say(language, 'cli.verify.no_replay')));
    return run<VerifyOptions>(command, async (_operands, options) => {
      const config = configFor(cli, options);
      const places = placesIn(config.dataFolder, config.vault.folder);
      const file = readStationFile(places);
      const { replay } = options;
      const read = new OptionReader(language, 'verify');
      const vault = oneOf(read.given('--vault', options.vault), ['full', 'sample', 'none']);
      const checkpoint = options.checkpoint === undefined ? null : olderCheckpoint(cli, options.checkpoint);
      const found = await verifyStation(
        places,
        file,
        {
          vault,
          checkpoint,
          replay,
          onProgress: () => undefined,
        },
        config,
      );
      return {
        exit: found.damage[0]?.code ?? exitCodes.done,
        json: found,
        text: textOf(cli, found, checkpoint !== null),
      };
    });
  },
};

function olderCheckpoint(cli: Cli, given: string): { file: string; note: Uint8Array } {
  const file = resolve(cli.workingFolder, given);
  try {
    return { file, note: readFileSync(file) };
  } catch (cause) {
    const params = {
      option: '--checkpoint',
      allowed: say(cli.language, 'cli.allowed.file'),
      found: `${given} (${errnoOf(cause) ?? '?'})`,
      command: 'verify',
    };
    throw new StationError('station.value_wrong', params, { cause, field: 'checkpoint' });
  }
}

function textOf(cli: Cli, found: Verification, against: boolean): string {
  const { language } = cli;
  const notes = [
    ...(found.ahead === null ? [] : [aheadWords(language, found.ahead)]),
    ...(found.strays === null || found.strays.count === 0 ? [] : [strayWords(language, found.strays)]),
  ];
  if (!found.ok) {
    const lines = found.damage.map((one) => damageLine(cli, one));
    return [say(language, 'cli.verify.damaged', { kinds: found.damage.length }), ...lines, ...notes].join(
      '\n',
    );
  }
  const { size, checkpoints, originals, logObjects, unsigned } = found;
  const root = found.root ?? '';
  const facts = { size, checkpoints, ...originals, logObjects, unsigned, root };
  const outside = say(language, against ? 'cli.verify.held' : 'cli.verify.outside');
  const changes = found.keyChanges.map((one) => say(language, 'cli.verify.key_change', one));
  return [say(language, 'cli.verify.sound', facts), ...changes, ...notes, outside].join('\n');
}

/** What stands in a damaged station may be an attacker's, and may be long. */
function damageLine({ language }: Cli, { code, kind, count, about, said, ...shown }: Damage): string {
  const what = say(language, `damage.${kind}`);
  const short = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);
  const place = short(shown.place);
  const [expected, found] = [short(shown.expected), short(said?.[language] ?? shown.found)];
  const told = say(language, 'cli.verify.damage', { code, what, place, expected, found, count });
  const items =
    about.length === 0 ? '' : `\n   ${say(language, 'cli.verify.about', { items: about.join(', ') })}`;
  return `${told}${items}`.replace(/^/gm, '  ');
}
