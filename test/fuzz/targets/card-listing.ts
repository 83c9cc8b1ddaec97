import type { CardDisk, EntryFacts } from '../../../src/dock/card-disk.ts';
import { DockError } from '../../../src/dock/error.ts';
import { listCard } from '../../../src/dock/list-card.ts';
import { type FuzzTarget, promised } from '../target.ts';

const kinds = ['folder', 'file', 'symlink', 'fifo', 'socket', 'device'] as const;
const limits = { depth: 8, entries: 2_000 };
const root = '/card';

/** Each byte of the input decides one answer of a card whose file system makes no sense. */
function senselessDisk(bytes: Uint8Array): CardDisk {
  let at = 0;
  const next = (): number => bytes[at++] ?? 0;
  const fail = (): never => {
    throw Object.assign(new Error('EIO'), {
      code: ['EIO', 'ENOENT', 'ENODEV', 'ELOOP', 'EACCES'][next() % 5],
    });
  };
  return {
    async facts(path): Promise<EntryFacts> {
      if (path.toString() !== root && next() > 240) fail();
      const kind = path.toString() === root ? 'folder' : (kinds[next() % 8] ?? 'folder');
      return {
        kind,
        bytes: next() * 2 ** (next() % 53),
        modified: Temporal.Instant.fromEpochMilliseconds(0),
        filesystem: next() > 250 ? 2n : 1n,
      };
    },
    async *names() {
      for (let left = next() % 16; left > 0; left--) {
        if (next() > 245) fail();
        // The same name twice, and names of any bytes; a kernel gives neither an empty one nor a slash.
        const name = Buffer.from(bytes.subarray(at, at + 1 + (next() % 8))).map((byte) =>
          byte === 0x2f || byte === 0 ? 0x61 : byte,
        );
        yield name.length === 0 ? Buffer.from('a') : Buffer.from(name);
      }
    },
  };
}

export const cardListing: FuzzTarget = {
  name: 'card-listing',
  sources: ['/src/dock/list-card'],
  seeds: [
    Buffer.alloc(64, 1),
    Buffer.from([3, 0, 4, 0, 2, 1, 0, 0, 0, 9, 9, 9]),
    Buffer.from('DCIM/100MEDIA/clip'),
  ],
  words: ['\u0000\u0000', '\u0008', 'DCIM', '\u00ff\u00ff', '\u0001\u0001\u0001\u0001'],
  async run(bytes) {
    try {
      const { files, folders, problems } = await listCard(root, { disk: senselessDisk(bytes), limits });
      promised(files.length + folders.length <= limits.entries, 'no more is listed than the limit says');
      promised(
        problems.every(({ errno }) => /^E[A-Z]+$/.test(errno)),
        'what cannot be read says why',
      );
      const paths = files.map(({ path }) => path);
      promised(
        paths.every((path, i) => i === 0 || Buffer.compare(paths[i - 1] ?? path, path) <= 0),
        'files come in the order of their bytes',
      );
    } catch (error) {
      if (!(error instanceof DockError)) throw error;
    }
  },
};
