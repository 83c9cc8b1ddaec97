import type { DockingSnapshot } from '../intake/progress.ts';
import { giveOrder } from '../station/control-socket.ts';
import { placesIn, readStationFile } from '../station/data-folder.ts';
import type { Order } from '../station/orders.ts';
import type { Cli, CommonOptions } from './command.ts';
import { configFor, personHere, writing } from './surroundings.ts';

/**
 * Has an order carried out: by the running daemon, or without one by this process, which then holds the data folder
 * for as long as it takes.
 */
export async function order(
  cli: Cli,
  options: CommonOptions,
  what: Order,
  onProgress: (snapshot: DockingSnapshot) => void = () => undefined,
): Promise<unknown> {
  const config = configFor(cli, options);
  const places = placesIn(config.dataFolder, config.vault.folder);
  readStationFile(places);
  const by = { actor: personHere(), language: cli.language };
  const answered = await giveOrder(places.socket, { order: what, ...by }, onProgress);
  if (answered !== null) return answered.done;
  const { carryOut } = await import('../station/carry-out.ts');
  const { Dockings } = await import('../station/dockings.ts');
  return await writing(cli, options, async (station) => {
    const dockings = new Dockings(station, onProgress, (error) => cli.note(String(error)));
    return await carryOut(station, dockings, what, { ...by, onProgress });
  });
}
