import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { watchSingles } from '../../../src/station/mirror/single-watch.ts';
import { originalObject } from '../../../src/vault/local/layout.ts';
import { singles } from '../../../src/vault/mirror/mirror-book.ts';
import { all } from '../../contract/vault.ts';
import { unlock } from '../../support/local-vault.ts';
import { flip, mirroredStation, openAlarmsIn, quiet, typesIn, within } from '../../support/mirrored.ts';
import { docketHere } from '../../support/sound-station.ts';
import { SetClock } from '../../support/tamper-ledger.ts';

t.test('everything goes to the mirror: originals, with their dates, and the log', async (t) => {
  const made = await mirroredStation(t);
  const { mirror, digests, station } = made;
  await within(made, async (opened) => {
    t.equal(singles(opened.db).count, 3);
    t.same(await opened.mirror.catchUp(quiet()), { copied: 3, failed: 0 });
    t.equal(singles(opened.db).count, 0);
    t.same(await opened.mirror.catchUp(quiet()), { copied: 0, failed: 0 }, 'once');
    for (const sha256 of digests) {
      const [here, there] = [station.vault, mirror].map((one) =>
        readFileSync(join(one, originalObject(sha256))),
      );
      t.ok(here && there && here.equals(there));
      const holder = await opened.mirror.holder();
      const until = await opened.room.vault.retainedUntil(sha256);
      t.equal((await holder?.vault.retainedUntil(sha256))?.toString(), until?.toString());
    }
    const [important] = opened.db
      .prepare<[], string>("SELECT subject FROM view_entry WHERE type = 'original.mirrored' ORDER BY seq")
      .pluck()
      .all();
    t.equal(important, `original:${digests[1]}`, 'what the officer marked as important goes first');
    const holder = await opened.mirror.holder();
    const logs = await opened.room.vault.listLogs('');
    t.ok(logs.length > 0);
    t.same(await holder?.vault.listLogs(''), logs);
    for (const name of logs) t.same(await holder?.vault.getLog(name), await opened.room.vault.getLog(name));
    t.same(readdirSync(join(mirror, 'staging')), []);
  });
  t.equal((await docketHere(station, ['verify', '--vault', 'full'])).code, 0);
});

t.test('a mirror whose disk is not there is an alarm, and no folder is made on another disk', async (t) => {
  const made = await mirroredStation(t);
  const { mirror, station } = made;
  renameSync(mirror, `${mirror}-unmounted`);
  await within(made, async (opened) => {
    t.equal(await opened.mirror.catchUp(quiet()), null);
    t.same(openAlarmsIn(opened), ['recorder_unregistered', 'mirror_absent']);
  });
  t.equal(existsSync(mirror), false);
  t.equal((await docketHere(station, ['init'])).code, 0);
  t.equal(existsSync(mirror), false, 'nor by another init: the disk may only be away');
  renameSync(`${mirror}-unmounted`, mirror);
  await within(made, async (opened) => {
    t.same(await opened.mirror.catchUp(quiet()), { copied: 3, failed: 0 });
    t.same(openAlarmsIn(opened), ['recorder_unregistered'], 'what is back closes its alarm');
  });
});

t.test(
  'a disk that goes away while the station runs is missed, and is carried on with when it is back',
  async (t) => {
    const made = await mirroredStation(t);
    const { mirror } = made;
    await within(made, async (opened) => {
      t.ok(await opened.mirror.holder());
      renameSync(mirror, `${mirror}-unmounted`);
      t.equal(await opened.mirror.holder(), null);
      renameSync(`${mirror}-unmounted`, mirror);
    });
    await within(made, async (opened) => {
      t.same(await opened.mirror.catchUp(quiet()), { copied: 3, failed: 0 });
    });
  },
);

t.test('a full mirror fills nothing up, is an alarm, and is carried on with', async (t) => {
  const made = await mirroredStation(t, { vault: { reserveMebibytes: 1 } });
  await within(made, async (opened) => {
    const holder = await opened.mirror.holder();
    if (holder === null) throw new Error('no mirror');
    const { space } = holder.vault;
    holder.vault.space = async () => ({ freeBytes: 1_048_576 + 29_999, totalBytes: 2_097_152 });
    await t.rejects(opened.mirror.catchUp(quiet()), { code: 'vault.full' });
    t.same(readdirSync(join(made.mirror, 'staging')), []);
    holder.vault.space = async () => ({ freeBytes: 1_048_576 + 30_000, totalBytes: 2_097_152 });
    await t.rejects(opened.mirror.catchUp(quiet()), { code: 'vault.full' });
    t.equal(singles(opened.db).count, 2, 'the one that there is room for is there');
    holder.vault.space = space;
    t.same(await opened.mirror.catchUp(quiet()), { copied: 2, failed: 0 });
  });
});

