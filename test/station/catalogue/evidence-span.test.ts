import t from 'tap';
import { createDatabase, type Db } from '../../../src/custody/database.ts';
import { type EvidenceFilter, evidenceList } from '../../../src/station/catalogue/evidence-list.ts';
import { anyId, idsWithin } from '../../../src/station/catalogue/evidence-span.ts';

/** Items with these ids, secured at these moments, in this order. */
function standing(rows: readonly (readonly [id: string, secured: string])[]): Db {
  const db = createDatabase(':memory:');
  const insert = db.prepare(
    `INSERT INTO view_evidence (evidence, recorder, docking, recording, sha256, blake3, bytes, path, modified, important,
       resumed, secured) VALUES (?, '1111111', 'ST01-D000001', ?, ?, '', 1, 'a.mp4', '', 0, 0, ?)`,
  );
  for (const [id, secured] of rows) insert.run(id, id, id, secured);
  return db;
}

const at = (time: string): Temporal.Instant => Temporal.Instant.from(time);
const filter: EvidenceFilter = {
  ...{ docking: null, recorder: null, officer: null, state: null, class: null, case: null },
  ...{ withoutCase: false, singleCopy: false, unassigned: false, since: null, until: null },
  ...{ after: null, newestFirst: false, limit: 100 },
};
const numbers = (db: Db, since: string | null, until: string | null) =>
  evidenceList(db, {
    ...filter,
    since: since === null ? null : at(since),
    until: until === null ? null : at(until),
  }).evidence.map(({ evidenceId }) => Number(evidenceId.slice(-7)));

const usual = [
  ['ST01-2025-0000001', '2025-12-31T15:59:59.000Z'],
  ['ST01-2026-0000002', '2025-12-31T16:00:00.000Z'],
  ['ST01-2026-0000003', '2026-01-02T00:00:00.250Z'],
  ['ST01-2026-0000004', '2026-01-02T00:00:00.250Z'],
  ['ST01-2026-0000005', '2026-03-01T00:00:00.000Z'],
] as const;

t.test(
  'a span of time holds what was secured in it, from its beginning up to but without its end',
  async (t) => {
    const db = standing(usual);
    t.same(numbers(db, null, null), [1, 2, 3, 4, 5]);
    t.same(numbers(db, '2026-01-02T00:00:00.25Z', null), [3, 4, 5]);
    t.same(numbers(db, '2026-01-02T00:00:00.2501Z', null), [5]);
    t.same(numbers(db, null, '2026-01-02T00:00:00.25Z'), [1, 2]);
    t.same(numbers(db, '2025-12-31T16:00:00Z', '2026-03-01T00:00:00Z'), [2, 3, 4]);
    t.same(numbers(db, '2030-01-01T00:00:00Z', null), []);
    t.same(numbers(db, null, '2001-01-01T00:00:00Z'), []);
    t.same(idsWithin(db, at('2026-01-02T00:00:00.25Z'), null), { from: 'ST01-2026-0000003', to: null });
  },
);

t.test('a station whose clock went back into an earlier year still finds everything', async (t) => {
  const db = standing([
    ...usual,
    ['ST01-2027-0000006', '2027-01-01T00:00:00.000Z'],
    ['ST01-2026-0000007', '2027-01-01T00:00:00.000Z'],
    ['ST01-2027-0000008', '2027-01-02T00:00:00.000Z'],
  ]);
  t.same(idsWithin(db, at('2027-01-01T00:00:00Z'), null), anyId);
  t.same(numbers(db, '2027-01-01T00:00:00Z', null), [7, 6, 8]);
});

t.test('so does one whose numbers have outgrown their digits', async (t) => {
  const db = standing([
    ['ST01-2026-9999999', '2026-01-01T00:00:00.000Z'],
    ['ST01-2026-10000000', '2026-01-02T00:00:00.000Z'],
  ]);
  t.same(idsWithin(db, at('2026-01-02T00:00:00Z'), null), anyId);
  t.same(evidenceList(db, { ...filter, since: at('2026-01-02T00:00:00Z') }).evidence.length, 1);
});
