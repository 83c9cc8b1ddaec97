import { recorderFiles } from '../card-files.ts';
import { makeCard } from '../cards.ts';
import type { Story } from '../lab.ts';

const identity = {
  vendorId: '22b8',
  productId: '4a01',
  manufacturer: 'Acme Video',
  product: 'BWC 3',
  serial: 'SN-000123',
};

export const ownIdentity: Story = {
  promise: 'the maker, the model and the serial number that a recorder shows on the bus are in the ledger',
  async tell(t, lab) {
    const files = recorderFiles({ device: '1110001', kibibytes: 256 });
    const card = await makeCard({ filesystem: 'vfat', files });
    const gadget = await lab.plugGadget(card, identity);
    const [device] = await lab.has('docking.device');
    t.match(device.data, {
      usbId: '22b8:4a01',
      manufacturer: 'Acme Video',
      product: 'BWC 3',
      serial: 'SN-000123',
      volumes: [{ filesystem: 'vfat', writeProtected: true }],
    });
    const { docking, ...counts } = await lab.takenIn(device.data['path']);
    t.match(counts, { stored: 3, failed: 0 });
    await lab.isStored(card);
    await gadget.pull();
    t.equal(await lab.ended(docking), 'taken');
  },
};
