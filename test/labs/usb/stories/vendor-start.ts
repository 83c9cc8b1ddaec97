import { recorderFiles } from '../card-files.ts';
import { makeCard } from '../cards.ts';
import type { Story } from '../lab.ts';

/** As `devices/ambarella-a12.yaml` knows it before the vendor's login; after it the number is another one. */
const locked = {
  vendorId: '4255',
  productId: '0001',
  manufacturer: 'Ambarella',
  product: 'A12',
  serial: 'SN-1180001',
};
const unlocked = { ...locked, productId: '1001' };

export const vendorStart: Story = {
  promise:
    'a recorder that keeps its card locked is known, a person is told to unlock it, and then it is taken in whole',
  async tell(t, lab) {
    const card = await makeCard({
      filesystem: 'vfat',
      files: recorderFiles({ device: '1180001', kibibytes: 256 }),
    });
    const starting = await lab.plugVendorGadget(locked);
    const [raised] = await lab.has('alarm.raised', ({ data }) => data['code'] === 'recorder_vendor_mode');
    const { alarms } = await lab.station.alarms();
    const alarm = alarms.find((one) => one.alarm === raised.data['alarm']);
    t.match(alarm, { code: 'recorder_vendor_mode', severity: 'warning', params: { name: 'A12' } });
    t.match(alarm?.message, /A12\) has not opened its storage\. Switch it to its USB disk mode/);
    t.strictSame(await lab.entries('docking.started'), [], 'no docking of what shows no card');

    await starting.pull();
    const disk = await lab.plugGadget(card, unlocked);
    const [device] = await lab.has('docking.device');
    t.match(device.data, {
      usbId: '4255:1001',
      manufacturer: 'Ambarella',
      product: 'A12',
      serial: 'SN-1180001',
    });
    t.equal(device.data['path'], alarm?.params['port'], 'at the port that the person was told of');
    const { docking, ...counts } = await lab.takenIn(device.data['path']);
    t.match(counts, { stored: 3, failed: 0 });
    await lab.isStored(card);
    const [identified] = await lab.has('docking.identified');
    t.match(identified.data, { recorder: '1180001' });
    await disk.pull();
    t.equal(await lab.ended(docking), 'taken');
  },
};
