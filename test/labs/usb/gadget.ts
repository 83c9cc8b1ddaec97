import type { CardImage } from './cards.ts';
import type { Guest } from './guest.ts';

/** What QEMU's own sticks cannot have: a maker, a model and numbers of one's choice. */
export interface GadgetOptions {
  /** Four hex digits each. */
  readonly vendorId: string;
  readonly productId: string;
  readonly manufacturer: string;
  readonly product: string;
  readonly serial: string;
}

/** A recorder that the guest's kernel plays to itself: a gadget on a dummy host controller. */
export interface Gadget {
  readonly serial: string;
  /** As pulling the cable does; pulled already, nothing. */
  pull(): Promise<void>;
  plugAgain(): Promise<void>;
}

const configfs = '/sys/kernel/config';

/** Plugs in a recorder with this identity; its card is write-protected. Two of them fit at a time. */
export function plugGadget(guest: Guest, card: CardImage, options: GadgetOptions): Promise<Gadget> {
  const lun = 'functions/mass_storage.0/lun.0';
  return plugFunction(guest, options, 'mass_storage.0', [
    write('1', `${lun}/ro`),
    write('1', `${lun}/removable`),
    write(card.inGuest, `${lun}/file`),
  ]);
}

/** Plugs in a recorder that does not show its card: all it has is an interface of its vendor's own class. */
export function plugVendorGadget(guest: Guest, options: GadgetOptions): Promise<Gadget> {
  return plugFunction(guest, options, 'Loopback.0', []);
}

async function plugFunction(
  guest: Guest,
  options: GadgetOptions,
  name: 'mass_storage.0' | 'Loopback.0',
  settings: readonly string[],
): Promise<Gadget> {
  const { vendorId, productId, manufacturer, product, serial } = options;
  const folder = `${configfs}/usb_gadget/${vendorId}_${productId}_${serial.replace(/\W/g, '_')}`;
  await guest.must(
    [
      'set -e',
      'modprobe dummy_hcd num=2 is_super_speed=1; modprobe libcomposite',
      'modprobe usb_f_mass_storage; modprobe usb_f_ss_lb',
      `mountpoint -q ${configfs} || mount -t configfs none ${configfs}`,
      `mkdir ${folder}; cd ${folder}`,
      write(`0x${vendorId}`, 'idVendor'),
      write(`0x${productId}`, 'idProduct'),
      `mkdir strings/0x409 configs/c.1 functions/${name}`,
      write(manufacturer, 'strings/0x409/manufacturer'),
      write(product, 'strings/0x409/product'),
      write(serial, 'strings/0x409/serialnumber'),
      ...settings,
      `ln -s functions/${name} configs/c.1/`,
    ].join('\n'),
  );
  let isIn = false;
  const plug = async (): Promise<void> => {
    const busy = `cat ${configfs}/usb_gadget/*/UDC`;
    await guest.must(`for udc in $(ls /sys/class/udc); do
      if ! ${busy} | grep -qx $udc; then echo $udc >${folder}/UDC; exit; fi
    done; echo 'no free dummy controller' >&2; exit 1`);
    isIn = true;
  };
  await plug();
  return {
    serial,
    plugAgain: plug,
    pull: async () => {
      if (!isIn) return;
      isIn = false;
      await guest.must(`echo >${folder}/UDC`);
    },
  };
}

function write(text: string, file: string): string {
  return `echo ${quoted(text)} >${file}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
