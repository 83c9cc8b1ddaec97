import { renameSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { loadConfig } from '../../../src/config.ts';
import { placesIn } from '../../../src/station/data-folder.ts';
import { mirrorCheck } from '../../../src/station/doctor/mirror.ts';
import { docketHere } from '../../support/sound-station.ts';
import { testStation } from '../../support/stations.ts';

t.test(
  'the doctor says whether there is a mirror, whether it is there, and whether it would outlive the disk',
  async (t) => {
    const station = await testStation(t);
    const folder = join(station.folder, 'mirror');
    const check = async () => {
      const config = loadConfig(station.config, { dataOverride: station.data, env: {} });
      return await mirrorCheck('en', config, placesIn(station.data, config.vault.folder));
    };
    t.match(await check(), { check: 'mirror', state: 'warning', says: /no mirror/ });
    await station.configure({ vault: { mirror: { kind: 'local', folder, immutable: 'off' } } });
    t.match(await check(), { state: 'warning', says: /has not been made/, next: /docket init/ });
    t.equal((await docketHere(station, ['init'])).code, 0);
    t.match(await check(), { state: 'warning', says: /same disk/ });
    renameSync(folder, `${folder}-unmounted`);
    t.match(await check(), { state: 'failed', says: /docket-vault.json/ });
  },
);
