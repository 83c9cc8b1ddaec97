import t from 'tap';
import type { MarkerReading } from '../../src/dock/markers.ts';
import { type CardFacts, recognise } from '../../src/dock/recognise.ts';
import { cardFile, noFacts, profiles } from './card-fixtures.ts';

interface Card {
  readonly files?: readonly string[];
  readonly folders?: readonly string[];
  readonly markers?: Readonly<Record<string, string>>;
  readonly facts?: Partial<CardFacts>;
}

function known({ files = [], folders = [], markers = {}, facts = {} }: Card, from = profiles) {
  const readings: MarkerReading[] = Object.entries(markers).map(([path, text]) => ({
    path: Buffer.from(path),
    text,
    note: null,
  }));
  const listing = {
    files: [...files, ...Object.keys(markers)].map((path) => cardFile(path)),
    folders: folders.map((path) => Buffer.from(path)),
  };
  return recognise({ ...noFacts, ...facts }, listing, from, readings);
}

const named = 'DCIM/VIDEO/A11_2222222_222222_20260902180118_0001.mp4';

t.test('each card is known by its best evidence', async (t) => {
  const table: [string | undefined, Card][] = [
    ['generic-dcim', { files: ['DCIM/a.mp4'], folders: ['DCIM'] }],
    ['generic-ga-t-947', { files: [named], folders: ['DCIM'] }],
    ['generic-ga-t-947', { files: ['deep/er/00001@201401160035020000.MP4'] }],
    ['marker-id-txt', { files: [named], folders: ['DCIM'], markers: { 'id.txt': '2222222\r\n' } }],
    ['marker-station-bind-ini', { markers: { 'station_bind.ini': '[binding]\nrecorder_serial=1' } }],
    ['marker-log-id', { markers: { 'LOG/20260902.txt': 'x\n#ID:2222222\n' } }],
    [
      'transcend-drivepro-body-70',
      { files: [named], facts: { usbId: '8564:7000', usbProduct: 'DrivePro Body 70' } },
    ],
    ['ambarella-a12', { facts: { usbId: '4255:0001' }, markers: { 'ID.txt': '1' } }],
    [undefined, { files: ['a.mp4', 'documents/b.txt'] }],
    [undefined, { files: ['A11_2222222_222222_20260902180118.exe'] }],
    [undefined, { folders: ['DCIM'] }],
    [undefined, { files: ['DCIM.mp4'], markers: { 'ID.txt': '  \n', 'LOG/a.txt': 'power on' } }],
    [undefined, {}],
  ];
  for (const [id, card] of table) t.equal(known(card)?.profile.id, id, JSON.stringify(card));
});

t.test('the evidence is told', async (t) => {
  t.strictSame(known({ files: [named] })?.reasons, [{ kind: 'file_name', value: named }]);
  const usb = known({ facts: { usbId: '4255:0001', usbProduct: 'A12' } });
  t.strictSame(usb?.reasons, [{ kind: 'usb', value: '4255:0001 A12' }]);
});

t.test('another USB id rules a model out, whatever else fits', async (t) => {
  t.equal(
    known({ files: [named], facts: { usbId: '8564:7000', usbProduct: 'Flash Drive' } })?.profile.id,
    'generic-ga-t-947',
  );
});

t.test('the order of the profiles decides nothing', async (t) => {
  const card = {
    files: [named],
    folders: ['DCIM'],
    markers: { 'ID.txt': '1', 'station_bind.ini': '[binding]' },
  };
  t.equal(known(card)?.profile.id, known(card, profiles.toReversed())?.profile.id);
});
