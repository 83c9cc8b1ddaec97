import { existsSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { chmod, mkdir, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { gaName, longAgo, putFile, seededBytes } from '../support/cards.ts';
import { openAlarms, rowsOf, soundStation } from '../support/sound-station.ts';
import { allowed, ErasingStation, outcomes, there } from './erasing-station.ts';

t.test('what was stored goes after the list was shown and confirmed, and nothing else goes', async (t) => {
  const at = await ErasingStation.make(t);
  const card = await at.card('01', { [gaName(1)]: 3_000, [gaName(2)]: 2_000_000 });
  const nmea = await putFile(card.root, gaName(1).replace('.mp4', '.nmea'), Buffer.from('$GPRMC'));
  const note = await putFile(card.root, 'notes.doc', 100);
  symlinkSync('/etc/hostname', join(card.root, 'DCIM', 'VIDEO', 'link.mp4'));
  const docking = await at.dock(card);

  const shown = await at.erasable(docking);
  t.same(
    shown.files.map(({ path }) => path),
    [nmea.path.toString(), gaName(1), gaName(2)],
    'a sidecar before its recording',
  );
  t.match(shown.staying, [{ reason: 'symbolic_link' }, { reason: 'not_a_recording' }]);
  t.equal(there(card).length, 2, 'showing removes nothing');
  await at.erasable(docking);
  const proposed = "SELECT 1 FROM view_entry WHERE type = 'erasing.proposed'";
  t.equal(rowsOf(at.made, proposed).length, 1, 'the same list is entered once');
  await t.rejects(at.erase(docking, 'f'.repeat(64)), { code: 'erasing.list_changed' });
  t.equal(there(card).length, 2, 'nor does confirming another list');

  t.match(await at.erase(docking, shown.list), { because: 'done', gone: 3, kept: 0, unknown: 0 });
  t.same(there(card), []);
  t.ok(existsSync(join(card.root, note.path.toString())));
  t.ok(existsSync('/etc/hostname'));
  t.ok(existsSync(join(card.root, 'DCIM', 'VIDEO')), 'no folder is removed');
  t.match(at.snapshot(docking), { phase: 'complete', safeToTake: true, erased: { gone: 3, kept: 0 } });
  await t.rejects(at.erasable(docking), { code: 'erasing.nothing' });
  const kinds = rowsOf<{ type: string; actor: string }>(
    at.made,
    "SELECT type, actor FROM view_entry WHERE type LIKE 'erasing.%' ORDER BY seq",
  );
  t.same(
    kinds.map(({ type }) => type),
    [
      ...['erasing.proposed', 'erasing.confirmed', 'erasing.begun'],
      ...['erasing.going', 'erasing.going', 'erasing.going'],
      ...['erasing.gone', 'erasing.gone', 'erasing.gone', 'erasing.finished'],
    ],
  );
  t.equal(kinds[1]?.actor, 'os:clerk');
  await at.undock(card.root);
  // Emptied, it no longer shows its model, and is no stranger for that.
  await unlink(join(card.root, note.path.toString()));
  await unlink(join(card.root, 'DCIM', 'VIDEO', 'link.mp4'));
  const again = await at.dock(card);
  t.match(at.snapshot(again), { phase: 'complete', files: { total: 0 } });
  t.same(openAlarms(at.made), []);
  await at.close();
  t.same(await soundStation(at.made, [card]), []);
});

t.test(
  'a recorder is emptied only where its unit and its model are allowed, and it is sure whose it is',
  async (t) => {
    const at = await ErasingStation.make(t, { erasing: {} });
    const card = await at.card('01', { [gaName(1)]: 300 });
    t.equal(await refusal(at, card), 'erasing.off', 'as it comes, nothing is ever erased');
    for (const [erasing, code] of [
      [{ ...allowed, models: [] }, 'erasing.off'],
      [{ ...allowed, models: ['marker-id-txt'] }, 'erasing.model_not_allowed'],
      [{ ...allowed, units: ['330800'] }, 'erasing.unit_not_allowed'],
      [{ ...allowed, folders: false }, 'erasing.not_managed'],
    ] as const) {
      await at.again({ erasing });
      t.equal(await refusal(at, card), code);
    }
    await at.again({ erasing: allowed });
    const stranger = await at.card('02', { [gaName(1, '7654321')]: 300 });
    t.equal(await refusal(at, stranger), 'erasing.unassigned', 'an unregistered recorder');
    const doubtful = await at.card('03', { [gaName(1)]: 300, [gaName(2, '7654321')]: 300 });
    t.equal(await refusal(at, doubtful), 'erasing.unassigned', 'sources that disagree');
    t.same([there(card), there(stranger), there(doubtful)].flat().length, 4);
  },
);

async function refusal(at: ErasingStation, card: { root: string }): Promise<unknown> {
  const docking = await at.dock(card);
  const code = await at.erasable(docking).then(
    () => null,
    (error: { code: string }) => error.code,
  );
  await at.undock(card.root);
  return code;
}

t.test('while one recording of the card is not stored, none goes', async (t) => {
  const at = await ErasingStation.make(t);
  const card = await at.card('01', { [gaName(1)]: 3_000, [gaName(2)]: 2_000 });
  const deep = join(card.root, ...Array.from({ length: 40 }, () => 'd'));
  await mkdir(deep, { recursive: true });
  const docking = await at.dock(card);
  await t.rejects(at.erasable(docking), { code: 'erasing.not_all_stored' });
  t.equal(there(card).length, 2);
});

t.test('a file that is another one than was read stays, and its sidecars with it', async (t) => {
  const at = await ErasingStation.make(t);
  const names = [1, 2, 3, 4, 5].map((n) => gaName(n));
  const card = await at.card('01', Object.fromEntries(names.map((name) => [name, 5_000])));
  const sidecar = await putFile(card.root, gaName(1).replace('.mp4', '.nmea'), Buffer.from('$GPRMC'));
  const docking = await at.dock(card);
  const { list } = await at.erasable(docking);
  const path = (n: number): string => join(card.root, gaName(n));
  // The same size and time, other bytes.
  await writeFile(path(1), Buffer.alloc(5_000, 1));
  utimesSync(path(1), longAgo, longAgo);
  // Grown; replaced by a link to another; in a folder that became a link.
  writeFileSync(path(2), 'more', { flag: 'a' });
  const elsewhere = join(at.made.folder, 'elsewhere.mp4');
  renameSync(path(3), elsewhere);
  symlinkSync(elsewhere, path(3));
  await unlink(path(4));
  t.match(await at.erase(docking, list), { because: 'done', gone: 1, kept: 5 });
  t.same(outcomes(at.made), [
    `kept kept_with_other ${sidecar.path}`,
    `kept differs_from_original ${gaName(1)}`,
    `kept changed_on_card ${gaName(2)}`,
    `kept changed_on_card ${gaName(3)}`,
    `kept changed_on_card ${gaName(4)}`,
    `gone ${gaName(5)}`,
  ]);
  t.ok(existsSync(elsewhere), 'what a link leads to is not touched');
  t.ok(openAlarms(at.made).includes('erasing_incomplete'));
});

t.test('a folder that became a link since is not followed', async (t) => {
  const at = await ErasingStation.make(t);
  const card = await at.card('01', { [gaName(1)]: 5_000 });
  const docking = await at.dock(card);
  const { list } = await at.erasable(docking);
  const away = join(at.made.folder, 'away');
  await rename(join(card.root, 'DCIM'), away);
  symlinkSync(away, join(card.root, 'DCIM'));
  t.match(await at.erase(docking, list), { gone: 0, kept: 1 });
  t.same(outcomes(at.made), [`kept changed_on_card ${gaName(1)}`]);
  t.ok(existsSync(join(away, 'VIDEO')));
  t.equal(there(card).length, 1);
});

t.test('what the vault no longer has as it was stays on the recorder, with an alarm', async (t) => {
  const at = await ErasingStation.make(t);
  const card = await at.card('01', { [gaName(1)]: 5_000, [gaName(2)]: 6_000, [gaName(3)]: 7_000 });
  const docking = await at.dock(card);
  const { list } = await at.erasable(docking);
  const object = (n: number): string =>
    at.station.room.vault.locate(card.recordings[n - 1]?.sha256 ?? '').location;
  await chmod(object(1), 0o600);
  await writeFile(object(1), Buffer.alloc(5_000, 1));
  await unlink(object(2));
  t.match(await at.erase(docking, list), { because: 'done', gone: 1, kept: 2 });
  t.same(outcomes(at.made), [
    `kept vault_altered ${gaName(1)}`,
    `kept vault_missing ${gaName(2)}`,
    `gone ${gaName(3)}`,
  ]);
  const alarms = openAlarms(at.made);
  for (const code of ['object_differs', 'original_lost', 'erasing_incomplete'])
    t.ok(alarms.includes(code), code);
});

t.test('names that are no text, and names that look like paths, go by their bytes', async (t) => {
  const at = await ErasingStation.make(t);
  const card = await at.card('01', { [gaName(1)]: 100 });
  const odd = Buffer.concat([
    Buffer.from('DCIM/VIDEO/'),
    Buffer.from([0xff, 0xfe]),
    Buffer.from(' ..\\;$(x).mp4'),
  ]);
  await putFile(card.root, odd, 200);
  const docking = await at.dock(card);
  const shown = await at.erasable(docking);
  t.equal(shown.files.length, 2);
  t.match(await at.erase(docking, shown.list), { gone: 2, kept: 0 });
  t.notOk(existsSync(Buffer.concat([Buffer.from(`${card.root}/`), odd])));
});

t.test('where the configuration says so it goes by itself, once everything is stored', async (t) => {
  const at = await ErasingStation.make(t, { erasing: { ...allowed, confirm: 'automatic' } });
  const card = await at.card('01', { [gaName(1)]: 3_000, [gaName(2)]: 2_000 });
  const docking = await at.dock(card);
  await at.dockings.emptyWhatMay();
  t.same(there(card), []);
  t.match(at.snapshot(docking), { phase: 'complete', erased: { gone: 2 } });
  t.match(rowsOf(at.made, 'SELECT source, because FROM view_erasing'), [
    { source: 'policy', because: 'done' },
  ]);
  await at.dockings.emptyWhatMay();
  t.equal(rowsOf(at.made, 'SELECT 1 FROM view_erasing').length, 1);
  // What somebody copies into the folder later is taken in first.
  const late = await putFile(card.root, gaName(7), 500);
  await at.dockings.emptyWhatMay();
  t.ok(existsSync(join(card.root, late.path.toString())));
});

t.test('footage that the station took off a card itself is not missed on it', async (t) => {
  const at = await ErasingStation.make(t);
  const card = await at.card('01', { [gaName(1)]: 3_000, [gaName(2)]: 2_000, [gaName(3)]: 1_000 });
  const first = await at.dock(card);
  const { list } = await at.erasable(first);
  // One that stays shows that it is the same card.
  writeFileSync(join(card.root, gaName(3)), Buffer.alloc(1_000, 9));
  utimesSync(join(card.root, gaName(3)), longAgo, longAgo);
  t.match(await at.erase(first, list), { gone: 2, kept: 1 });
  await at.undock(card.root);
  await putFile(card.root, gaName(3), seededBytes(`01:${gaName(3)}`, 1_000));
  await at.dock(card);
  await at.order('judge', {});
  t.same(rowsOf(at.made, "SELECT code FROM view_finding WHERE code = 'gone_from_card'"), []);
});
