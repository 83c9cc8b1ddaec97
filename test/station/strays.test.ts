import { lstatSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { strayCheck } from '../../src/station/doctor/strays.ts';
import { straysIn } from '../../src/station/strays.ts';
import { originalObject } from '../../src/vault/local/layout.ts';
import { sha256Of } from '../support/cards.ts';
import { heardHere } from '../support/docket-here.ts';
import { openAlarmsIn } from '../support/mirrored.ts';
import {
  dock,
  initialised,
  tamperFolder,
  tinyRecordings,
  verified,
  working,
} from '../support/tamper-station.ts';

t.test('files among the originals that no entry names are named, and stay', async (t) => {
  const home = tamperFolder(t);
  const made = await initialised(home);
  const { vault } = made.places;
  await working(made, async (station, dockings) => {
    await dock(dockings, join(home, 'card'), '1234567', tinyRecordings('1234567', 2));
    t.same((await straysIn(station.room.vault, made.places.database)).names, [], 'nothing but originals');
  });
  t.match(await strayCheck('en', made.places, made.file), { state: 'ok' });

  const foreign = sha256Of(Buffer.from('nobody entered it'));
  const [, first = '', second = ''] = originalObject(foreign).split('/');
  mkdirSync(join(vault, 'originals', first, second), { recursive: true });
  const misplaced = `originals/${first}/${second}/${'0'.repeat(64)}`;
  const strays = [`originals/.DS_Store`, 'originals/copies', `originals/${first}/link`, misplaced];
  writeFileSync(join(vault, 'originals', '.DS_Store'), 'x');
  mkdirSync(join(vault, 'originals', 'copies'));
  symlinkSync('/nowhere', join(vault, 'originals', first, 'link'));
  writeFileSync(join(vault, misplaced), 'x');
  writeFileSync(join(vault, originalObject(foreign)), 'nobody entered it');
  const all = [...strays, originalObject(foreign)].toSorted();

  const checked = await verified(made);
  t.match(checked, { ok: true, strays: { count: 5, names: all, whole: true } }, 'it is no damage');
  const here = (...args: readonly string[]) =>
    heardHere([...args, '--config', join(home, 'config.yaml'), '--data', made.folder]);
  t.match(
    (await here('verify')).out,
    /5 file\(s\) among the originals are in no entry: originals\/\.DS_Store/,
  );
  const { checks } = (await here('doctor', '--json')).json as { checks: { check: string }[] };
  t.match(
    checks.find(({ check }) => check === 'strays'),
    { state: 'warning', says: new RegExp(foreign), next: /removes nothing/ },
  );
  t.match(await strayCheck('en', made.places, made.file, -1), { state: 'unknown' }, 'nobody waits for ever');

  await working(made, async (station) => {
    await station.fixity.step({ vault: station.room.vault, staging: station.room.staging });
    t.ok(openAlarmsIn(station).includes('strays_in_vault'), 'by the rolling walk too');
  });
  for (const one of all)
    t.ok(lstatSync(join(vault, one), { throwIfNoEntry: false }), `${one} is still there`);
});
