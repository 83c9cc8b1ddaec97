import type { DockingSnapshot } from '../intake/progress.ts';
import type { UploadState } from '../intake/uploads/upload-queue.ts';
import { giveOrder } from '../station/control-socket.ts';
import { placesIn, readStationFile } from '../station/data-folder.ts';
import { StationError } from '../station/error.ts';
import type { Order } from '../station/orders.ts';
import type { ViewingState } from '../viewing/desk.ts';
import type { Cli, CommonOptions } from './command.ts';
import { configFor, personHere } from './surroundings.ts';

/** What a running daemon has under way. */
export interface LiveState {
  readonly dockings: readonly DockingSnapshot[];
  /** Null where originals are stored within their docking. */
  readonly uploads: UploadState | null;
  readonly viewing: ViewingState;
}

/** What the running daemon has under way; null where none runs. Error: `station.daemon_silent`. */
export async function liveState(cli: Cli, socket: string): Promise<LiveState | null> {
  const request = {
    order: { order: 'status', args: {} },
    actor: personHere(),
    language: cli.language,
  } as const;
  const answer = await giveOrder(socket, request, () => undefined);
  if (answer === null) return null;
  // The daemon is this program: its answer has the shape that `carryOut` gives it.
  return answer.done as LiveState;
}

/**
 * Gives an order about a docking; its answer. Without a daemon there is none under way, and the station is not opened to find that
 * out. Errors: `station.docking_unknown`, those of the order.
 */
export async function orderDocking(
  cli: Cli,
  options: CommonOptions,
  order: Extract<Order, { order: 'control' | 'first' | 'goFirst' | 'erasable' | 'erase' }>,
): Promise<unknown> {
  const config = configFor(cli, options);
  const places = placesIn(config.dataFolder, config.vault.folder);
  readStationFile(places);
  const request = { order, actor: personHere(), language: cli.language };
  const answer = await giveOrder(places.socket, request, () => undefined);
  if (answer !== null) return answer.done;
  const { docking } = order.args;
  throw new StationError('station.docking_unknown', { docking }, { field: 'DOCKING' });
}
