import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { BackupDesk } from '../../../src/station/backup/backup-desk.ts';
import { newestBackup } from '../../../src/station/backup/standing.ts';
import type { Station } from '../../../src/station.ts';
import { at, type BackedUpStation, backedUpStation, filesOf } from '../../support/backups.ts';
import { SetClock } from '../../support/tamper-ledger.ts';

/** A desk whose clock the test sets, over an open station. */
function deskOf(made: BackedUpStation, station: Station, backup: Record<string, unknown> = {}) {
  const clock = new SetClock();
  clock.instant = Temporal.Instant.from('2026-11-22T02:30:00+08:00');
  const { places, file, db, room, checkpoint } = station;
  const { ledger, alarms, turns, step } = room;
  const config = { ...made.config, backup: { ...made.config.backup, ...backup } };
  const desk = new BackupDesk({
    ...{ config, configFile: made.configFile, places, station: file, program: 'test' },
    ...{ db, ledger, alarms, clock, turns, checkpoint, step },
  });
  return { desk, clock };
}

const alarmsOf = ({ db }: Station): readonly string[] =>
  db
    .prepare<[], string>(
      `SELECT code FROM view_alarm JOIN view_alarm_life USING (alarm) WHERE state <> 'closed' ORDER BY raised`,
    )
    .pluck()
    .all();

t.test('a day after day the station has a backup, and no more of them than it is to keep', async (t) => {
  const made = await backedUpStation(t, { keep: 2 });
  writeFileSync(join(made.backups, 'docket-ST01-00000000-20200101T000000Z.tar.age'), 'of another station');
  await at(made, async (station) => {
    const { desk, clock } = deskOf(made, station);
    const files: string[] = [];
    for (let day = 0; day < 4; day++) {
      const backup = await desk.catchUp();
      files.push(backup?.file ?? '');
      clock.instant = clock.instant.add({ hours: 23, minutes: 59 });
      t.equal(await desk.catchUp(), null, 'one a day');
      clock.instant = clock.instant.add({ minutes: 1 });
    }
    t.same(filesOf(made), [...files.slice(-2), 'docket-ST01-00000000-20200101T000000Z.tar.age'].toSorted());
    t.equal(newestBackup(station.db)?.file, files.at(-1));
    t.same(alarmsOf(station), ['backup_same_disk']);
  });
});

t.test('an older backup goes only for one that stands whole', async (t) => {
  const made = await backedUpStation(t, { keep: 2 });
  await at(made, async (station) => {
    const { desk, clock } = deskOf(made, station);
    const files: string[] = [];
    for (let day = 0; day < 3; day++) {
      files.push((await desk.catchUp())?.file ?? '');
      clock.instant = clock.instant.add({ hours: 24 });
      // Somebody has cut the second one short, and taken the third away.
      if (day === 1) truncateSync(join(made.backups, files[1] ?? ''), 100);
      if (day === 2) rmSync(join(made.backups, files[2] ?? ''));
    }
    t.ok(existsSync(join(made.backups, files[0] ?? '')), 'two whole ones were never there before');
    await desk.catchUp();
    t.ok(existsSync(join(made.backups, files[0] ?? '')));
    clock.instant = clock.instant.add({ hours: 24 });
    const last = await desk.catchUp();
    t.same(last?.removed, [files[0]]);
    t.notOk(existsSync(join(made.backups, files[0] ?? '')));
  });
});

t.test('what is written elsewhere by hand removes nothing there, and puts off no daily backup', async (t) => {
  const made = await backedUpStation(t, { keep: 1 });
  const stick = join(made.home, 'stick');
  await at(made, async (station) => {
    const { desk, clock } = deskOf(made, station);
    await t.rejects(desk.make(stick, station.room.actor), { code: 'backup.folder_missing' });
    t.notOk(existsSync(stick), 'a folder for backups is never made');
    await desk.make(made.backups, station.room.actor);
    clock.instant = clock.instant.add({ seconds: 1 });
    await desk.make(made.backups, station.room.actor);
    t.equal(filesOf(made).length, 2);
    clock.instant = clock.instant.add({ hours: 24 });
    t.equal((await desk.catchUp())?.removed.length, 2, 'in the configured folder only the newest stays');
  });
});

