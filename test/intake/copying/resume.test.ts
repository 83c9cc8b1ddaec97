import { constants, openSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { blake3 } from '@napi-rs/blake-hash';
import t, { type Test } from 'tap';
import { AlignedSlots } from '../../../src/intake/copying/aligned.ts';
import { CopyFailed, type CopyJob } from '../../../src/intake/copying/copy-job.ts';
import { pieceBytes } from '../../../src/intake/copying/digests.ts';
import { type OpenFile, openDirect } from '../../../src/intake/copying/raw-file.ts';
import { provedPrefix } from '../../../src/intake/copying/resume.ts';
import { seededBytes, sha256Of } from '../../support/cards.ts';

const size = 3 * pieceBytes + 1000;
const bytes = seededBytes('resume', size);
const digests = [1, 2, 3].map((n) => blake3(bytes.subarray(0, n * pieceBytes)).toString('hex'));
const slots = new AlignedSlots(8);

interface Half {
  readonly source: OpenFile;
  readonly staged: OpenFile;
  readonly sourcePath: string;
  readonly stagedPath: string;
}

async function half(t: Test): Promise<Half> {
  const folder = t.testdir({});
  const [sourcePath, stagedPath] = [join(folder, 'card'), join(folder, 'staged')];
  writeFileSync(sourcePath, bytes);
  writeFileSync(stagedPath, bytes.subarray(0, 3 * pieceBytes));
  const source = await openDirect(sourcePath, constants.O_RDONLY);
  const staged = await openDirect(stagedPath, constants.O_RDWR);
  t.teardown(() => Promise.all([source.close(), staged.close()]));
  return { source, staged, sourcePath, stagedPath };
}

function job(pieces: readonly string[]): CopyJob {
  const expected = { bytes: size, modifiedNs: '0' };
  return { source: Buffer.from(''), staged: '', expected, sm3: false, journalled: true, pieces };
}

function overwrite(path: string, at: number): void {
  writeSync(openSync(path, 'r+'), 'tampered', at);
}

const proving = { slots, proved: async () => undefined };

t.test('what the journal, the disk and the card agree on is kept', async (t) => {
  const { source, staged } = await half(t);
  const proved: number[] = [];
  const tools = {
    slots,
    proved: async (so: number) => {
      proved.push(so);
    },
  };
  const { resumedFrom, digests: made } = await provedPrefix(job(digests), source, staged, tools);
  t.equal(resumedFrom, 3 * pieceBytes);
  made.feed(bytes.subarray(resumedFrom));
  t.equal(made.finish().sha256, sha256Of(bytes), 'the digests go on where the part ends');
  t.ok(proved.length > 3, 'signs of life while it is proved');
});

t.test('nothing journalled, nothing kept', async (t) => {
  const { source, staged } = await half(t);
  t.equal((await provedPrefix(job([]), source, staged, proving)).resumedFrom, 0);
});

t.test('a staged part is kept up to where it was tampered with or cut off', async (t) => {
  const { source, staged, stagedPath } = await half(t);
  overwrite(stagedPath, 2 * pieceBytes + 9);
  t.equal((await provedPrefix(job(digests), source, staged, proving)).resumedFrom, 2 * pieceBytes);
  truncateSync(stagedPath, pieceBytes + 5);
  t.equal((await provedPrefix(job(digests), source, staged, proving)).resumedFrom, pieceBytes);
  overwrite(stagedPath, 0);
  const none = await provedPrefix(job(digests), source, staged, proving);
  t.equal(none.resumedFrom, 0);
  t.equal(none.digests.fed, 0);
});

t.test('a journal that lies is found out by the bytes', async (t) => {
  const { source, staged } = await half(t);
  const [first = '', , third = ''] = digests;
  t.equal((await provedPrefix(job([first, third]), source, staged, proving)).resumedFrom, pieceBytes);
  t.equal((await provedPrefix(job([third]), source, staged, proving)).resumedFrom, 0);
  const more = [...digests, third, third];
  t.equal((await provedPrefix(job(more), source, staged, proving)).resumedFrom, 3 * pieceBytes);
});

t.test('a card that differs in the first or the last piece is read anew', async (t) => {
  for (const at of [0, 3 * pieceBytes - 8]) {
    const { source, staged, sourcePath } = await half(t);
    overwrite(sourcePath, at);
    t.equal((await provedPrefix(job(digests), source, staged, proving)).resumedFrom, 0, `${at}`);
  }
});

t.test(
  'a disk that does not give the part back is no fault of the card; a card that does not answer is',
  async (t) => {
    const { source, staged } = await half(t);
    const bad = (file: OpenFile): OpenFile =>
      Object.assign(Object.create(file) as OpenFile, {
        read: () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })),
      });
    t.equal((await provedPrefix(job(digests), source, bad(staged), proving)).resumedFrom, 0);
    const failed = await provedPrefix(job(digests), bad(source), staged, proving).catch(
      (error: unknown) => error,
    );
    t.match(failed instanceof CopyFailed && failed.failure, { kind: 'read', errno: 'EIO' });
  },
);

t.test('a proof is called off like a copy', async (t) => {
  const { source, staged } = await half(t);
  const cancelled = new CopyFailed({ kind: 'cancelled' });
  await t.rejects(
    provedPrefix(job(digests), source, staged, { slots, proved: () => Promise.reject(cancelled) }),
    cancelled,
  );
});
