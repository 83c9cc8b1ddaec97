import { open, readFile } from 'node:fs/promises';
import { LabError } from './host.ts';

/** What goes wrong with FAT on recorders whose battery died, whose card is worn or whose firmware is careless. */
export type FatHarm =
  /** The flag that it was not unmounted. */
  | { readonly kind: 'dirty' }
  /** The chain of a file's or a folder's clusters comes back to its first one. */
  | { readonly kind: 'loop'; readonly path: string }
  /** The long name begins with half of a UTF-16 pair. */
  | { readonly kind: 'broken_name'; readonly path: string };

interface Entry {
  readonly cluster: number;
  readonly isFolder: boolean;
  readonly name: string;
  /** Where its long name begins in the volume; null where it has none. */
  readonly longName: number | null;
}

const endOfChain = 0x0ffffff8;
/** The 13 characters of a long name's entry lie in three places (Microsoft FAT specification, section 7). */
const namePlaces = [1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30];

/** Does this harm to a FAT32 volume (no partition table). */
export async function harmFat(volume: string, harm: FatHarm): Promise<void> {
  const fat = new Fat(await readFile(volume));
  switch (harm.kind) {
    case 'dirty':
      fat.setDirty();
      break;
    case 'loop':
      fat.closeLoop(fat.find(harm.path));
      break;
    case 'broken_name':
      fat.breakName(fat.find(harm.path));
  }
  await using file = await open(volume, 'r+');
  await file.write(fat.bytes, 0, fat.bytes.length, 0);
}

class Fat {
  readonly bytes: Buffer;
  readonly #clusterBytes: number;
  readonly #tables: readonly number[];
  readonly #data: number;
  readonly #root: number;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    const sector = bytes.readUInt16LE(11);
    const tableBytes = bytes.readUInt32LE(36) * sector;
    const first = bytes.readUInt16LE(14) * sector;
    const count = bytes.readUInt8(16);
    this.#clusterBytes = bytes.readUInt8(13) * sector;
    this.#tables = Array.from({ length: count }, (_, table) => first + table * tableBytes);
    this.#data = first + count * tableBytes;
    this.#root = bytes.readUInt32LE(44);
  }

  setDirty(): void {
    this.bytes.writeUInt8(this.bytes.readUInt8(0x41) | 1, 0x41);
    this.#set(1, this.#next(1) & ~0x08000000);
  }

  closeLoop({ cluster, name }: Entry): void {
    const chain = this.#chain(cluster);
    const last = chain.at(-1);
    if (last === undefined) throw new LabError(`${name} is empty, so its chain cannot loop`);
    this.#set(last, cluster);
  }

  breakName({ longName, name }: Entry): void {
    if (longName === null) throw new LabError(`${name} has no long name to break`);
    this.bytes.writeUInt16LE(0xd83d, longName + 1);
  }

  find(path: string): Entry {
    let entry: Entry = { cluster: this.#root, isFolder: true, name: '', longName: null };
    for (const name of path.split('/')) {
      const next = this.#entries(entry.cluster).find((one) => one.name === name.toLowerCase());
      if (next === undefined) throw new LabError(`there is no ${name} of ${path} on the FAT volume`);
      entry = next;
    }
    return entry;
  }

  #next(cluster: number): number {
    return this.bytes.readUInt32LE((this.#tables[0] ?? 0) + cluster * 4);
  }

  #set(cluster: number, value: number): void {
    for (const table of this.#tables) this.bytes.writeUInt32LE(value, table + cluster * 4);
  }

  #chain(first: number): readonly number[] {
    const chain: number[] = [];
    for (let at = first; at >= 2 && at < endOfChain; at = this.#next(at) & 0x0fffffff) chain.push(at);
    return chain;
  }

  #entries(folder: number): readonly Entry[] {
    const found: Entry[] = [];
    let long = '';
    let longName: number | null = null;
    for (const cluster of this.#chain(folder)) {
      const start = this.#data + (cluster - 2) * this.#clusterBytes;
      for (let at = start; at < start + this.#clusterBytes; at += 32) {
        const attributes = this.bytes.readUInt8(at + 11);
        if (attributes === 0x0f) {
          long = this.#namePart(at) + long;
          longName = at;
          continue;
        }
        const first = this.bytes.readUInt8(at);
        if (first !== 0 && first !== 0xe5) found.push(this.#entry(at, attributes, long, longName));
        long = '';
        longName = null;
      }
    }
    return found;
  }

  #entry(at: number, attributes: number, long: string, longName: number | null): Entry {
    const base = this.bytes.toString('latin1', at, at + 8).trimEnd();
    const extension = this.bytes.toString('latin1', at + 8, at + 11).trimEnd();
    const name = long || (extension === '' ? base : `${base}.${extension}`);
    const cluster = this.bytes.readUInt16LE(at + 20) * 65536 + this.bytes.readUInt16LE(at + 26);
    return { cluster, isFolder: (attributes & 0x10) !== 0, name: name.toLowerCase(), longName };
  }

  #namePart(at: number): string {
    const units = namePlaces.map((place) => this.bytes.readUInt16LE(at + place));
    return String.fromCharCode(...units.filter((unit) => unit !== 0 && unit !== 0xffff));
  }
}
