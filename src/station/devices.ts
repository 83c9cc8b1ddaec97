import { machine } from '../custody/alarms.ts';
import type { DeviceKind } from '../dock/usb/device-kind.ts';
import { namedPorts } from '../dock/usb/ports.ts';
import type { UsbDevice } from '../dock/usb/sysfs.ts';
import type { DeviceEvent } from '../dock/usb/usb-machine.ts';
import type { Station } from '../station.ts';

/** What the bus shows beside cards: told to the log, the ledger or a person, as each deserves. */
export class DeviceWitness {
  readonly #station: Station;

  constructor(station: Station) {
    this.#station = station;
  }

  /** Rejects where the ledger cannot be written. */
  async hear(event: DeviceEvent): Promise<void> {
    const { room } = this.#station;
    switch (event.kind) {
      case 'bus':
        room.log(event.there ? 'USB bus is there' : 'no USB bus; folders are watched alone', {});
        return;
      case 'device_attached':
        await this.#attached(event.device, event.is, event.atStart);
        return;
      case 'device_detached':
        room.log('USB device gone', { path: event.device.path, usbId: event.device.id });
        return;
      case 'volume_failing': {
        const { device, error } = event;
        const port = this.#portOf(device);
        await room.alarms.raise('volume_failing', 'warning', device.path, { port, found: error.message });
      }
    }
  }

  async #attached(device: UsbDevice, is: DeviceKind, atStart: boolean): Promise<void> {
    const { room } = this.#station;
    const port = this.#portOf(device);
    const name = device.product ?? device.id;
    room.log('USB device', { path: device.path, usbId: device.id, is });
    switch (is) {
      case 'vendor_mode':
        await room.alarms.raise('recorder_vendor_mode', 'warning', device.path, { port, name });
        return;
      case 'media_transfer':
        await room.alarms.raise('recorder_media_transfer', 'warning', device.path, { port, name });
        return;
      case 'other':
        // The station's own keyboard and mouse were there before the daemon.
        if (!atStart) await this.#foreign(device, port, name);
        return;
      case 'storage':
        // It was switched over and docked again.
        await room.alarms.settle('recorder_vendor_mode', device.path);
        await room.alarms.settle('recorder_media_transfer', device.path);
        return;
      case 'hub':
    }
  }

  async #foreign(device: UsbDevice, port: string, name: string): Promise<void> {
    const { room } = this.#station;
    const { path, id, serial, product, classes } = device;
    await room.ledger.append([
      {
        type: 'device.ignored',
        actor: machine,
        subject: { kind: 'port', id: port },
        data: { path, usbId: id, serial, product, kind: 'other', classes },
        personal: {},
      },
    ]);
    await room.alarms.raise('foreign_device', 'warning', path, { port, name });
  }

  #portOf({ path }: UsbDevice): string {
    return namedPorts(this.#station.db).find((one) => one.path === path)?.port ?? path;
  }
}
