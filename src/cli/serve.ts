import { Option } from 'commander';
import pino, { type Logger } from 'pino';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { watchDock } from '../dock/watch.ts';
import { storeSecured } from '../intake/recover.ts';
import { carryOut } from '../station/carry-out.ts';
import { serveOrders } from '../station/control-socket.ts';
import { Dockings } from '../station/dockings.ts';
import { openStation, type Station } from '../station.ts';
import { say } from '../texts/say.ts';
import { type Cli, type CommandFile, type CommonOptions, leaf, type Outcome } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { LedgerLog } from './ledger-log.ts';
import { canDraw } from './live-view.ts';
import { StationView } from './station-view.ts';
import { configFor } from './surroundings.ts';
import { programVersion } from './version.ts';

/** How long a stop waits for what is being stored. A card that hangs is not waited for. */
const graceMs = 20_000;

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
  const config = configFor(cli, options);
  const view = canDraw(cli) && options.plain !== true ? new StationView(cli) : null;
  const log = logger(config, view);
  const station = await openStation(config, {
    actor: { kind: 'machine', id: 'daemon' },
    version: programVersion,
    log: (message, facts) => log.info(facts, message),
  });
  const ended = Promise.withResolvers<unknown>();
  const dockings = new Dockings(
    station,
    (snapshot) => {
      view?.show(snapshot);
      log.trace(snapshot, 'progress');
    },
    (error) => ended.resolve(error),
  );
  const orders = await serveOrders(station.places.socket, (order, by) =>
    carryOut(station, dockings, order, {
      ...by,
      onProgress: (snapshot) => {
        view?.show(snapshot);
        by.onProgress(snapshot);
      },
    }),
  );
  const watch = watchDock({
    folders: config.dock.folders,
    scanMilliseconds: config.dock.scanMilliseconds,
    rejoinSeconds: config.dock.rejoinSeconds,
    clock: systemClock,
    onEvent: (event) => dockings.hear(event),
  });
  const timers = chores(station, (error) => ended.resolve(error));
  const ledgerLog = new LedgerLog(station.db, log, cli.language);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => ended.resolve(null));
  if (view === null) cli.note(readyWords(cli, station));
  view?.begin(station);
  log.info({ station: station.file.code, immutable: station.notImmutable ?? 'yes' }, 'ready');

  const failure = await ended.promise;
  const stopping = say(cli.language, 'cli.serve.stopping');
  if (view === null) cli.note(stopping);
  view?.stopping(stopping);
  for (const timer of timers) clearInterval(timer);
  await watch.close();
  orders.close();
  await dockings.stop(graceMs);
  ledgerLog.end();
  view?.end(say(cli.language, 'cli.serve.stopped'));
  if (failure !== null) throw failure;
  await station.close();
  const text = view === null ? say(cli.language, 'cli.serve.stopped') : '';
  return { exit: exitCodes.done, json: { stopped: true }, text };
}

/** Lines of JSON on standard error; beside a live view only what deserves attention, above the picture. */
function logger(config: Config, view: StationView | null): Logger {
  const form = {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level: string) => ({ level }) },
  };
  if (view === null) return pino({ ...form, level: config.log.level }, pino.destination(2));
  return pino({ ...form, level: 'error' }, { write: (line: string) => view.note(line.trimEnd()) });
}

function readyWords(cli: Cli, { file, config }: Station): string {
  const watched = config.dock.folders.map((one) => one.path).join(', ');
  const folders = watched === '' ? say(cli.language, 'cli.serve.nothing_watched') : watched;
  return say(cli.language, 'cli.serve.ready', { code: file.code, folders });
}

/** The hourly checkpoint, and another try for what a failing vault has left secured. */
function chores(station: Station, fatal: (error: unknown) => void): readonly NodeJS.Timeout[] {
  const every = (ms: number, chore: () => Promise<unknown>): NodeJS.Timeout =>
    setInterval(() => {
      chore().catch(fatal);
    }, ms);
  return [
    every(station.config.ledger.checkpointMinutes * 60_000, () => station.checkpoint()),
    every(60_000, () => storeSecured(station.room, station.db)),
  ];
}
