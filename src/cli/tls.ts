import { type Command, Option } from 'commander';
import { systemClock } from '../clock.ts';
import { placesIn, readStationFile } from '../station/data-folder.ts';
import { ownIdentity, ownNames, soundIdentity, tlsSourceOf } from '../station/tls-source.ts';
import { say } from '../texts/say.ts';
import { timeWords } from '../texts/units.ts';
import {
  type Cli,
  type CommandFile,
  type CommonOptions,
  group,
  leaf,
  type Outcome,
  type Runner,
} from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { configFor } from './surroundings.ts';

interface RenewOptions extends CommonOptions {
  readonly authority?: boolean;
}

export const tlsCommand: CommandFile = {
  build(cli, run) {
    const { language } = cli;
    return group(cli, 'tls', say(language, 'cli.tls'), [
      run(leaf(cli, 'show', say(language, 'cli.tls.show')), (_operands, options) => show(cli, options)),
      renewCommand(cli, run),
      run(leaf(cli, 'ca', say(language, 'cli.tls.ca')), (_operands, options) => authority(cli, options)),
    ]);
  },
};

function renewCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'renew', say(language, 'cli.tls.renew')).addOption(
    new Option('--authority', say(language, 'cli.tls.renew_authority')),
  );
  return run<RenewOptions>(command, async (_operands, { authority: anew, ...options }) => {
    const { config, places, code } = stationOf(cli, options);
    const names = ownNames(config.http);
    const wish = anew === true ? 'authority' : 'server';
    const done = await ownIdentity(places, code).renew(names, systemClock.now(), wish);
    const lines = [
      say(language, 'cli.tls.renewed', { names: names.join(', ') }),
      ...(done === 'authority' ? [say(language, 'cli.tls.renewed_authority')] : []),
    ];
    return { exit: exitCodes.done, json: { renewed: done, names }, text: lines.join('\n') };
  });
}

/** As the daemon would find it at this moment: what is unsound is an error here too. */
async function show(cli: Cli, options: CommonOptions): Promise<Outcome> {
  const { language } = cli;
  const { config, places, code } = stationOf(cli, options);
  const source = tlsSourceOf(config.http, places, code);
  if (source.kind === 'none')
    return { exit: exitCodes.done, json: { source: 'none' }, text: say(language, 'cli.tls.none') };
  const { facts } = await soundIdentity(source, systemClock.now());
  const [from, until] = [facts.from.toString(), facts.until.toString()];
  const names = facts.names.join(', ');
  const shown = { ...facts, names, until: timeWords(until, config.station.zone) };
  const text = say(language, 'cli.tls.shown', {
    ...{ source: say(language, `cli.tls.${source.kind}`), subject: shown.subject, issuer: shown.issuer },
    ...{ names, until: shown.until, fingerprint: shown.fingerprint },
  });
  return { exit: exitCodes.done, json: { source: source.kind, ...facts, from, until }, text };
}

async function authority(cli: Cli, options: CommonOptions): Promise<Outcome> {
  const { places, code } = stationOf(cli, options);
  const pem = await ownIdentity(places, code).authority();
  return { exit: exitCodes.done, json: { certificate: pem }, text: pem.trimEnd() };
}

function stationOf(cli: Cli, options: CommonOptions) {
  const config = configFor(cli, options);
  const places = placesIn(config.dataFolder, config.vault.folder);
  return { config, places, code: readStationFile(places).code };
}
