import { existsSync } from 'node:fs';
import type { StandingCopy } from './book.ts';
import { sha256OfFile } from './copy-file.ts';
import type { ViewingStore } from './store.ts';

/** A file that is not the one whose digest the ledger has. */
export interface DamagedCopy {
  readonly evidence: string;
  readonly file: string;
  readonly found: 'missing' | 'altered';
}

/** Re-reads copies and their pictures, and compares them with their entries. */
export async function* verifyCopies(
  store: ViewingStore,
  copies: Iterable<StandingCopy>,
): AsyncGenerator<{ readonly damaged: readonly DamagedCopy[] }> {
  for (const one of copies) {
    if (one.state !== 'made') continue;
    const { evidence, name, sha256, pictures } = one.said;
    const damaged: DamagedCopy[] = [];
    for (const expected of [{ name, sha256 }, ...pictures]) {
      const file = store.fileOf(one.said, expected.name);
      if (!existsSync(file)) damaged.push({ evidence, file, found: 'missing' });
      else if ((await sha256OfFile(file)) !== expected.sha256)
        damaged.push({ evidence, file, found: 'altered' });
    }
    yield { damaged };
  }
}
