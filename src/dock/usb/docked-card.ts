import { join } from 'node:path';
import type { DockedDeviceFacts } from '../../custody/entry-kinds.ts';
import { cardInFolder, type DockedCard } from '../card.ts';
import { slowLink } from './device-kind.ts';
import { keyOf, type Plugged, type Standing } from './plugged.ts';
import type { UsbDevice } from './sysfs.ts';
import type { Volume } from './volumes.ts';

/**
 * Some volumes of a recorder as one card: a single one is its own root, those of a two-part recorder lie in folders
 * below `base`. The `place`th card of a recorder, from 0, has a port of its own.
 */
export function dockedCard(
  { device, mounted }: Plugged,
  volumes: readonly Volume[],
  { port, base, place }: { readonly port: string; readonly base: string; readonly place: number },
): DockedCard {
  const parts = volumes.flatMap((volume) => {
    const standing = mounted.get(keyOf(volume));
    return standing === undefined ? [] : [{ volume, standing }];
  });
  const [first] = parts;
  const root = parts.length === 1 && first !== undefined ? first.standing.point : join(base, device.path);
  const labels = parts.flatMap(({ standing }) => standing.found?.label ?? []);
  return {
    ...cardInFolder(place === 0 ? port : `${port}-${first?.volume.name ?? place}`, root),
    readOnly: parts.every(({ standing }) => standing.readOnly),
    usbSerial: device.serial,
    usbId: device.id,
    usbProduct: device.product,
    volumeLabel: labels[0] ?? null,
    volumes: parts.length === 1 ? [] : parts.map(({ volume }) => volume.name),
    device: factsOf(device, parts),
  };
}

function factsOf(
  device: UsbDevice,
  parts: readonly { readonly volume: Volume; readonly standing: Standing }[],
): DockedDeviceFacts {
  const { path, id, serial, product, manufacturer, megabitsPerSecond } = device;
  return {
    ...{ path, usbId: id, serial, product, manufacturer, megabitsPerSecond },
    slowLink: slowLink(device),
    volumes: parts.map(({ volume, standing }) => ({
      name: volume.name,
      filesystem: standing.found?.type ?? null,
      bytes: volume.bytes,
      freeBytes: standing.freeBytes,
      writeProtected: volume.disk.writeProtected,
    })),
  };
}
