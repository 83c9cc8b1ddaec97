import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { handedInWays } from '../custody/entry-kinds.ts';
import { profilesFor } from '../dock/by-hand.ts';
import { type DeviceReport, testDevice } from '../dock/devices-test.ts';
import { stationProfiles } from '../station/profiles.ts';
import { say } from '../texts/say.ts';
import { printable } from '../texts/text.ts';
import { sizeWords } from '../texts/units.ts';
import { type Cli, type CommonOptions, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { configFor } from './surroundings.ts';
import { table } from './table.ts';
import { OptionReader, oneOf } from './values.ts';

interface TestOptions extends CommonOptions {
  readonly from?: string;
}

/** Needs no data folder. A card that no profile fits would be refused, and so this ends as a refusal does. */
export function devicesTestCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'test', say(language, 'cli.devices.test'))
    .argument('<FOLDER>', say(language, 'cli.devices.folder'))
    .addOption(new Option('--from <WAY>', say(language, 'cli.devices.from')));
  return run<TestOptions>(command, async ([folder = ''], options) => {
    const read = new OptionReader(language, 'devices test');
    const way = read.optional('--from', options.from, (given) => oneOf(given, handedInWays));
    const all = await stationProfiles(configFor(cli, options).dock.profileFolder);
    const profiles = profilesFor(all, way);
    const report = await testDevice(resolve(cli.workingFolder, folder), profiles, { way });
    const exit = report.profile === null ? exitCodes.refused : exitCodes.done;
    return { exit, json: report, text: textOf(cli, report, profiles.length) };
  });
}

function textOf(cli: Cli, report: DeviceReport, profiles: number): string {
  const { language } = cli;
  const { root, profile, reasons, recordings, ignored, problems } = report;
  if (profile === null) return say(language, 'cli.devices.fits_none', { root, profiles });
  const because = reasons.map(
    ({ kind, value }) => `  ${say(language, `cli.devices.reason.${kind}`)}  ${printable(value)}`,
  );
  const size = sizeWords(recordings.reduce((sum, one) => sum + one.bytes, 0));
  const found = {
    recordings: recordings.length,
    size,
    ignored: ignored.length,
    problems: problems.length,
  };
  return [
    say(language, 'cli.devices.fits', { root, id: profile.id, name: profile.name[language] }),
    say(language, 'cli.devices.because'),
    ...because,
    `${say(language, 'cli.devices.whose')}  ${whose(cli, report)}`,
    say(language, 'cli.devices.found', found),
    ...(recordings.length === 0 ? [] : [recordingTable(cli, report)]),
    ...problems.map(({ path, errno }) => `  ${printable(path)}  ${errno}`),
  ].join('\n');
}

function whose({ language }: Cli, { identity }: DeviceReport): string {
  const { recorder, conflict, assigned } = identity;
  const claims = identity.claims.map(({ source, value }) => `${source} ${value}`).join(', ');
  if (conflict) return say(language, 'cli.devices.conflict', { recorder, claims });
  if (!assigned) return say(language, 'cli.devices.unassigned', { recorder });
  return printable(`${recorder} (${claims})`);
}

function recordingTable({ language }: Cli, { recordings }: DeviceReport): string {
  const title = (name: 'path' | 'size' | 'device' | 'officer' | 'start' | 'sidecars') => ({
    title: say(language, `cli.devices.col.${name}`),
  });
  return table(
    [
      title('path'),
      { ...title('size'), align: 'right' },
      title('device'),
      title('officer'),
      title('start'),
      title('sidecars'),
    ],
    recordings.map(({ path, bytes, named, sidecars }) => [
      path,
      sizeWords(bytes),
      named?.device ?? '–',
      named?.officer ?? '–',
      named?.start?.replace('T', ' ') ?? '–',
      String(sidecars.length),
    ]),
  );
}
