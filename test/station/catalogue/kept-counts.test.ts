import fc from 'fast-check';
import t from 'tap';
import { scratchDatabase } from '../../../src/custody/database.ts';
import { verdictCounts } from '../../../src/station/catalogue/counts.ts';
import { retentionCounts } from '../../../src/station/catalogue/retention-counts.ts';
import { ViewingBook } from '../../../src/viewing/book.ts';
import { DeskStation } from '../../deadlines/desk-station.ts';

t.test('the station tells as many verdicts as stand, whatever took the place of what', async (t) => {
  const station = new DeskStation(t);
  const docked = { docked: '2026-03-02 19:00', secured: '2026-03-02 19:05' };
  const one = await station.secure({ ...docked, start: '2026-03-02 18:00', ended: '2026-03-02 18:05' });
  await station.secure({ ...docked, start: '2026-03-02 10:00', ended: '2026-03-02 10:05' });
  await station.desk.catchUp();
  const { db } = station.lone;
  const counted = (): unknown =>
    db
      .prepare(`SELECT verdict AS kind, count(*) AS count FROM view_verdict GROUP BY verdict ORDER BY 1`)
      .all();
  const kept = (): unknown =>
    db
      .prepare(`SELECT kind, count FROM work_count WHERE counted = 'verdict' AND count > 0 ORDER BY kind`)
      .all();
  t.strictSame(kept(), counted());
  await station.store(one, '2026-03-02 19:06');
  station.now('2026-03-20 00:00');
  await station.desk.catchUp();
  t.strictSame(kept(), counted());
  const { onTime, overdue } = verdictCounts(db);
  t.strictSame({ onTime, overdue }, { onTime: 1, overdue: 1 });
});

const rows = fc.array(
  fc.record({
    of: fc.integer({ min: 0, max: 3 }),
    kind: fc.constantFrom('made', 'failed', 'removed', 'gone'),
    bytes: fc.integer({ min: 0, max: 1_000 }),
  }),
);

t.test('of viewing copies and classes as many are told as there are, and as many bytes', async (t) => {
  fc.assert(
    fc.property(rows, (all) => {
      const db = scratchDatabase();
      const put = db.prepare(
        `INSERT OR REPLACE INTO view_viewing_copy (original, settings, state, at, bytes, said) VALUES (?, '', ?, '', ?, '')`,
      );
      const classify = db.prepare('INSERT OR REPLACE INTO view_class (evidence, class) VALUES (?, ?)');
      for (const { of, kind, bytes } of all) {
        if (kind === 'gone') db.prepare('DELETE FROM view_viewing_copy WHERE original = ?').run(String(of));
        else put.run(String(of), kind, bytes);
        if (kind === 'gone') db.prepare('DELETE FROM view_class WHERE evidence = ?').run(String(of));
        else classify.run(String(of), kind === 'made' ? 'evidence' : 'unknown');
      }
      const counted = db
        .prepare(
          `SELECT count(*) FILTER (WHERE state = 'made') AS made, count(*) FILTER (WHERE state = 'failed') AS failed,
             coalesce(sum(bytes), 0) AS bytes, 0 AS waiting FROM view_viewing_copy`,
        )
        .get();
      t.strictSame(new ViewingBook(db).counts(), counted);
      const classified = db.prepare(`SELECT count(*) FROM view_class WHERE class = 'evidence'`).pluck().get();
      t.equal(0 - retentionCounts(db).unclassified, classified);
      db.close();
    }),
    { numRuns: 30 },
  );
});
