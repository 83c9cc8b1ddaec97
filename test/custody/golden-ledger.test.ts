import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { opensCommitment } from '../../src/custody/commitment.ts';
import { scratchDatabase } from '../../src/custody/database.ts';
import type { AnyEntry } from '../../src/custody/entry.ts';
import { leafHash, merkleRoot } from '../../src/custody/merkle.ts';
import { parseLeaf } from '../../src/custody/parse-leaf.ts';
import { project } from '../../src/custody/projector.ts';
import { projectors } from '../../src/projections.ts';
import { everyType } from '../support/every-entry.ts';
import { viewRows } from '../support/view-rows.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const golden = readdirSync(fixtures).filter((name) => /^ledger-\d+$/.test(name));

interface Line {
  readonly leaf: string;
  readonly personal: readonly { readonly field: string; readonly value: string; readonly salt: string }[];
}

function linesOf(folder: string): readonly Line[] {
  const text = readFileSync(join(fixtures, folder, 'entries.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

t.test('there is a golden ledger, and every kind of entry stands in one', async (t) => {
  const types = new Set(golden.flatMap(linesOf).map(({ leaf }) => parseLeaf(Buffer.from(leaf)).type));
  t.same([...types].toSorted(), everyType.toSorted());
});

for (const folder of golden) {
  const lines = linesOf(folder);

  t.test(`${folder}: a ledger of an earlier version still has its root`, async (t) => {
    const root = merkleRoot(lines.map(({ leaf }) => leafHash(Buffer.from(leaf))));
    t.equal(
      Buffer.from(root).toString('hex'),
      readFileSync(join(fixtures, folder, 'root.txt'), 'utf8').trim(),
    );
  });

  t.test(`${folder}: its personal values still open their commitments`, async (t) => {
    for (const { leaf, personal } of lines) {
      const { commit, seq } = parseLeaf(Buffer.from(leaf));
      t.same(personal.map((one) => one.field).toSorted(), Object.keys(commit).toSorted(), `entry ${seq}`);
      for (const { field, value, salt } of personal) {
        t.ok(opensCommitment(commit[field] ?? '', Buffer.from(salt, 'hex'), value), `entry ${seq} ${field}`);
      }
    }
  });

  t.test(`${folder}: it still replays to the same catalogue`, async (t) => {
    const db = scratchDatabase();
    const apply = project(db, projectors);
    for (const { leaf, personal } of lines) {
      const { seq, at, type, actor, subject, data } = parseLeaf(Buffer.from(leaf));
      const values = Object.fromEntries(personal.map(({ field, value }) => [field, value]));
      // What was written by an earlier version has that version's shapes; the projectors must know them all.
      apply({ seq, at, type, actor, subject, data, personal: values } as unknown as AnyEntry);
    }
    const expected: Readonly<Record<string, unknown>> = JSON.parse(
      readFileSync(join(fixtures, folder, 'rows.json'), 'utf8'),
    );
    const rows: Readonly<Record<string, unknown>> = JSON.parse(JSON.stringify(viewRows(db)));
    // A table that came later may hold what older entries say of it.
    for (const [table, found] of Object.entries(rows))
      if (table in expected) t.same(found, expected[table], table);
    t.same(
      Object.keys(expected).filter((table) => !(table in rows)),
      [],
    );
    db.close();
  });
}