t.test('without a public key there is no backup, and an alarm says what to do', async (t) => {
  const made = await backedUpStation(t);
  await at(made, async (station) => {
    const { desk } = deskOf(made, station, { recipient: null });
    await t.rejects(desk.make(null, station.room.actor), { code: 'backup.no_recipient' });
    t.equal(await desk.catchUp(), null);
    t.same(alarmsOf(station), ['backup_no_recipient']);
    t.same(filesOf(made), []);
    await t.rejects(deskOf(made, station, { folder: null }).desk.make(null, station.room.actor), {
      code: 'backup.no_folder',
    });
    t.equal(await deskOf(made, station, { folder: null }).desk.catchUp(), null, 'none is wished for');
  });
});

t.test('a backup that cannot be made is an alarm, is tried again, and never stops the station', async (t) => {
  const made = await backedUpStation(t);
  rmSync(made.backups, { recursive: true });
  await at(made, async (station) => {
    const { desk, clock } = deskOf(made, station);
    t.equal(await desk.catchUp(), null);
    t.same(alarmsOf(station), ['backup_failed']);
    mkdirSync(made.backups);
    t.equal(await desk.catchUp(), null, 'not every minute');
    clock.instant = clock.instant.add({ hours: 1 });
    t.ok(await desk.catchUp());
    t.same(alarmsOf(station), ['backup_same_disk'], 'one that was made closes the alarm');
  });
});

t.test('a disk that is too small keeps nothing of a backup, and the older ones', async (t) => {
  const made = await backedUpStation(t);
  const [roomy, disk] = [join(made.home, 'roomy'), join(made.home, 'disk')];
  for (const folder of [roomy, disk]) mkdirSync(folder);
  await at(made, async (station) => {
    const measured = await deskOf(made, station, { folder: roomy, keep: 1 }).desk.catchUp();
    const bytes = statSync(join(roomy, measured?.file ?? '')).size;
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${Math.ceil(bytes * 1.5)}`, 'tmpfs', disk]);
    t.teardown(() => execFileSync('umount', ['-l', disk]));
    const { desk, clock } = deskOf(made, station, { folder: disk, keep: 1 });
    clock.instant = clock.instant.add({ hours: 24 });
    const first = await desk.catchUp();
    t.ok(first, 'there is room for one');
    clock.instant = clock.instant.add({ hours: 24 });
    t.equal(await desk.catchUp(), null);
    t.same(readdirSync(disk), [first?.file]);
    const raised = station.db.prepare('SELECT code, params FROM view_alarm').all();
    t.match(raised.at(-1), { code: 'backup_failed', params: /ENOSPC/ });
  });
});

t.test('no name of a folder stands in what is public of an entry', async (t) => {
  const made = await backedUpStation(t);
  await at(made, async (station) => {
    await deskOf(made, station).desk.catchUp();
    const { desk } = deskOf(made, station, { folder: join(made.home, '张三') });
    await desk.catchUp();
    const leaves = station.db.prepare<[], Buffer>('SELECT leaf FROM ledger_entry').pluck().all();
    t.ok(alarmsOf(station).includes('backup_failed'));
    for (const leaf of leaves) t.notOk(leaf.includes(made.home), leaf.toString('utf8'));
  });
});

t.test('a folder within the station itself is no place for its backups', async (t) => {
  const made = await backedUpStation(t);
  await at(made, async (station) => {
    const { desk } = deskOf(made, station);
    for (const folder of [made.data, join(made.data, 'keys'), made.vault, join(made.vault, 'log')])
      await t.rejects(desk.make(folder, station.room.actor), { code: 'backup.folder_inside' }, folder);
  });
});

t.test('a station that stops gives up a backup that is under way and leaves no half of it', async (t) => {
  const made = await backedUpStation(t);
  const failed = await at(made, async (station) => {
    const { ledger, actor } = station.room;
    const big = 'x'.repeat(50_000);
    for (let n = 0; n < 400; n++)
      await ledger.append([
        {
          type: 'recorder.registered',
          actor,
          subject: { kind: 'recorder', id: `R${n}` },
          data: { recorder: `R${n}`, profile: null },
          personal: { holder: `${big}${n}` },
        },
      ]);
    const making = station.backups.make(null, actor).then(
      () => null,
      (error: unknown) => error,
    );
    while (!existsSync(join(made.data, 'backup.work', 'station.db')))
      await new Promise((go) => setTimeout(go, 5));
    await station.backups.stop();
    return await making;
  });
  if (failed !== null) t.match(failed, { code: 'backup.stopped' });
  t.equal(filesOf(made).length, failed === null ? 1 : 0, 'a whole one or none');
  t.notOk(existsSync(join(made.data, 'backup.work')));
});
