import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { mirroredStation, quiet, within } from '../../support/mirrored.ts';
import { docketHere, rowsOf } from '../../support/sound-station.ts';
import { bareStation, testStation } from '../../support/stations.ts';

const known = 'SELECT vault, place FROM view_mirror ORDER BY seq';

t.test('init adds a mirror to a station that has been running, and repeated changes nothing', async (t) => {
  const station = await testStation(t);
  t.match((await docketHere(station, ['status'])).json, { mirror: { mirror: null } });
  const folder = join(station.folder, 'disk', 'mirror');
  await station.configure({ vault: { mirror: { kind: 'local', folder } } });
  const made = await docketHere(station, ['init']);
  t.match(made.json, { mirror: { place: folder, kind: 'local' } });
  const marker = readFileSync(join(folder, 'docket-vault.json'), 'utf8');
  t.same((await docketHere(station, ['init'])).json, made.json);
  t.equal(readFileSync(join(folder, 'docket-vault.json'), 'utf8'), marker);
  const [mirror] = rowsOf<{ vault: string }>(station, known);
  t.equal(rowsOf(station, known).length, 1);
  t.match(marker, mirror?.vault);
  t.notMatch(
    readFileSync(join(station.vault, 'docket-vault.json'), 'utf8'),
    mirror?.vault,
    'an id of its own',
  );
  t.equal((await docketHere(station, ['verify'])).code, 0);
});

t.test('the vault itself, or the vault of somebody else, is made no mirror', async (t) => {
  const made = await mirroredStation(t);
  const { station, mirror } = made;
  const foreign = async (folder: string) => {
    await station.configure({ vault: { mirror: { kind: 'local', folder } } });
    const { code, json } = await docketHere(station, ['init']);
    t.equal(code, 6);
    t.match(json, { error: { code: 'station.mirror_foreign' } });
  };
  await foreign(station.vault);
  const other = await mirroredStation(t);
  await foreign(other.station.vault);
  t.equal(rowsOf(station, known).length, 1);
  await station.configure({ vault: { mirror: { kind: 'local', folder: mirror } } });
  t.equal((await docketHere(station, ['init'])).code, 0);
});

t.test('cut off between marker and entry, the next init takes up what it made', async (t) => {
  const station = await bareStation();
  t.teardown(() => station.remove());
  const folder = join(station.folder, 'mirror');
  t.equal((await docketHere(station, ['init'])).code, 0);
  await station.configure({ vault: { mirror: { kind: 'local', folder } } });
  const struck = await station.run(['init'], { fault: 'ledger.commit.before:1:kill' });
  t.equal(struck.signal, 'SIGKILL');
  const marker = readFileSync(join(folder, 'docket-vault.json'), 'utf8');
  t.equal(rowsOf(station, known).length, 0);
  t.equal((await docketHere(station, ['init'])).code, 0);
  t.equal(readFileSync(join(folder, 'docket-vault.json'), 'utf8'), marker);
  t.match(marker, rowsOf<{ vault: string }>(station, known)[0]?.vault);
});

t.test(
  'a mirror that was moved is known again by its marker; a configured one that was never made is an alarm',
  async (t) => {
    const made = await mirroredStation(t);
    const { station, mirror } = made;
    await within(made, (opened) => opened.mirror.catchUp(quiet()));
    const moved = join(station.folder, 'elsewhere');

    renameSync(mirror, moved);
    await station.configure({ vault: { mirror: { kind: 'local', folder: moved, immutable: 'off' } } });
    await within(made, async (opened) => {
      t.equal(await opened.mirror.catchUp(quiet()), null);
      t.ok(rowsOf(station, "SELECT 1 FROM view_alarm WHERE code = 'mirror_not_made'").length > 0);
    });
    t.equal(existsSync(mirror), false);
    t.equal((await docketHere(station, ['init'])).code, 0);
    const rows = rowsOf<{ vault: string; place: string }>(station, known);
    t.same(
      rows.map(({ place }) => place),
      [mirror, moved],
    );
    t.equal(rows[0]?.vault, rows[1]?.vault);
    t.same(rowsOf(station, 'SELECT * FROM work_single'), [], 'what is in it counts');
    await within(made, async (opened) => {
      t.same(await opened.mirror.catchUp(quiet()), { copied: 0, failed: 0 });
    });
    rmSync(moved, { recursive: true });
  },
);
