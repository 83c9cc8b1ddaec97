import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { listCard } from '../../src/dock/list-card.ts';
import { markerClaims } from '../../src/dock/marker-claims.ts';
import { newestFirst, readMarkers } from '../../src/dock/markers.ts';
import { cardFile, profileOf, profiles } from './card-fixtures.ts';

const profile = profileOf('marker-log-id');

async function claimsOn(root: string) {
  const { files } = await listCard(root);
  const { claims, notes } = markerClaims(profile, await readMarkers(root, files, profiles));
  return {
    claims: claims.map(({ source, value }) => `${source} ${value}`),
    notes: notes.map(({ path, note }) => `${path} ${note}`),
  };
}

t.test(
  'the number is read from each kind of marker, with BOM, CRLF, case and GB 18030 as found',
  async (t) => {
    const gb = Buffer.concat([Buffer.from('[Binding]\r\nuser_name='), Buffer.from([0xd5, 0xc5, 0xc8, 0xfd])]);
    const ini = Buffer.concat([
      gb,
      Buffer.from('\r\nRecorder_Serial = 2222222 \r\n[x]\r\nrecorder_serial=9\r\n'),
    ]);
    const root = t.testdir({
      'id.TXT': '\ufeff2222222\r\n',
      'STATION_BIND.INI': ini,
      LOG: { '20260902.txt': '#ID:1111111\r\n2026-09-02 #ID: 2222222 on\r\npower off\r\n' },
    });
    t.strictSame(await claimsOn(root), {
      claims: ['marker 2222222', 'marker 2222222', 'log 2222222'],
      notes: [],
    });
  },
);

t.test('an ID.txt of UTF-16 or of Chinese in GB 18030 is read as text', async (t) => {
  const utf16 = t.testdir({ 'ID.txt': Buffer.from('\ufeff2222222\r\n', 'utf16le') });
  t.strictSame((await claimsOn(utf16)).claims, ['marker 2222222']);
  const root = t.testdir({ 'ID.txt': Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]) });
  t.strictSame((await claimsOn(root)).claims, ['marker 张三']);
});

t.test('the last line of the newest log that has a number wins', async (t) => {
  const root = t.testdir({
    LOG: {
      '20260901.txt': '#ID:1111111\n#ID:2222222',
      '20260831.txt': '#ID:3333333',
      '20260902.txt': 'no number here',
    },
  });
  t.strictSame(await claimsOn(root), { claims: ['log 2222222'], notes: [] });
});

t.test('dates in the names say which log is newest; without them the time of change does', async (t) => {
  const old = Temporal.Instant.from('2000-01-01T00:00:00Z');
  const dated = [cardFile('LOG/20260901.txt'), cardFile('LOG/20260902.txt', { modified: old })];
  t.equal(String(newestFirst(dated)[0]?.path), 'LOG/20260902.txt', 'a dead battery turned the clock back');
  const plain = [cardFile('LOG/z.txt', { modified: old }), cardFile('LOG/a.txt')];
  t.equal(String(newestFirst(plain)[0]?.path), 'LOG/a.txt');
  const equal = [cardFile('LOG/a.txt'), cardFile('LOG/b.txt')];
  t.equal(String(newestFirst(equal)[0]?.path), String(newestFirst(equal.toReversed())[0]?.path));
});

t.test('of a huge log only the end is read, and no line cut in two is believed', async (t) => {
  const root = t.testdir({ LOG: { '20260901.txt': `#ID:1111111\n${'x\n'.repeat(60_000)}#ID:2222222\n` } });
  t.strictSame(await claimsOn(root), { claims: ['log 2222222'], notes: [] });
  writeFileSync(join(root, 'LOG/20260901.txt'), `#ID:1111111${' '.repeat(64 * 1024 - 5)}`);
  t.strictSame(await claimsOn(root), { claims: [], notes: [] });
  truncateSync(join(root, 'LOG/20260901.txt'), 3 * 1024 ** 3);
  t.strictSame(await claimsOn(root), { claims: [], notes: [] }, 'three sparse gigabytes');
});

t.test('values that are no number are not believed, but noted', async (t) => {
  const bad = ['x'.repeat(65), '22\n33', '1\u001b[2J', '\u202e1', 'folder:/a'];
  for (const value of bad) {
    t.strictSame(await claimsOn(t.testdir({ 'ID.txt': value })), {
      claims: [],
      notes: ['ID.txt value_unusable'],
    });
  }
  t.strictSame((await claimsOn(t.testdir({ 'ID.txt': '1'.repeat(5000) }))).notes, ['ID.txt too_long']);
  t.strictSame((await claimsOn(t.testdir({ 'ID.txt': Buffer.from([0xff, 0xff, 0xff]) }))).notes, [
    'ID.txt not_text',
  ]);
});

t.test('links, FIFOs and folders in a marker’s place are not opened', async (t) => {
  const root = t.testdir({ 'station_bind.ini': {}, LOG: {} });
  symlinkSync('/etc/hostname', join(root, 'ID.txt'));
  execFileSync('mkfifo', [join(root, 'LOG', '20260902.txt')]);
  t.strictSame(await claimsOn(root), {
    claims: [],
    notes: ['ID.txt not_a_file', 'LOG/20260902.txt not_a_file'],
  });
});

t.test('what takes a marker’s place after the listing is not followed or waited for', async (t) => {
  const root = t.testdir({ 'ID.txt': '1111111', 'station_bind.ini': 'x', LOG: { '20260902.txt': 'x' } });
  const { files } = await listCard(root);
  for (const path of ['ID.txt', 'station_bind.ini', 'LOG/20260902.txt']) rmSync(join(root, path));
  symlinkSync('/etc/hostname', join(root, 'ID.txt'));
  execFileSync('mkfifo', [join(root, 'station_bind.ini')]);
  const readings = await readMarkers(root, files, profiles);
  t.strictSame(readings.map(({ path, text, note }) => [path.toString(), text, note]).sort(), [
    ['ID.txt', null, 'unreadable'],
    ['LOG/20260902.txt', null, 'unreadable'],
    ['station_bind.ini', null, 'not_a_file'],
  ]);
});

t.test('calling off ends the reading', async (t) => {
  const root = t.testdir({ 'ID.txt': '1111111' });
  const { files } = await listCard(root);
  await t.rejects(
    readMarkers(root, files, profiles, { signal: AbortSignal.abort(new Error('pulled out')) }),
    {
      message: 'pulled out',
    },
  );
});
