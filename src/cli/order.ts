import { AccessError } from '../access/error.ts';
import type { DockingSnapshot } from '../intake/progress.ts';
import type { SignedBy } from '../station/carry-out-as.ts';
import { giveOrder } from '../station/control-socket.ts';
import { placesIn, readStationFile } from '../station/data-folder.ts';
import type { Order } from '../station/orders.ts';
import { say } from '../texts/say.ts';
import type { Cli, CommonOptions } from './command.ts';
import { configFor, personHere, writing } from './surroundings.ts';

/**
 * Has an order carried out: by the running daemon, or without one by this process, which then holds the data folder
 * for as long as it takes. With `--as` an account signs it.
 */
export async function order(
  cli: Cli,
  options: CommonOptions,
  what: Order,
  onProgress: (snapshot: DockingSnapshot) => void = () => undefined,
): Promise<unknown> {
  if (options.as === undefined) return await given(cli, options, what, null, onProgress);
  const account = options.as;
  const password = await cli.secret(say(cli.language, 'cli.as.password', { account }));
  try {
    return await given(cli, options, what, { account, password, totp: null }, onProgress);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'access.code_needed')) throw error;
    const totp = await cli.secret(say(cli.language, 'cli.as.code', { account }));
    if (totp === '')
      throw new AccessError('access.code_needed', { account }, { cause: error, field: 'totp' });
    return await given(cli, options, what, { account, password, totp }, onProgress);
  }
}

async function given(
  cli: Cli,
  options: CommonOptions,
  what: Order,
  as: SignedBy | null,
  onProgress: (snapshot: DockingSnapshot) => void,
): Promise<unknown> {
  const config = configFor(cli, options);
  const places = placesIn(config.dataFolder, config.vault.folder);
  const { doorSocket } = config.access;
  const by = { actor: personHere(), as, language: cli.language };
  const atDoor = as !== null && doorSocket !== null;
  // Whoever comes to the door need not be let into the data folder.
  if (!atDoor) readStationFile(places);
  const path = atDoor ? doorSocket : places.socket;
  const answered = await giveOrder(path, { order: what, ...by }, onProgress);
  if (answered !== null) return answered.done;
  if (atDoor) readStationFile(places);
  const { carryOutAs } = await import('../station/carry-out-as.ts');
  const { Dockings } = await import('../station/dockings.ts');
  return await writing(cli, options, async (station) => {
    const dockings = new Dockings(station, onProgress, (error) => cli.note(String(error)));
    return await carryOutAs(station, dockings, what, { ...by, onProgress });
  });
}
