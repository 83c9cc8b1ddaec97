import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import type { CardDisk, EntryFacts } from '../../src/dock/card-disk.ts';
import { type CardListing, listCard } from '../../src/dock/list-card.ts';

function shown({ files }: CardListing): Record<string, string> {
  return Object.fromEntries(files.map(({ path, kind }) => [path.toString(), kind]));
}

function errno(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** A disk of folders given by path; everything not named there is a file of 1 byte. */
function playedDisk(
  folders: Readonly<Record<string, readonly string[]>>,
  more: Partial<CardDisk> = {},
): CardDisk {
  const file: EntryFacts = {
    kind: 'file',
    bytes: 1,
    modified: Temporal.Instant.fromEpochMilliseconds(0),
    filesystem: 1n,
  };
  return {
    facts: async (path) => (folders[path.toString()] === undefined ? file : { ...file, kind: 'folder' }),
    async *names(path) {
      for (const name of folders[path.toString()] ?? []) yield Buffer.from(name);
    },
    ...more,
  };
}

t.test('files are listed with size and time, sorted by their bytes, folders beside', async (t) => {
  const root = t.testdir({ b: 'two', DCIM: { '100': { 'a.mp4': 'video' } }, empty: {} });
  const { files, folders, problems } = await listCard(root);
  t.strictSame(
    files.map(({ path, bytes }) => [path.toString(), bytes]),
    [
      ['DCIM/100/a.mp4', 5],
      ['b', 3],
    ],
  );
  t.ok(files.every(({ modified }) => modified.epochMilliseconds > 1e12));
  t.strictSame(folders.map(String), ['DCIM', 'DCIM/100', 'empty']);
  t.strictSame(problems, []);
});

t.test('links are not followed; FIFOs and sockets are not opened', async (t) => {
  const root = t.testdir({ 'a.mp4': 'x' });
  symlinkSync('/etc', join(root, 'folder.mp4'));
  symlinkSync('nowhere', join(root, 'dangling'));
  symlinkSync('.', join(root, 'loop'));
  execFileSync('mkfifo', [join(root, 'pipe.mp4')]);
  // A socket's own path may have 107 bytes only, so it is made elsewhere and moved here.
  const elsewhere = mkdtempSync(join(tmpdir(), 's-'));
  const server = createServer();
  await new Promise<void>((done) => server.listen(join(elsewhere, 's'), done));
  renameSync(join(elsewhere, 's'), join(root, 's'));
  rmdirSync(elsewhere);
  t.teardown(() => server.close());
  t.strictSame(shown(await listCard(root)), {
    'a.mp4': 'file',
    dangling: 'symlink',
    'folder.mp4': 'symlink',
    loop: 'symlink',
    'pipe.mp4': 'fifo',
    s: 'socket',
  });
  t.match(shown(await listCard('/dev')), { null: 'device' });
});

t.test('names of any bytes reach the listing unchanged', async (t) => {
  const root = t.testdir({});
  const names = [
    Buffer.from([0xff, 0xfe, 0x2e, 0x6d, 0x70, 0x34]),
    Buffer.from('line\nbreak.mp4'),
    Buffer.from('\u202e4pm.mp4'),
    Buffer.from('x'.repeat(255)),
    Buffer.from('..mp4'),
  ];
  for (const name of names) writeFileSync(Buffer.concat([Buffer.from(`${root}/`), name]), '');
  const { files } = await listCard(root);
  t.strictSame(
    files.map(({ path }) => path.toString('hex')),
    names.toSorted(Buffer.compare).map((name) => name.toString('hex')),
  );
});

t.test('folders nested deeper than 16 are named, not entered', async (t) => {
  const root = t.testdir({});
  const deep = join(root, ...Array.from({ length: 40 }, () => 'd'));
  mkdirSync(deep, { recursive: true });
  writeFileSync(join(root, ...Array.from({ length: 16 }, () => 'd'), 'last.mp4'), 'x');
  const at = (depth: number, name: string) => [...Array.from({ length: depth }, () => 'd'), name].join('/');
  t.strictSame(shown(await listCard(root)), { [at(16, 'd')]: 'too_deep', [at(16, 'last.mp4')]: 'file' });
});

t.test('a folder that holds itself ends at the depth, a folder without end at the count', async (t) => {
  const loop: CardDisk = {
    ...playedDisk({}),
    facts: playedDisk({ '/': [] }, {}).facts.bind(null, Buffer.from('/')),
    async *names() {
      yield Buffer.from('a');
    },
  };
  t.match(await listCard('/card', { disk: loop }), { files: { length: 1, 0: { kind: 'too_deep' } } });
  const wide: CardDisk = {
    ...loop,
    async *names() {
      for (;;) yield Buffer.from('a');
    },
  };
  await t.rejects(listCard('/card', { disk: wide }), {
    code: 'dock.card_too_many_entries',
    params: { root: '/card', limit: 200_000 },
  });
  const bushy: CardDisk = {
    ...loop,
    async *names() {
      for (let at = 0; at < 3; at += 1) yield Buffer.from(String(at));
    },
  };
  await t.rejects(listCard('/card', { disk: bushy, limits: { depth: 16, entries: 5000 } }), {
    code: 'dock.card_too_many_entries',
  });
});

t.test('what cannot be read is listed as unreadable, and the rest of the card all the same', async (t) => {
  const folders = { '/card': ['bad', 'half', 'a.mp4', 'b.mp4'], '/card/bad': [], '/card/half': [] };
  const disk = playedDisk(folders, {
    facts: async (path) => {
      if (path.toString() === '/card/b.mp4') throw errno('EIO');
      return playedDisk(folders).facts(path);
    },
    async *names(path) {
      if (path.toString() === '/card/bad') throw errno('EACCES');
      yield* playedDisk({ ...folders, '/card/half': ['c.mp4'] }).names(path);
      if (path.toString() === '/card/half') throw errno('EIO');
    },
  });
  const listing = await listCard('/card', { disk });
  t.strictSame(shown(listing), {
    'a.mp4': 'file',
    'b.mp4': 'unreadable',
    bad: 'unreadable',
    half: 'unreadable',
    'half/c.mp4': 'file',
  });
  t.strictSame(listing.problems.map(({ path, errno }) => `${path} ${errno}`).sort(), [
    'b.mp4 EIO',
    'bad EACCES',
    'half EIO',
  ]);
});

t.test('another file system below the card is named, not entered', async (t) => {
  const folders = { '/card': ['mounted', 'a'], '/card/mounted': ['x'] };
  const disk = playedDisk(folders, {
    facts: async (path) => ({
      ...(await playedDisk(folders).facts(path)),
      filesystem: path.toString().includes('mounted') ? 2n : 1n,
    }),
  });
  t.strictSame(shown(await listCard('/card', { disk })), { a: 'file', mounted: 'other_filesystem' });
});

t.test('a root that cannot be read is said with its errno', async (t) => {
  const root = t.testdir({ file: 'x' });
  await t.rejects(listCard(join(root, 'none')), {
    code: 'dock.card_unreadable',
    params: { errno: 'ENOENT' },
  });
  await t.rejects(listCard(join(root, 'file')), {
    code: 'dock.card_unreadable',
    params: { errno: 'ENOTDIR' },
  });
});

t.test('calling off does not wait for a card that hangs', async (t) => {
  const never = new Promise<never>(() => undefined);
  const hanging: CardDisk[] = [
    playedDisk({ '/card': ['a'] }, { facts: () => never }),
    playedDisk(
      { '/card': ['a'] },
      { names: () => ({ [Symbol.asyncIterator]: () => ({ next: () => never }) }) },
    ),
  ];
  for (const disk of hanging) {
    const stop = new AbortController();
    const listing = listCard('/card', { disk, signal: stop.signal });
    stop.abort(new Error('pulled out'));
    await t.rejects(listing, { message: 'pulled out' });
  }
});

t.test('each answer of a card is told, a failing one too', async (t) => {
  const whole = playedDisk({ '/card': ['a', 'bad', 'DCIM'], '/card/DCIM': ['c'] });
  const facts: CardDisk['facts'] = async (path) => {
    if (path.toString() === '/card/bad') throw errno('EIO');
    return whole.facts(path);
  };
  const disk = { ...whole, facts };
  let answers = 0;
  const answered = () => {
    answers += 1;
  };
  await listCard('/card', { disk, answered });
  // Each name, each entry's facts, the end of each folder.
  t.equal(answers, 4 + 4 + 2);
});

t.test('20,000 files are listed whole', async (t) => {
  const root = t.testdir({});
  for (let folder = 0; folder < 20; folder += 1) {
    mkdirSync(join(root, String(folder)));
    for (let file = 0; file < 1000; file += 1) writeFileSync(join(root, String(folder), `${file}.mp4`), '');
  }
  const began = performance.now();
  const { files, folders } = await listCard(root);
  t.comment(`${Math.round(performance.now() - began)} ms`);
  t.strictSame([files.length, folders.length], [20_000, 20]);
});
