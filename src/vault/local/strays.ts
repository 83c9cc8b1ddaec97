import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../../errors.ts';
import { readFailure } from './disk-error.ts';
import { fanOut, originalsFolder } from './layout.ts';

const fanName = /^[0-9a-f]{2}$/;
const originalName = /^[0-9a-f]{64}$/;

/** A file below `originals/`. */
export interface Standing {
  /** Relative to the vault, with `/`. */
  readonly path: string;
  /** Null where no original has such a name at such a place. */
  readonly sha256: string | null;
}

/**
 * Everything that stands among the originals, in no order, without holding the list in memory. No link is followed and
 * no file opened; a folder that is none of the vault's own is named and not gone into. Error: `vault.disk`.
 */
export async function* standingIn(root: string): AsyncGenerator<Standing> {
  for await (const outer of entriesOf(root, originalsFolder))
    if (!outer.folder || !fanName.test(outer.name)) yield { path: outer.path, sha256: null };
    else
      for await (const inner of entriesOf(root, outer.path))
        if (!inner.folder || !fanName.test(inner.name)) yield { path: inner.path, sha256: null };
        else
          for await (const one of entriesOf(root, inner.path)) {
            const [first, second] = fanOut(one.name);
            const isOne =
              one.file && originalName.test(one.name) && first === outer.name && second === inner.name;
            yield { path: one.path, sha256: isOne ? one.name : null };
          }
}

interface Entry {
  readonly name: string;
  readonly path: string;
  readonly folder: boolean;
  readonly file: boolean;
}

async function* entriesOf(root: string, folder: string): AsyncGenerator<Entry> {
  const path = join(root, folder);
  try {
    for await (const one of await opendir(path, { bufferSize: 256 }))
      yield {
        ...{ name: one.name, path: `${folder}/${one.name}` },
        ...{ folder: one.isDirectory(), file: one.isFile() },
      };
  } catch (error) {
    // Somebody has taken it away meanwhile, or it was never made.
    if (errnoOf(error) !== 'ENOENT') throw readFailure(error, path);
  }
}
