import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { ServedApi } from '../api/serve-api.ts';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { CustodyError } from '../custody/error.ts';
import { deskSettingsOf } from '../deadlines/desk-settings.ts';
import { busHints } from '../dock/usb/hints.ts';
import { usbMachine } from '../dock/usb/machine.ts';
import { namedPorts } from '../dock/usb/ports.ts';
import { UsbDock } from '../dock/usb/usb-dock.ts';
import { watchDock } from '../dock/watch.ts';
import type { DockingSnapshot } from '../intake/progress.ts';
import { storeSecured } from '../intake/recover.ts';
import { carryOutAs } from '../station/carry-out-as.ts';
import { type OrderHandler, serveOrders } from '../station/control-socket.ts';
import { Dockings } from '../station/dockings.ts';
import { SearchIndex } from '../station/search-index.ts';
import { openStation, type Station } from '../station.ts';
import type { Language } from '../texts/text.ts';
import { apiOf } from './daemon-api.ts';
import { doorOf } from './daemon-door.ts';
import { keepVaults } from './keep-vaults.ts';
import { LedgerLog } from './ledger-log.ts';
import { programVersion } from './version.ts';

/** How long a stop waits for what is being stored. A card that hangs is not waited for. */
const graceMs = 20_000;
const choreEveryMs = 1_000;
const choreAgainMs = 60_000;
const closeEveryMs = 30_000;
const eraseEveryMs = 2_000;
const lookEveryMs = 3_600_000;

/** A station that takes in what is docked and carries out orders. */
export interface Daemon {
  readonly station: Station;
  /** Resolves when it is to stop: with null where it was told to, else with what makes going on impossible. */
  readonly ended: Promise<unknown>;
  /** Tells it to. */
  end(): void;
  /** Takes nothing in any more, and stores what is read already. The station itself stays open. */
  stop(): Promise<void>;
}

export interface DaemonOptions {
  readonly log: Logger;
  readonly language: Language;
  readonly configFile: string | null;
  readonly onChange: (snapshot: DockingSnapshot) => void;
}

export async function startDaemon(config: Config, options: DaemonOptions): Promise<Daemon> {
  const { log, language, configFile, onChange } = options;
  // A regulation that cannot be read is told before anything is docked.
  await deskSettingsOf(config).content();
  const ended = Promise.withResolvers<unknown>();
  const fatal = (error: unknown): void => ended.resolve(error);
  const station = await openStation(config, {
    actor: { kind: 'machine', id: 'daemon' },
    version: programVersion,
    configFile,
    log: (message, facts) => log.info(facts, message),
    fatal,
  });
  station.uploads?.start();
  station.tidy?.().catch(fatal);
  // Made after them, since it asks them.
  let api: ServedApi | null = null;
  const changed = (snapshot: DockingSnapshot): void => {
    onChange(snapshot);
    api?.progress(snapshot);
  };
  const dockings = new Dockings(station, changed, fatal);
  const take: OrderHandler = (order, { onProgress, ...by }) => {
    const shown = (snapshot: DockingSnapshot): void => {
      changed(snapshot);
      onProgress(snapshot);
    };
    return carryOutAs(station, dockings, order, { ...by, onProgress: shown });
  };
  const orders = await serveOrders(station.places.socket, take);
  const door = await doorOf(station, take);
  const watch = await watchOf(config, station, dockings);
  const timers = chores(station, dockings, fatal);
  const closing = new AbortController();
  const judging = judgeAsTimePasses(station, closing.signal).catch(fatal);
  const locating = locateAsTheyCome(station, closing.signal).catch(fatal);
  const finding = findAsTheyCome(station, closing.signal).catch(fatal);
  const guarding = keepVaults(station, dockings, closing.signal).catch(fatal);
  const indexing = indexAsTheyCome(station, closing.signal).catch(fatal);
  api = await apiOf(station, dockings);
  const keeping = keepAsOrdered(station, closing.signal).catch(fatal);
  const viewing = makeViewingCopies(station, closing.signal).catch(fatal);
  const ledgerLog = new LedgerLog(station.db, log, language, config.station.zone);
  log.info({ station: station.file.code, immutable: station.notImmutable ?? 'yes' }, 'ready');
  return {
    station,
    ended: ended.promise,
    end: () => ended.resolve(null),
    async stop() {
      for (const timer of timers) clearInterval(timer);
      // A card that is being written to is closed before it is taken away.
      dockings.stopEmptying();
      await watch.close();
      await api?.close();
      orders.close();
      door?.close();
      await dockings.stop(graceMs);
      closing.abort();
      await station.viewing.stop();
      await Promise.all([judging, locating, finding, keeping, guarding, indexing, viewing]);
      ledgerLog.end();
    },
  };
}

