import type { Server } from 'node:net';
import { type OrderHandler, serveDoor } from '../station/control-socket.ts';
import type { Station } from '../station.ts';

/** Opens the door for accounts where the configuration has one. One that does not open is told; all else goes on. */
export async function doorOf({ config, room }: Station, take: OrderHandler): Promise<Server | null> {
  const { doorSocket } = config.access;
  if (doorSocket === null) return null;
  try {
    const door = await serveDoor(doorSocket, take);
    await room.alarms.settle('door_unavailable', 'daemon');
    return door;
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    await room.alarms.raise('door_unavailable', 'warning', 'daemon', { found });
    return null;
  }
}
