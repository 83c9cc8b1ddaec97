import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { type CardFile, sha256 } from './card-files.ts';
import { fillExfat } from './exfat.ts';
import { type FatHarm, harmFat } from './fat.ts';
import { cardsFolder, LabError, run, stationZone } from './host.ts';

export type Filesystem = 'vfat' | 'exfat' | 'ext4' | 'ntfs';

export interface CardRecipe {
  readonly filesystem: Filesystem;
  readonly files: readonly CardFile[];
  /** 64 without it; FAT32 wants at least 34. */
  readonly mebibytes?: number;
  /** With a partition table, as most recorders make it; `false`: the file system alone. */
  readonly partitioned?: boolean;
  readonly label?: string;
  /** What is broken in a FAT file system. */
  readonly harm?: FatHarm;
}

/** A card's image on this machine. It is never written to: what a guest writes goes into a layer over it. */
export interface CardImage {
  readonly image: string;
  /** The same as the guest sees it, read-only: for a gadget. */
  readonly inGuest: string;
  readonly filesystem: Filesystem;
  readonly partitioned: boolean;
  readonly label: string;
  readonly files: readonly CardFile[];
}

const sector = 512;
const partitionStart = 1 << 20;

/** Makes a card, or takes the one that was made from the same recipe before. Two callers at once do no harm. */
export async function makeCard(recipe: CardRecipe): Promise<CardImage> {
  const { filesystem, files, partitioned = true, label = 'RECORDER' } = recipe;
  const folder = join(cardsFolder, await fingerprint(recipe));
  const image = join(folder, 'card.img');
  if (!existsSync(folder)) {
    await mkdir(cardsFolder, { recursive: true });
    const work = await mkdtemp(join(cardsFolder, 'making-'));
    try {
      await make(recipe, join(work, 'tree'), join(work, 'card.img'));
      await rename(work, folder).catch((error: unknown) => {
        // Another process has made the same card meanwhile.
        if (!existsSync(image)) throw error;
      });
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  const inGuest = join('/cards', relative(cardsFolder, image));
  return { image, inGuest, filesystem, partitioned, label, files };
}

/** The sector of 512 bytes, on the whole card, that holds this byte of a file. */
export async function sectorOf({ image, files }: CardImage, path: string, offset: number): Promise<number> {
  const file = files.find((one) => one.path === path);
  const start = offset - (offset % sector);
  const wanted = file?.content.subarray(start, start + sector);
  const at = wanted === undefined || wanted.length === 0 ? -1 : (await readFile(image)).indexOf(wanted);
  if (at < 0) throw new LabError(`byte ${offset} of ${path} is not on ${image}`);
  return Math.floor(at / sector);
}

async function fingerprint(recipe: CardRecipe): Promise<string> {
  const hash = createHash('sha256');
  for (const name of ['cards.ts', 'exfat.ts', 'fat.ts'])
    hash.update(await readFile(new URL(name, import.meta.url)));
  const files = recipe.files.map(({ path, content, modified }) => [
    path,
    sha256(content),
    modified.toString(),
  ]);
  return hash
    .update(JSON.stringify({ ...recipe, files }))
    .digest('hex')
    .slice(0, 24);
}

async function make(recipe: CardRecipe, tree: string, image: string): Promise<void> {
  const { filesystem, mebibytes = 64, partitioned = true, label = 'RECORDER', harm } = recipe;
  const start = partitioned ? partitionStart : 0;
  const bytes = mebibytes * (1 << 20) - start;
  const volume = `${image}.volume`;
  await writeTree(recipe.files, tree);
  await using empty = await open(volume, 'w');
  await empty.truncate(bytes);
  await formatters[filesystem](volume, tree, label, start / sector, recipe.files);
  await rm(tree, { recursive: true });
  if (harm !== undefined) {
    if (filesystem !== 'vfat') throw new LabError(`${harm.kind} is a harm of FAT, not of ${filesystem}`);
    await harmFat(volume, harm);
  }
  if (partitioned) {
    await partition(volume, image, filesystem);
    await rm(volume);
  } else await rename(volume, image);
}

async function writeTree(files: readonly CardFile[], tree: string): Promise<void> {
  await mkdir(tree);
  for (const { path, content, modified } of files) {
    const at = join(tree, path);
    await mkdir(dirname(at), { recursive: true });
    await writeFile(at, content);
    const seconds = modified.toZonedDateTime(stationZone).epochMilliseconds / 1000;
    await utimes(at, seconds, seconds);
  }
}

type Formatter = (
  volume: string,
  tree: string,
  label: string,
  startSector: number,
  files: readonly CardFile[],
) => Promise<void>;

const formatters: Readonly<Record<Filesystem, Formatter>> = {
  async vfat(volume, tree, label, startSector) {
    await run('mkfs.vfat', ['-F', '32', '-n', label, '-h', String(startSector), volume]);
    const entries = (await readdir(tree)).map((name) => join(tree, name));
    if (entries.length > 0) await run('mcopy', ['-s', '-m', '-Q', '-i', volume, ...entries, '::']);
  },
  async exfat(volume, _tree, label, _startSector, files) {
    await run('mkfs.exfat', ['-L', label, '-c', '32K', volume]);
    await fillExfat(volume, files);
    await run('fsck.exfat', ['-n', volume]);
  },
  async ext4(volume, tree, label) {
    const options = 'root_owner=0:0,lazy_itable_init=0,lazy_journal_init=0';
    await run('mke2fs', ['-q', '-F', '-t', 'ext4', '-L', label, '-E', options, '-d', tree, volume]);
  },
  async ntfs(volume, tree, label, startSector, files) {
    const table = ['-p', String(startSector), '-H', '255', '-S', '63'];
    await run('mkntfs', ['-q', '-F', '-Q', '-L', label, ...table, volume]);
    for (const { path } of files) {
      // ntfscp makes no folders.
      if (path !== basename(path)) throw new LabError(`an NTFS card of the lab has no folders: ${path}`);
      await run('ntfscp', ['-q', volume, join(tree, path), path]);
    }
  },
};

/** One primary partition from 1 MiB to the end, as SD cards come; then the file system, without its holes. */
async function partition(volume: string, image: string, filesystem: Filesystem): Promise<void> {
  const types = { vfat: 0x0c, exfat: 0x07, ntfs: 0x07, ext4: 0x83 } as const;
  const { size } = await stat(volume);
  const table = Buffer.alloc(sector);
  table.writeUInt32LE(0x0d0c4e71, 440);
  table.set([0, 0xfe, 0xff, 0xff, types[filesystem], 0xfe, 0xff, 0xff], 446);
  table.writeUInt32LE(partitionStart / sector, 454);
  table.writeUInt32LE(size / sector, 458);
  table.writeUInt16LE(0xaa55, 510);
  await using from = await open(volume, 'r');
  await using to = await open(image, 'w');
  await to.truncate(partitionStart + size);
  await to.write(table, 0, table.length, 0);
  const chunk = Buffer.alloc(1 << 20);
  for (let at = 0; at < size; at += chunk.length) {
    const { bytesRead } = await from.read(chunk, 0, chunk.length, at);
    const part = chunk.subarray(0, bytesRead);
    if (part.some((byte) => byte !== 0)) await to.write(part, 0, bytesRead, partitionStart + at);
  }
}
