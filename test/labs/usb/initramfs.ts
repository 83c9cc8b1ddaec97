import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** A folder as a newc archive (Linux, `Documentation/driver-api/early-userspace/buffer-format.rst`), all owned by root. */
export function initramfsOf(folder: string): Buffer {
  const parts: Buffer[] = [];
  let inode = 0;
  const put = (name: string, mode: number, data: Buffer): void => {
    inode += 1;
    const size = Buffer.byteLength(name) + 1;
    const fields = [inode, mode, 0, 0, 1, 0, data.length, 0, 0, 0, 0, size, 0];
    const header = `070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}`;
    parts.push(padded(Buffer.from(`${header}${name}\0`)), padded(data));
  };
  const walk = (below: string): void => {
    for (const name of readdirSync(join(folder, below)).sort()) {
      const inside = below === '' ? name : `${below}/${name}`;
      const path = join(folder, inside);
      const { mode } = lstatSync(path);
      const kind = mode & 0o170000;
      if (kind === 0o040000) {
        put(inside, mode, Buffer.alloc(0));
        walk(inside);
      } else if (kind === 0o120000) put(inside, mode, Buffer.from(readlinkSync(path)));
      else put(inside, mode, readFileSync(path));
    }
  };
  walk('');
  put('TRAILER!!!', 0, Buffer.alloc(0));
  return Buffer.concat(parts);
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}
