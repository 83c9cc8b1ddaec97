import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { cardInFolder } from '../../src/dock/card.ts';
import { testDevice } from '../../src/dock/devices-test.ts';
import { identifyCard } from '../../src/dock/identify.ts';
import { profileOf, profiles } from './card-fixtures.ts';

t.test('a folder is tried as a card: model, owner, recordings and what stays', async (t) => {
  const folder = t.testdir({
    card: {
      'ID.txt': '2222222\r\n',
      DCIM: {
        VIDEO: {
          'A11_2222222_222222_20260902180118_0001.mp4': 'video',
          'A11_2222222_222222_20260902180118_0001.gps': '',
        },
      },
      'notes.exe': 'x',
    },
  });
  const root = join(folder, 'card');
  symlinkSync('card', join(folder, 'link'));
  const report = await testDevice(join(folder, 'link'), profiles);
  t.match(report, {
    root,
    profile: { id: 'marker-id-txt' },
    reasons: [{ kind: 'marker', value: 'ID.txt' }],
    identity: { recorder: '2222222', assigned: true, conflict: false },
    recordings: [
      {
        path: 'DCIM/VIDEO/A11_2222222_222222_20260902180118_0001.mp4',
        bytes: 5,
        named: { device: '2222222', start: '2026-09-02T18:01:18' },
        sidecars: [{ path: 'DCIM/VIDEO/A11_2222222_222222_20260902180118_0001.gps' }],
      },
    ],
    ignored: [
      { path: 'ID.txt', reason: 'marker_file' },
      { path: 'notes.exe', reason: 'not_a_recording' },
    ],
    problems: [],
    notes: [],
  });
  t.strictSame(JSON.parse(JSON.stringify(report)), report, 'ready for JSON');
});

t.test('a card of factory defaults belongs to nobody', async (t) => {
  const root = t.testdir({ DCIM: { 'DSJ_0000000_000000_20250221030623.MP4': '' }, 'ID.txt': '0000000' });
  const report = await testDevice(root, profiles);
  t.match(report.identity, { recorder: `folder:${root}`, assigned: false, conflict: false, claims: [] });
  t.equal(report.recordings.length, 1);
});

t.test(
  'a log line wins over old names; a marker that disagrees with the names assigns nothing',
  async (t) => {
    const name = 'A11_1111111_222222_20260902180118.mp4';
    const logged = await testDevice(
      t.testdir({ [name]: '', LOG: { '20260902.txt': '#ID:2222222' } }),
      profiles,
    );
    t.match(logged.identity, { recorder: '2222222', assigned: true, conflict: false });
    const marked = await testDevice(t.testdir({ [name]: '', 'ID.txt': '2222222' }), profiles);
    t.match(marked.identity, { recorder: /^folder:/, assigned: false, conflict: true });
  },
);

t.test('a folder that is no card says so and lists nothing', async (t) => {
  const root = t.testdir({ 'letter.txt': 'x', 'film.mp4': 'x' });
  t.match(await testDevice(root, profiles), {
    profile: null,
    reasons: [],
    identity: { recorder: `folder:${root}`, assigned: false },
    recordings: [],
    ignored: [],
  });
  await t.rejects(testDevice(join(root, 'none'), profiles), { code: 'dock.card_unreadable' });
});

t.test('a name that is not UTF-8 is shown with its bytes', async (t) => {
  const root = t.testdir({ DCIM: {} });
  const name = Buffer.from([0xff, 0x2e, 0x6d, 0x70, 0x34]);
  writeFileSync(Buffer.concat([Buffer.from(`${root}/DCIM/`), name]), 'x');
  const { recordings } = await testDevice(root, profiles);
  t.match(recordings, [
    { path: 'DCIM/\ufffd.mp4', pathBase64: Buffer.concat([Buffer.from('DCIM/'), name]).toString('base64') },
  ]);
});

t.test('a USB serial counts only where the profile calls it unique', async (t) => {
  const root = t.testdir({ DCIM: { 'a.mp4': 'x' } });
  const card = { ...cardInFolder('1', root), usbSerial: 'S1' };
  const dcim = profileOf('generic-dcim');
  const unique = { ...dcim, identity: { ...dcim.identity, serialUnique: true } };
  t.match(await identifyCard(card, [dcim]), { identity: { recorder: `folder:${root}`, assigned: false } });
  t.match(await identifyCard(card, [unique]), { identity: { recorder: 'S1', assigned: true } });
});
