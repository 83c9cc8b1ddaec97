import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { cardInFolder } from '../../../src/dock/card.ts';
import { ErasingCatalogue } from '../../../src/erasing/catalogue.ts';
import type { Station } from '../../../src/station.ts';
import { originalObject } from '../../../src/vault/local/layout.ts';
import { gaName, putFile, seededBytes, sha256Of } from '../../support/cards.ts';
import {
  flip,
  lose,
  type MirroredStation,
  mirroredStation,
  openAlarmsIn,
  quiet,
  typesIn,
  within,
} from '../../support/mirrored.ts';
import { docketHere } from '../../support/sound-station.ts';
import { dockingsOf } from '../../support/tamper-station.ts';

const kinds = ['original.damaged', 'original.repaired'];
const idle = (): boolean => false;

async function dockAgain(opened: Station, root: string) {
  return await dockingsOf(opened).ingest(cardInFolder('07', root, true), null, () => undefined);
}

function inVault({ station }: MirroredStation, digest: string): Buffer {
  return readFileSync(join(station.vault, originalObject(digest)));
}

async function verified({ station }: MirroredStation): Promise<number> {
  return (await docketHere(station, ['verify', '--vault', 'full'])).code;
}

t.test('what is damaged in both vaults comes back from the recorder', async (t) => {
  const made = await mirroredStation(t);
  const { station, card, mirror } = made;
  const [first = '', second = ''] = made.digests;
  const [damaged] = await within(made, async (opened) => {
    await opened.mirror.catchUp(quiet());
    const files = [flip(station.vault, first)];
    flip(mirror, first);
    lose(station.vault, second);
    lose(mirror, second);
    await opened.fixity.checkNow('all', idle);
    t.ok(openAlarmsIn(opened).includes('original_unrepaired'));
    t.ok(
      new ErasingCatalogue(opened.db).standing('1234567').damaged(first),
      'the recorder is not emptied of it',
    );
    return files;
  });
  const before = await verified(made);
  t.not(before, 0);

  await within(made, async (opened) => {
    const { summary } = await dockAgain(opened, card.root);
    t.same([summary.alreadyStored, summary.failed, summary.secured], [3, 0, 0]);
    t.equal(sha256Of(inVault(made, first)), first);
    t.equal(sha256Of(inVault(made, second)), second);
    const kept = readdirSync(join(station.vault, 'damaged'));
    t.same(
      kept.map((name) => readFileSync(join(station.vault, 'damaged', name))),
      [damaged],
      'what was damaged is kept',
    );
    const main = opened.db
      .prepare<[string], string>('SELECT because FROM view_damage WHERE vault = ? ORDER BY seq')
      .pluck();
    t.same(main.all(opened.file.vault), ['repaired', 'repaired']);

    const { unsound } = await opened.fixity.checkNow('all', idle);
    t.same(
      unsound.map(({ outcome }) => outcome),
      ['repaired', 'repaired'],
      'the mirror follows from the vault',
    );
    for (const code of ['original_damaged', 'original_unrepaired', 'object_differs'])
      t.notOk(openAlarmsIn(opened).includes(code), code);
    t.notOk(new ErasingCatalogue(opened.db).standing('1234567').damaged(first));
  });
  t.equal(await verified(made), 0, 'verify finds it sound');
});

t.test('damage that nobody had noticed is entered before it is repaired', async (t) => {
  const made = await mirroredStation(t);
  const { station, digests } = made;
  const [first = ''] = digests;
  flip(station.vault, first);
  const folder = join(station.folder, 'handed-in');
  await putFile(folder, gaName(77), seededBytes(`mirrored:${gaName(1)}`, 70_001));
  await within(made, async (opened) => {
    const report = await dockAgain(opened, folder);
    t.same(
      report.outcomes.map(({ state, sha256 }) => [state, sha256]),
      [['alreadyStored', first]],
    );
    t.same(typesIn(opened, ...kinds), ['original.damaged', 'original.repaired']);
    t.equal(sha256Of(inVault(made, first)), first);
  });
  t.equal(await verified(made), 0);
});

t.test('other bytes never stand in for a damaged original', async (t) => {
  const made = await mirroredStation(t);
  const { station, card, digests } = made;
  const [first = ''] = digests;
  const altered = flip(station.vault, first);
  const wrong = Buffer.from(altered);
  wrong.writeUInt8(wrong.readUInt8(40_000) ^ 4, 40_000);
  // The same name, size, time and ends.
  await putFile(card.root, gaName(1), wrong);
  await within(made, async (opened) => {
    await opened.fixity.checkNow('all', idle);
    const { outcomes } = await dockAgain(opened, card.root);
    t.ok(outcomes.some(({ state, sha256 }) => state === 'stored' && sha256 === sha256Of(wrong)));
    t.same(typesIn(opened, ...kinds), ['original.damaged']);
    t.same(inVault(made, first), altered, 'what stands there was not touched');
    t.ok(openAlarmsIn(opened).includes('original_damaged'));
  });
});
