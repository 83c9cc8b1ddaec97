import { open, readFile } from 'node:fs/promises';
import type { CardFile } from './card-files.ts';
import { LabError } from './host.ts';

/** The offset of China Standard Time in quarter hours, and the bit that says it is known. */
const chinaOffset = 0x80 | (8 * 4);

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly files: Map<string, CardFile>;
}

/**
 * Puts files into a fresh exFAT volume (mtools has no exFAT), after Microsoft's exFAT specification. Every file and
 * folder is in one piece, as recorders write them, and so needs no chain in the FAT.
 */
export async function fillExfat(volume: string, files: readonly CardFile[]): Promise<void> {
  const exfat = new Exfat(await readFile(volume));
  const root: Folder = { folders: new Map(), files: new Map() };
  for (const file of files) {
    const names = file.path.split('/');
    const name = names.pop() ?? '';
    let folder = root;
    for (const step of names) {
      const next = folder.folders.get(step) ?? { folders: new Map(), files: new Map() };
      folder.folders.set(step, next);
      folder = next;
    }
    folder.files.set(name, file);
  }
  exfat.fillRoot(root);
  await using file = await open(volume, 'r+');
  await file.write(exfat.bytes, 0, exfat.bytes.length, 0);
}

class Exfat {
  readonly bytes: Buffer;
  readonly #clusterBytes: number;
  readonly #heap: number;
  readonly #clusters: number;
  readonly #root: number;
  readonly #bitmap: number;
  #free = 2;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    const sector = 1 << bytes.readUInt8(108);
    this.#clusterBytes = sector << bytes.readUInt8(109);
    this.#heap = bytes.readUInt32LE(88) * sector;
    this.#clusters = bytes.readUInt32LE(92);
    this.#root = this.#at(bytes.readUInt32LE(96));
    const bitmapEntry = this.#rootEntries().find((at) => bytes.readUInt8(at) === 0x81);
    if (bitmapEntry === undefined) throw new LabError('the exFAT volume has no allocation bitmap');
    this.#bitmap = this.#at(bytes.readUInt32LE(bitmapEntry + 20));
    while (this.#isUsed(this.#free)) this.#free += 1;
  }

  /** Behind the label, the bitmap and the up-case table that mkfs has put there. */
  fillRoot(root: Folder): void {
    const entries = this.#entriesOf(root);
    const start = this.#rootEntries().find((at) => this.bytes.readUInt8(at) === 0);
    if (start === undefined || start + entries.length > this.#root + this.#clusterBytes)
      throw new LabError('the root folder of an exFAT card of the lab has room for about 200 names');
    this.bytes.set(entries, start);
  }

  #rootEntries(): readonly number[] {
    return Array.from({ length: this.#clusterBytes / 32 }, (_, entry) => this.#root + entry * 32);
  }

  #entriesOf({ folders, files }: Folder): Buffer {
    const first = Temporal.PlainDateTime.from('2026-09-02T08:00:00');
    const below = [...folders].map(([name, folder]) =>
      entrySet(name, 0x10, first, this.#store(this.#entriesOf(folder), true)),
    );
    const here = [...files].map(([name, { content, modified }]) =>
      entrySet(name, 0x20, modified, this.#store(content, false)),
    );
    return Buffer.concat([...below, ...here]);
  }

  /** A folder is as long as its clusters; the rest of the last one is free entries. */
  #store(content: Buffer, isFolder: boolean): { readonly cluster: number; readonly length: number } {
    const count = Math.max(isFolder ? 1 : 0, Math.ceil(content.length / this.#clusterBytes));
    if (count === 0) return { cluster: 0, length: 0 };
    const cluster = this.#free;
    this.#free += count;
    if (this.#free > this.#clusters + 2) throw new LabError('the exFAT card is too small for its files');
    for (let one = cluster; one < this.#free; one += 1) this.#setUsed(one);
    this.bytes.set(content, this.#at(cluster));
    return { cluster, length: isFolder ? count * this.#clusterBytes : content.length };
  }

  #at(cluster: number): number {
    return this.#heap + (cluster - 2) * this.#clusterBytes;
  }

  #isUsed(cluster: number): boolean {
    return ((this.bytes[this.#bitmap + ((cluster - 2) >> 3)] ?? 0) & (1 << ((cluster - 2) & 7))) !== 0;
  }

  #setUsed(cluster: number): void {
    const at = this.#bitmap + ((cluster - 2) >> 3);
    this.bytes.writeUInt8(this.bytes.readUInt8(at) | (1 << ((cluster - 2) & 7)), at);
  }
}

/** A file's entries: the file, its stream, its name 15 characters at a time (sections 7.4, 7.6 and 7.7). */
function entrySet(
  name: string,
  attributes: number,
  modified: Temporal.PlainDateTime,
  { cluster, length }: { readonly cluster: number; readonly length: number },
): Buffer {
  const nameEntries = Math.ceil(name.length / 15);
  const set = Buffer.alloc((2 + nameEntries) * 32);
  set.set([0x85, 1 + nameEntries], 0);
  set.writeUInt16LE(attributes, 4);
  for (const at of [8, 12, 16]) set.writeUInt32LE(stamp(modified), at);
  const hundredths = (modified.second % 2) * 100 + Math.floor(modified.millisecond / 10);
  set.set([hundredths, hundredths, chinaOffset, chinaOffset, chinaOffset], 20);
  // 1: clusters may be allocated; 2: they are in one piece.
  set.set([0xc0, cluster === 0 ? 1 : 3, 0, name.length], 32);
  set.writeUInt16LE(nameHash(name), 36);
  set.writeBigUInt64LE(BigInt(length), 40);
  set.writeUInt32LE(cluster, 52);
  set.writeBigUInt64LE(BigInt(length), 56);
  for (let entry = 0; entry < nameEntries; entry += 1) {
    set.writeUInt8(0xc1, (2 + entry) * 32);
    set.write(name.slice(entry * 15, entry * 15 + 15), (2 + entry) * 32 + 2, 'utf16le');
  }
  set.writeUInt16LE(checksum(set), 2);
  return set;
}

function stamp({ year, month, day, hour, minute, second }: Temporal.PlainDateTime): number {
  const date = ((year - 1980) << 9) | (month << 5) | day;
  return ((date << 16) | (hour << 11) | (minute << 5) | (second >> 1)) >>> 0;
}

function rotate(sum: number): number {
  return ((sum << 15) | (sum >> 1)) & 0xffff;
}

/** Over the name in capitals, as the volume's own table writes them; for Chinese and Latin that is `toUpperCase`. */
function nameHash(name: string): number {
  return Buffer.from(name.toUpperCase(), 'utf16le').reduce((sum, byte) => (rotate(sum) + byte) & 0xffff, 0);
}

function checksum(set: Buffer): number {
  return set.reduce((sum, byte, at) => (at === 2 || at === 3 ? sum : (rotate(sum) + byte) & 0xffff), 0);
}
