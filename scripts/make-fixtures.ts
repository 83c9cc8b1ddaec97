import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scratchDatabase } from '../src/custody/database.ts';
import { makeLeaf } from '../src/custody/leaf.ts';
import { leafHash, merkleRoot } from '../src/custody/merkle.ts';
import { project } from '../src/custody/projector.ts';
import { projectors } from '../src/projections.ts';
import { everyEntry } from '../test/support/every-entry.ts';
import { viewRows } from '../test/support/view-rows.ts';

/**
 * Writes the golden ledger: one entry of every kind with its leaf, its personal values and the catalogue it replays to.
 * A golden ledger is what some version of this program wrote, so a standing one is never replaced: a new version gets
 * a new folder, and every one of them must replay for ever. Usage: node scripts/make-fixtures.ts FOLDER
 */
const folder = process.argv[2] ?? fileURLToPath(new URL('../fixtures/ledger-1/', import.meta.url));
if (existsSync(join(folder, 'root.txt'))) throw new Error(`${folder} stands already; choose a new one`);

const salt = (): Uint8Array => new Uint8Array(32).fill(7);
const start = Temporal.Instant.from('2026-11-21T10:00:00Z');
const db = scratchDatabase();
const apply = project(db, projectors);
const lines: string[] = [];
const hashes: Uint8Array[] = [];
everyEntry.forEach((draft, seq) => {
  const at = start.add({ seconds: seq }).toString({ fractionalSecondDigits: 3 });
  const { leaf, personal } = makeLeaf(draft, seq, at, salt);
  apply({ ...draft, seq, at });
  hashes.push(leafHash(leaf));
  const beside = personal.map(({ field, value, salt: s }) => ({
    field,
    value,
    salt: Buffer.from(s).toString('hex'),
  }));
  lines.push(JSON.stringify({ leaf: Buffer.from(leaf).toString('utf8'), personal: beside }));
});

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'entries.jsonl'), `${lines.join('\n')}\n`);
writeFileSync(join(folder, 'rows.json'), `${JSON.stringify(viewRows(db), null, 1)}\n`);
writeFileSync(join(folder, 'root.txt'), `${Buffer.from(merkleRoot(hashes)).toString('hex')}\n`);
