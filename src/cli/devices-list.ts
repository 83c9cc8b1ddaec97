import type { Command } from 'commander';
import type { DeviceProfile } from '../dock/profile.ts';
import { type KnownRecorder, knownRecorders } from '../station/catalogue/recorders.ts';
import { stationProfiles } from '../station/profiles.ts';
import { say } from '../texts/say.ts';
import { timeWords } from '../texts/units.ts';
import { type Cli, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { reading } from './surroundings.ts';
import { table } from './table.ts';

export function devicesListCommand(cli: Cli, run: Runner): Command {
  return run(leaf(cli, 'list', say(cli.language, 'cli.devices.list')), (_operands, options) =>
    reading(cli, options, async ({ db, config }) => {
      const profiles = await stationProfiles(config.dock.profileFolder);
      const recorders = knownRecorders(db);
      const listed = profiles.map(({ id, name, vendor, breadth }) => ({
        id,
        name,
        vendor: vendor ?? null,
        breadth,
      }));
      const text = textOf(cli, profiles, recorders, config.station.zone);
      return { exit: exitCodes.done, json: { profiles: listed, recorders }, text };
    }),
  );
}

function textOf(
  { language }: Cli,
  profiles: readonly DeviceProfile[],
  recorders: readonly KnownRecorder[],
  zone: string,
): string {
  const title = (name: 'id' | 'breadth' | 'name' | 'recorder' | 'holder' | 'registered' | 'last_seen') => ({
    title: say(language, `cli.devices.col.${name}`),
  });
  const models = table(
    [title('id'), title('breadth'), title('name')],
    profiles.map(({ id, breadth, name }) => [
      id,
      say(language, `cli.devices.breadth.${breadth}`),
      name[language],
    ]),
  );
  const known = table(
    [title('recorder'), title('id'), title('holder'), title('registered'), title('last_seen')],
    recorders.map(({ recorder, profile, holder, registered, lastSeen }) => [
      recorder,
      profile ?? '–',
      holder ?? '–',
      registered === null ? say(language, 'cli.devices.not_registered') : timeWords(registered, zone),
      lastSeen === null ? '–' : timeWords(lastSeen, zone),
    ]),
  );
  return [
    say(language, 'cli.devices.profiles'),
    models,
    '',
    say(language, 'cli.devices.recorders'),
    recorders.length === 0 ? say(language, 'cli.devices.no_recorders') : known,
  ].join('\n');
}
