import type { Story } from '../lab.ts';

export const foreignDevices: Story = {
  promise: 'a keyboard and a network adapter plugged into the dock are ignored and recorded',
  foreign: true,
  async tell(t, lab) {
    await lab.plugOther('keyboard');
    await lab.plugOther('network');
    const ignored = await lab.has('device.ignored', () => true, 2);
    const classes = ignored.flatMap(({ data }) => data['classes']);
    t.ok(classes.includes('03'), 'an input device');
    t.ok(classes.includes('02'), 'a network adapter');
    t.strictSame(await lab.entries('docking.started'), [], 'no docking');
    const alarms = await lab.has('alarm.raised', ({ data }) => data['code'] === 'foreign_device', 2);
    t.equal(alarms.length, 2, 'one alarm each');
  },
};
