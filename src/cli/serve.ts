import { Option } from 'commander';
import { say } from '../texts/say.ts';
import { type Cli, type CommandFile, type CommonOptions, leaf, type Outcome } from './command.ts';
import { daemonLog } from './daemon-log.ts';
import { exitCodes } from './exit-codes.ts';
import { canDraw } from './live-view.ts';
import { startDaemon } from './run-daemon.ts';
import { StationView } from './station-view.ts';
import { configFileFor, configFor } from './surroundings.ts';

interface ServeOptions extends CommonOptions {
  readonly plain?: boolean;
}

export const serveCommand: CommandFile = {
  build(cli, run) {
    const plain = new Option('--plain', say(cli.language, 'cli.serve.plain'));
    const command = leaf(cli, 'serve', say(cli.language, 'cli.serve')).addOption(plain);
    return run<ServeOptions>(command, (_operands, options) => serve(cli, options));
  },
};

/** Runs until a signal ends it, or until the ledger can no longer be written. */
async function serve(cli: Cli, options: ServeOptions): Promise<Outcome> {
  const { language } = cli;
  const config = configFor(cli, options);
  const view = canDraw(cli) && options.plain !== true ? new StationView(cli) : null;
  const log = daemonLog(config, view);
  const daemon = await startDaemon(config, {
    log,
    language,
    configFile: configFileFor(cli, options),
    onChange: (snapshot) => view?.show(snapshot),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => daemon.end());
  const { file } = daemon.station;
  if (view === null) {
    const watched = config.dock.folders.map((one) => one.path).join(', ');
    const folders = watched === '' ? say(language, 'cli.serve.nothing_watched') : watched;
    cli.note(say(language, 'cli.serve.ready', { code: file.code, folders }));
  }
  view?.begin(daemon.station);

  const failure = await daemon.ended;
  const stopping = say(language, 'cli.serve.stopping');
  if (view === null) cli.note(stopping);
  view?.stopping(stopping);
  await daemon.stop();
  const stopped = say(language, 'cli.serve.stopped');
  view?.end(stopped);
  if (failure !== null) throw failure;
  await daemon.station.close();
  return { exit: exitCodes.done, json: { stopped: true }, text: view === null ? stopped : '' };
}