/** The watched folders, and the USB bus as the configuration says. */
async function watchOf(
  { dock }: Config,
  station: Station,
  dockings: Dockings,
): Promise<{ close(): Promise<void> }> {
  const { scanMilliseconds, rejoinSeconds } = dock;
  const common = { scanMilliseconds, rejoinSeconds, clock: systemClock };
  const { mode } = dock.usb;
  const folders = watchDock({
    ...common,
    folders: dock.folders,
    leaveUsb: mode !== 'off',
    onEvent: (event) => dockings.hear(event),
  });
  if (mode === 'off') return folders;
  const usb = new UsbDock({
    ...common,
    mode,
    machine: usbMachine,
    profiles: station.profiles,
    base: dock.usb.mountFolder,
    portName: (path) => namedPorts(station.db).find((one) => one.path === path)?.port ?? path,
    onEvent: (event) => dockings.hear(event),
  });
  dockings.emptying.openBy((root) => usb.writing(root));
  usb.start();
  const hints = await busHints(() => usb.hint());
  if (hints.silent === 'no_udev') station.room.log('udev does not run: the bus is scanned alone', {});
  return {
    async close() {
      hints.close();
      await Promise.all([folders.close(), usb.close()]);
    },
  };
}

const dayMs = 86_400_000;

/** The hourly checkpoint, and another try for what a failing disk has left secured; a store's uploads try by themselves. */
function chores(
  station: Station,
  dockings: Dockings,
  fatal: (error: unknown) => void,
): readonly NodeJS.Timeout[] {
  const every = (ms: number, chore: () => Promise<unknown>): NodeJS.Timeout =>
    setInterval(() => {
      chore().catch(fatal);
    }, ms);
  return [
    every(station.config.ledger.checkpointMinutes * 60_000, () => station.checkpoint()),
    ...(station.uploads === null ? [every(60_000, () => storeSecured(station.room, station.db))] : []),
    every(60_000, () => station.backups.catchUp()),
    every(eraseEveryMs, () => dockings.emptyWhatMay()),
    ...(station.tidy === null ? [] : [every(dayMs, station.tidy)]),
  ];
}

/** Verdicts fall as recordings come in and as time passes; what is missing is looked for every hour. */
async function judgeAsTimePasses(station: Station, signal: AbortSignal): Promise<void> {
  const last = { closed: Number.NEGATIVE_INFINITY, looked: Number.NEGATIVE_INFINITY };
  await againAndAgain(station, signal, 'judging failed', {
    chore: async () => {
      await station.desk.catchUp(signal);
      await watched(station, last, signal);
      await station.room.alarms.settle('judging_failed', 'station');
    },
    failed: (found) => station.room.alarms.raise('judging_failed', 'warning', 'station', { found }),
  });
}

/** Beside the verdicts, which wait for no position. */
async function locateAsTheyCome(station: Station, signal: AbortSignal): Promise<void> {
  await againAndAgain(station, signal, 'locating failed', {
    chore: async () => {
      await station.locating.catchUp(signal);
      await station.room.alarms.settle('locating_failed', 'daemon');
    },
    failed: (found) =>
      station.room.alarms.raise('locating_failed', 'warning', 'daemon', { evidence: '–', found }),
  });
}

/** Apart from the verdicts, which wait for nothing here either. */
async function findAsTheyCome(station: Station, signal: AbortSignal): Promise<void> {
  await againAndAgain(station, signal, 'finding failed', {
    chore: async () => {
      await station.finder.findAll(signal);
      await station.room.alarms.settle('finding_failed', 'station');
    },
    failed: (found) => station.room.alarms.raise('finding_failed', 'warning', 'station', { found }),
  });
}

/** What was written is found by its words a moment later. */
async function indexAsTheyCome(station: Station, signal: AbortSignal): Promise<void> {
  const index = new SearchIndex(station.db, station.room.ledger);
  await againAndAgain(station, signal, 'indexing failed', {
    chore: async () => {
      await index.catchUp(signal);
    },
    failed: async () => undefined,
  });
}

/** Locks, holds and disposals follow what is tagged, closed and approved. */
async function keepAsOrdered(station: Station, signal: AbortSignal): Promise<void> {
  await againAndAgain(station, signal, 'retention failed', {
    chore: () => station.retention.catchUp({ signal }),
    failed: (found) =>
      station.room.alarms.raise('retention_failing', 'warning', station.room.vault.id, { found }),
  });
}

/** Last of all, and never while a card is read. */
async function makeViewingCopies(station: Station, signal: AbortSignal): Promise<void> {
  await againAndAgain(station, signal, 'viewing failed', {
    chore: () => station.viewing.look(),
    failed: (found) =>
      station.room.alarms.raise('viewing_failing', 'warning', 'station', { evidence: '–', found }),
  });
}

/** A ledger that cannot be written stops everything; whatever else fails here must not stop intake. */
async function againAndAgain(
  { room }: Station,
  signal: AbortSignal,
  message: string,
  { chore, failed }: { chore: () => Promise<unknown>; failed: (found: string) => Promise<void> },
): Promise<void> {
  while (!signal.aborted) {
    let pause = choreEveryMs;
    try {
      await chore();
    } catch (error) {
      if (error instanceof CustodyError) throw error;
      room.log(message, { error: String(error) });
      await failed(error instanceof Error ? error.message : String(error));
      pause = choreAgainMs;
    }
    await wait(pause, undefined, { signal }).catch(() => undefined);
  }
}

async function watched(
  { watch, room, access }: Station,
  last: { closed: number; looked: number },
  signal: AbortSignal,
): Promise<void> {
  const now = room.clock.monotonicMs();
  if (now - last.looked >= lookEveryMs) {
    [last.looked, last.closed] = [now, now];
    await watch.look(signal);
  } else if (now - last.closed >= closeEveryMs) {
    last.closed = now;
    await access.requests.expire();
    await watch.closeGone();
  }
}
