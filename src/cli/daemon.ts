import type { DockingSnapshot } from '../intake/progress.ts';
import { giveOrder } from '../station/control-socket.ts';
import { placesIn, readStationFile } from '../station/data-folder.ts';
import { StationError } from '../station/error.ts';
import type { Order } from '../station/orders.ts';
import type { Cli, CommonOptions } from './command.ts';
import { configFor, personHere } from './surroundings.ts';

/** What the running daemon has under way; null where none runs. Error: `station.daemon_silent`. */
export async function liveDockings(cli: Cli, socket: string): Promise<readonly DockingSnapshot[] | null> {
  const request = {
    order: { order: 'status', args: {} },
    actor: personHere(),
    language: cli.language,
  } as const;
  const answer = await giveOrder(socket, request, () => undefined);
  if (answer === null) return null;
  // The daemon is this program: its answer has the shape that `carryOut` gives it.
  const { dockings } = answer.done as { readonly dockings: readonly DockingSnapshot[] };
  return dockings;
}

/**
 * Gives an order about a docking. Without a daemon there is none under way, and the station is not opened to find that
 * out. Errors: `station.docking_unknown`, those of the order.
 */
export async function orderDocking(
  cli: Cli,
  options: CommonOptions,
  order: Extract<Order, { order: 'control' | 'first' }>,
): Promise<void> {
  const config = configFor(cli, options);
  const places = placesIn(config.dataFolder, config.vault.folder);
  readStationFile(places);
  const request = { order, actor: personHere(), language: cli.language };
  const answer = await giveOrder(places.socket, request, () => undefined);
  if (answer !== null) return;
  const { docking } = order.args;
  throw new StationError('station.docking_unknown', { docking }, { field: 'DOCKING' });
}
