import { readFileSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { Alarms, machine } from '../../../src/custody/alarms.ts';
import { Finder } from '../../../src/tagging/location/finder.ts';
import { factsOf } from '../../contract/vault.ts';
import { DeskStation } from '../../deadlines/desk-station.ts';
import { created, makeVaultFolder, openVault, stageIn } from '../../support/local-vault.ts';
import { makeVideo } from './media.ts';
import { rmc } from './nmea-text.ts';

const never = new AbortController().signal;
const walkText = Buffer.from(rmc({ time: '100118.00', longitude: 118.8735, latitude: 28.9412 }));
const walk = factsOf(walkText);

/** A recording that is staged still, with a sidecar in a real vault. */
async function stage(t: Test) {
  const desk = new DeskStation(t);
  const evidence = await desk.secure({
    ...{ start: '2026-09-02 18:01', ended: '2026-09-02 18:05' },
    ...{ docked: '2026-09-02 19:00', secured: '2026-09-02 19:05' },
  });
  const folder = await makeVaultFolder(t);
  const vault = await openVault(folder);
  const video = makeVideo(t.testdir({}), 'a.mov', ['location=+28.9412+118.8735/']);
  const recording = await stageIn(folder, evidence, readFileSync(video));
  const staged = await stageIn(folder, 'sidecar', walkText);
  const { location, object } = await vault.publish(staged, walk, created.add({ hours: 24 }));
  await desk.ledger.append([
    {
      type: 'sidecar.stored',
      actor: machine,
      subject: { kind: 'evidence', id: evidence },
      data: {
        ...{ ...walk, docking: 'ST01-D000001', evidence, modified: '2026-09-02T10:02:00Z' },
        ...{ vault: vault.id, object, retainUntil: '2027-01-01T00:00:00Z', immutable: true },
      },
      personal: { path: 'a.nmea' },
    },
  ]);
  const { db } = desk.lone;
  const alarms = new Alarms(desk.ledger, db, 'ST01');
  const finder = new Finder({ db, vault, staging: join(folder, 'staging'), alarms });
  return { desk, evidence, recording, sidecar: location, finder };
}

t.test('a recording is found in staging as in the vault, and its sidecar beside it', async (t) => {
  const { evidence, finder } = await stage(t);
  t.match(await finder.find(evidence, never), {
    located: {
      data: { source: 'nmea', claims: [{ source: 'nmea' }, { source: 'container', apartMeters: 0 }] },
    },
    missing: null,
  });
  t.strictSame(await finder.find('ST01-X', never), { located: null, missing: null });
});

t.test('what is away is told, and what is there is read all the same', async (t) => {
  const { evidence, recording, sidecar, finder } = await stage(t);
  renameSync(recording, `${recording}.away`);
  t.match(await finder.find(evidence, never), { located: { data: { source: 'nmea' } }, missing: 'bytes' });
  renameSync(`${recording}.away`, recording);
  renameSync(sidecar, `${sidecar}.away`);
  t.match(await finder.find(evidence, never), {
    located: { data: { source: 'container' } },
    missing: 'bytes',
  });
});

t.test('without ExifTool the sidecar is read, and one alarm says what to install', async (t) => {
  const { desk, evidence, finder } = await stage(t);
  const folder = t.testdir({});
  for (const tool of ['nice', 'prlimit']) symlinkSync(`/usr/bin/${tool}`, join(folder, tool));
  const path = process.env['PATH'];
  t.teardown(() => {
    process.env['PATH'] = path;
  });
  process.env['PATH'] = folder;
  for (const _ of [1, 2])
    t.match(await finder.find(evidence, never), {
      located: { data: { source: 'nmea' } },
      missing: 'exiftool',
    });
  t.equal(await finder.hasExiftool(), false);
  t.strictSame(desk.openAlarms(), ['exiftool_missing:station']);
});
