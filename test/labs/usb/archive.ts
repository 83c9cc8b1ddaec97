import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

const kinds = { mask: 0o170000, folder: 0o040000, link: 0o120000 } as const;

/** A newc archive (Linux, `Documentation/driver-api/early-userspace/buffer-format.rst`), of which all belongs to root. */
export class Archive {
  readonly #parts: Buffer[] = [];
  readonly #folders = new Set(['.', '/', '']);
  #inode = 0;

  /** A folder of this machine as `at` (without a leading slash), but for what `leaveOut` names by its path here. */
  addTree(folder: string, at: string, leaveOut: (path: string) => boolean = () => false): void {
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      if (leaveOut(path)) continue;
      const inside = at === '' ? name : `${at}/${name}`;
      const { mode } = lstatSync(path);
      if ((mode & kinds.mask) === kinds.folder) {
        this.addFolder(inside, mode & 0o7777);
        this.addTree(path, inside, leaveOut);
      } else if ((mode & kinds.mask) === kinds.link) this.addLink(inside, readlinkSync(path));
      else this.addFile(inside, readFileSync(path), mode & 0o7777);
    }
  }

  addFile(at: string, data: Buffer, mode = 0o644): void {
    this.addFolder(dirname(at));
    this.#put(at, 0o100000 | mode, data);
  }

  addLink(at: string, target: string): void {
    this.addFolder(dirname(at));
    this.#put(at, kinds.link | 0o777, Buffer.from(target));
  }

  /** With all the folders above it. */
  addFolder(at: string, mode = 0o755): void {
    if (this.#folders.has(at)) return;
    this.addFolder(dirname(at));
    this.#folders.add(at);
    this.#put(at, kinds.folder | mode, Buffer.alloc(0));
  }

  /** Whole archives can stand one after another in one initramfs. */
  end(): Buffer {
    this.#put('TRAILER!!!', 0, Buffer.alloc(0));
    return Buffer.concat(this.#parts);
  }

  #put(name: string, mode: number, data: Buffer): void {
    this.#inode += 1;
    const size = Buffer.byteLength(name) + 1;
    const fields = [this.#inode, mode, 0, 0, 1, 0, data.length, 0, 0, 0, 0, size, 0];
    const header = `070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}`;
    this.#parts.push(padded(Buffer.from(`${header}${name}\0`)), data, padding(data.length));
  }
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, padding(bytes.length)]);
}

function padding(length: number): Buffer {
  return Buffer.alloc((4 - (length % 4)) % 4);
}
