import fc from 'fast-check';
import t from 'tap';
import { scratchDatabase } from '../src/custody/database.ts';
import type { AnyDraft } from '../src/custody/entry.ts';
import { project } from '../src/custody/projector.ts';
import { DamageReport } from '../src/custody/verify/damage.ts';
import { checkCatalogue, entriesOf } from '../src/custody/verify/replay.ts';
import { projectors } from '../src/projections.ts';
import { everyEntry } from './support/every-entry.ts';
import { loneLedger } from './support/tamper-ledger.ts';
import { viewRows } from './support/view-rows.ts';

t.test('every view belongs to exactly one projector, and every projector’s table is a view', async (t) => {
  const db = scratchDatabase();
  const views = db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'view!_%' ESCAPE '!'`,
    )
    .pluck()
    .all();
  t.ok(views.length > 5);
  t.same(projectors.flatMap((one) => one.tables).toSorted(), views.toSorted());
  const tables = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all();
  t.same(
    tables.filter((name) => !/^(view|ledger|work)_/.test(name)),
    [],
    'every table says which of the three it is',
  );
  db.close();
});

t.test('a projector writes its own tables only', async (t) => {
  for (const one of projectors) {
    const db = scratchDatabase();
    const apply = project(db, [one]);
    for (const [seq, draft] of everyEntry.entries()) apply({ ...draft, seq, at: '2026-09-02T10:00:00.000Z' });
    for (const [table, rows] of Object.entries(viewRows(db)))
      if (!one.tables.includes(table)) t.same(rows, [], `${one.tables.join()} and ${table}`);
    db.close();
  }
});

/** One draft of some kind, its identities turned to one of a few: entries that meet, follow and contradict each other. */
const anyDraft: fc.Arbitrary<AnyDraft> = fc
  .tuple(fc.constantFrom(...everyEntry), fc.integer({ min: 0, max: 3 }))
  .map(([draft, who]) => turned(draft, String(who)));

function turned(draft: AnyDraft, who: string): AnyDraft {
  const text = JSON.stringify(draft)
    .replaceAll('ST01-D000001', `ST01-D00000${who}`)
    .replaceAll('ST01-2026-0000001', `ST01-2026-000000${who}`)
    .replaceAll('ST01-A000001', `ST01-A00000${who}`)
    .replaceAll('2222222', `222222${who}`)
    .replaceAll('a'.repeat(64), `${who}${'a'.repeat(63)}`);
  // The same shape with other names in it.
  return JSON.parse(text) as AnyDraft;
}

t.test('whatever the ledger has kept replays to the very rows that the writer made', async (t) => {
  const group = fc.array(fc.array(anyDraft, { maxLength: 6 }), { maxLength: 6 });
  let refused = 0;
  let kept = 0;
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 8 }), (groups) => {
      const lone = loneLedger(t);
      for (const appends of groups) {
        const outcomes = lone.writer.append(appends.map((drafts) => ({ drafts, work: [] })));
        refused += outcomes.filter((one) => 'refused' in one).length;
        lone.clock.instant = lone.clock.instant.add({ seconds: 1 });
      }
      kept += Number(lone.db.prepare('SELECT count(*) FROM ledger_entry').pluck().get());
      const damage = new DamageReport();
      checkCatalogue(lone.db, projectors, damage)?.close();
      t.strictSame(damage.list(), [], 'as verify replays');
      const again = scratchDatabase();
      const apply = project(again, projectors);
      for (const { read } of entriesOf(lone.db)) apply(read());
      t.strictSame(viewRows(again), viewRows(lone.db), 'every row of every view');
      again.close();
    }),
    { numRuns: 40 },
  );
  t.ok(refused > 0 && kept > 0, 'some were refused, which must leave nothing behind, and some were kept');
});
