import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { exitCodeOf } from '../../src/cli/exit-codes.ts';
import { type Places, placesIn, readStationFile } from '../../src/station/data-folder.ts';
import { StationError } from '../../src/station/error.ts';
import { initialised } from '../support/tamper-station.ts';

const nobody = 65_534;

/** As another user of the operating system reads it: its mode does not hold back the superuser. */
function readByAnother(places: Places): unknown {
  const superuser = process.geteuid?.() === 0;
  chmodSync(places.folder, superuser ? 0o700 : 0);
  if (superuser) process.seteuid?.(nobody);
  try {
    return readStationFile(places);
  } catch (error) {
    return error;
  } finally {
    if (superuser) process.seteuid?.(0);
    chmodSync(places.folder, 0o700);
  }
}

t.test('another user is told that they may not, and not to create a station', async (t) => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'docket-other-user-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  chmodSync(folder, 0o755);
  const { places } = await initialised(folder);
  const refused = readByAnother(places);
  t.match(refused, { code: 'station.no_permission', params: { folder: places.folder } });
  t.equal(refused instanceof StationError && exitCodeOf(refused), 6);
  t.equal(readStationFile(places).code, 'ST01', 'its owner reads it as ever');
  const none = placesIn(join(folder, 'elsewhere'), null);
  t.throws(() => readStationFile(none), { code: 'station.not_initialised' });
});