t.test('an original that is damaged is found out before it goes to the mirror', async (t) => {
  const made = await mirroredStation(t);
  const { station, mirror, digests } = made;
  flip(station.vault, digests[0] ?? '');
  await within(made, async (opened) => {
    t.same(await opened.mirror.catchUp(quiet()), { copied: 2, failed: 1 });
    t.same(typesIn(opened, 'original.damaged', 'original.repaired'), ['original.damaged']);
    t.ok(openAlarmsIn(opened).includes('original_unrepaired'));
  });
  t.equal(existsSync(join(mirror, originalObject(digests[0] ?? ''))), false);
});

t.test('what an earlier life of the mirror disk has under a digest goes aside for the copy', async (t) => {
  const made = await mirroredStation(t);
  const { mirror, digests } = made;
  const [sha256 = ''] = digests;
  await within(made, (opened) => opened.mirror.catchUp(quiet()));
  const altered = flip(mirror, sha256);
  const { station } = made;
  rmSync(join(mirror, 'docket-vault.json'));
  t.equal((await docketHere(station, ['init'])).code, 0);
  t.equal(existsSync(join(mirror, 'docket-vault.json')), false);
  t.match((await docketHere(station, ['init', '--new-mirror'])).json, {
    error: { code: 'vault.marker_lost' },
  });
  unlock(mirror);
  rmSync(join(mirror, 'originals'), { recursive: true });
  t.match((await docketHere(station, ['init', '--new-mirror'])).json, { mirror: { place: mirror } });
  await within(made, async (opened) => {
    t.equal(singles(opened.db).count, 3, 'in the new one there is nothing yet');
    const path = join(mirror, originalObject(sha256));
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, altered);
    t.same(await opened.mirror.catchUp(quiet()), { copied: 3, failed: 0 });
    const [kept = ''] = readdirSync(join(mirror, 'damaged'));
    t.same(readFileSync(join(mirror, 'damaged', kept)), altered);
    const holder = await opened.mirror.holder();
    t.same((await all(holder?.vault.originals() ?? empty())).sort(), [...digests].sort());
  });
});

async function* empty(): AsyncGenerator<string> {}

t.test('what was locked for longer in the vault is locked for longer in the mirror', async (t) => {
  const made = await mirroredStation(t);
  const [sha256 = ''] = made.digests;
  const until = Temporal.Instant.from('2087-05-21T00:00:00Z');
  await within(made, async (opened) => {
    await opened.mirror.catchUp(quiet());
    const { ledger } = opened.room;
    await opened.room.vault.retain(sha256, until);
    await ledger.append([
      {
        type: 'original.retained',
        actor: opened.room.actor,
        subject: { kind: 'original', id: sha256 },
        data: { sha256, until: until.toString() },
        personal: {},
      },
    ]);
  });
  await within(made, async (opened) => {
    await opened.mirror.catchUp(quiet());
    const holder = await opened.mirror.holder();
    t.equal((await holder?.vault.retainedUntil(sha256))?.toString(), until.toString());
    t.equal(typesIn(opened, 'mirror.retained').length, 1);
  });
});

t.test('what is in one place only for too long is an alarm, until it is in two', async (t) => {
  const made = await mirroredStation(t);
  await within(made, async (opened) => {
    const clock = new SetClock();
    clock.instant = Temporal.Now.instant().add({ hours: 71 });
    const watch = (days: number) =>
      watchSingles({ db: opened.db, alarms: opened.room.alarms, clock }, 'ST01', days);
    const raised = () => openAlarmsIn(opened).includes('single_copy');
    await watch(3);
    t.equal(raised(), false);
    clock.instant = clock.instant.add({ hours: 2 });
    await watch(0);
    t.equal(raised(), false, 'not where nobody wants to be told');
    await watch(3);
    t.equal(raised(), true);
    await opened.mirror.catchUp(quiet());
    await watch(3);
    t.equal(raised(), false);
  });
});
