import { unlinkSync } from 'node:fs';
import fc from 'fast-check';
import t from 'tap';
import type { AnyDraft } from '../../src/custody/entry.ts';
import type { AppendOutcome } from '../../src/custody/ledger-writer.ts';
import { createStationKey } from '../../src/custody/station-key.ts';
import {
  docked,
  dockings,
  type LoneLedger,
  loneLedger,
  rootInDatabase,
  rootOfNote,
} from '../support/tamper-ledger.ts';

/** An entry that the leaf's limit of 65,535 bytes refuses. */
const tooLarge: AnyDraft = {
  type: 'recordings.recognised',
  actor: { kind: 'machine', id: 'station' },
  subject: { kind: 'docking', id: 'ST01-D000001' },
  data: { docking: 'ST01-D000001', evidence: Array.from({ length: 4_000 }, (_, i) => `ST01-2026-${i}`) },
  personal: {},
};

const unsound: Readonly<Record<string, { drafts: readonly AnyDraft[]; work?: { sql: string; params: [] } }>> =
  {
    'an entry too large': { drafts: [...dockings(900, 3), tooLarge] },
    'a row that its view has already': { drafts: [...dockings(910, 3), docked(910)] },
    'work on a table that is not there': {
      drafts: dockings(920, 3),
      work: { sql: 'DELETE FROM work_x', params: [] },
    },
  };

function refusedIn(outcomes: readonly AppendOutcome[]): readonly boolean[] {
  return outcomes.map((one) => 'refused' in one);
}

/** What the ledger is, as far as an append could have changed it. */
function standing({ db }: LoneLedger): readonly unknown[] {
  return ['ledger_entry', 'ledger_personal', 'ledger_tile', 'view_entry', 'view_docking', 'work_copy'].map(
    (table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  );
}

function sameTrees(t: import('tap').Test, lone: LoneLedger, what: string): void {
  t.equal(rootOfNote(lone.writer.checkpoint().note), rootInDatabase(lone.db), what);
}

for (const [what, { drafts, work }] of Object.entries(unsound)) {
  t.test(`${what} is refused alone, and nothing of it is kept`, async (t) => {
    const lone = loneLedger(t);
    lone.writer.append([{ drafts: dockings(0, 254), work: [] }]);
    const outcomes = lone.writer.append([
      { drafts: [docked(254)], work: [] },
      { drafts, work: work === undefined ? [] : [work] },
      { drafts: dockings(255, 4), work: [] },
    ]);
    t.same(refusedIn(outcomes), [false, true, false]);
    const [first, , third] = outcomes;
    t.match(first, { ok: { first: 254, size: 259 } });
    t.match(third, { ok: { first: 255, size: 259 } }, 'the places close up, across the edge of a tile');
    t.same(standing(lone), [259, 259, 1, 259, 259, 0]);
    sameTrees(t, lone, 'the tree in memory is the one in the database');
    lone.reopen();
    sameTrees(t, lone, 'and the one that is taken up again');
    lone.writer.append([{ drafts: dockings(300, 300), work: [] }]);
    sameTrees(t, lone, 'and goes on growing right');
  });
}

t.test('whatever appends come together, memory and database hold the same tree', async (t) => {
  const group = fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.boolean()), { maxLength: 5 });
  let next = 0;
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), (groups) => {
      const lone = loneLedger(t);
      for (const appends of groups) {
        const outcomes = lone.writer.append(
          appends.map(([count, sound]) => {
            const drafts = dockings(next, count);
            next += count;
            return { drafts: sound ? drafts : [...drafts, tooLarge], work: [] };
          }),
        );
        t.same(
          refusedIn(outcomes),
          appends.map(([, sound]) => !sound),
        );
      }
      sameTrees(t, lone, 'grown');
      lone.reopen();
      sameTrees(t, lone, 'taken up');
    }),
    { numRuns: 12 },
  );
});

t.test('a commit that fails takes everything back and ends the ledger', async (t) => {
  let failing = false;
  const lone = loneLedger(t, (point) => {
    if (failing && point === 'ledger.commit.before') throw new Error('EIO: injected');
  });
  lone.writer.append([{ drafts: dockings(0, 3), work: [] }]);
  const before = standing(lone);
  failing = true;
  const unwritable = { code: 'custody.ledger_unwritable' };
  t.throws(
    () =>
      lone.writer.append([
        { drafts: [docked(3)], work: [] },
        { drafts: [docked(4)], work: [] },
      ]),
    unwritable,
  );
  failing = false;
  t.throws(
    () => lone.writer.append([{ drafts: [docked(3)], work: [] }]),
    unwritable,
    'nothing goes in any more',
  );
  t.throws(() => lone.writer.append([]), unwritable);
  t.throws(() => lone.writer.checkpoint(), unwritable, 'and nothing is signed');
  t.same(standing(lone), before);
  lone.reopen();
  const [again] = lone.writer.append([{ drafts: [docked(3)], work: [] }]);
  t.match(again, { ok: { first: 3 } }, 'a new start goes on where the disk is');
  sameTrees(t, lone, 'with the tree of the disk');
});

t.test('a full disk ends the ledger, it is no fault of the entry', async (t) => {
  const lone = loneLedger(t);
  lone.writer.append([{ drafts: dockings(0, 3), work: [] }]);
  const before = standing(lone);
  lone.own.pragma(`max_page_count = ${lone.own.pragma('page_count', { simple: true })}`);
  const both = [
    { drafts: [docked(3)], work: [] },
    { drafts: dockings(4, 2_000), work: [] },
  ];
  t.throws(() => lone.writer.append(both), { code: 'custody.ledger_unwritable', params: { found: /full/ } });
  t.throws(() => lone.writer.append([{ drafts: [docked(3)], work: [] }]), {
    code: 'custody.ledger_unwritable',
  });
  t.same(standing(lone), before);
});

t.test('a clock that goes back never takes an entry back in time', async (t) => {
  const lone = loneLedger(t);
  const times = [
    '2026-09-02T10:00:05Z',
    '2026-09-02T10:00:04Z',
    '2000-01-01T00:00:00Z',
    '2026-09-02T10:00:06Z',
  ];
  const ats = times.map((time, i) => {
    lone.clock.instant = Temporal.Instant.from(time);
    const [outcome] = lone.writer.append([{ drafts: [docked(i)], work: [] }]);
    return outcome !== undefined && 'ok' in outcome ? outcome.ok.at : null;
  });
  t.same(ats, [
    '2026-09-02T10:00:05.000Z',
    '2026-09-02T10:00:05.000Z',
    '2026-09-02T10:00:05.000Z',
    '2026-09-02T10:00:06.000Z',
  ]);
  lone.clock.instant = Temporal.Instant.from('1970-01-01T00:00:00Z');
  lone.reopen();
  const [after] = lone.writer.append([{ drafts: [docked(9)], work: [] }]);
  t.match(after, { ok: { at: '2026-09-02T10:00:06.000Z' } }, 'not after a restart either');
});

t.test('a refused append with a later time leaves no later time behind', async (t) => {
  const lone = loneLedger(t);
  lone.writer.append([{ drafts: [docked(0)], work: [] }]);
  lone.clock.instant = Temporal.Instant.from('2099-01-01T00:00:00Z');
  t.same(refusedIn(lone.writer.append([{ drafts: [docked(1), tooLarge], work: [] }])), [true]);
  lone.clock.instant = Temporal.Instant.from('2026-09-02T10:00:01Z');
  const [outcome] = lone.writer.append([{ drafts: [docked(1)], work: [] }]);
  t.match(outcome, { ok: { at: '2026-09-02T10:00:01.000Z' } });
});

t.test('the same size twice gives the same signed head, another size another', async (t) => {
  const lone = loneLedger(t);
  const empty = lone.writer.checkpoint();
  t.equal(empty.size, 0);
  lone.writer.append([{ drafts: dockings(0, 3), work: [] }]);
  const first = lone.writer.checkpoint();
  t.same(lone.writer.checkpoint(), first);
  lone.reopen();
  t.same(lone.writer.checkpoint(), first);
  lone.writer.append([{ drafts: [docked(3)], work: [] }]);
  t.match(lone.writer.checkpoint(), { size: 4 });
  t.equal(lone.db.prepare('SELECT count(*) FROM ledger_checkpoint').pluck().get(), 3);
});

t.test('an append of nothing but work is no entry', async (t) => {
  const lone = loneLedger(t);
  const work = { sql: `INSERT INTO work_published (name, value) VALUES ('ledger', ?)`, params: [7] };
  t.match(lone.writer.append([{ drafts: [], work: [work] }]), [{ ok: { first: 0, size: 0 } }]);
  t.equal(lone.db.prepare('SELECT value FROM work_published').pluck().get(), 7);
});

/** Spoils the database behind the writer's back, and says how the next start ends. */
function afterSpoiling(t: import('tap').Test, sql: readonly string[]): () => void {
  const lone = loneLedger(t);
  lone.writer.append([{ drafts: dockings(0, 600), work: [] }]);
  lone.writer.checkpoint();
  for (const one of sql) lone.writer.append([{ drafts: [], work: [{ sql: one, params: [] }] }]);
  return () => lone.reopen();
}

t.test('a writer does not go on from a tree that is not the signed one', async (t) => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'entries cut off': ['DELETE FROM ledger_entry WHERE seq > 500'],
    'a tile changed': ['UPDATE ledger_tile SET hashes = zeroblob(8192) WHERE place = 1'],
    'a tile gone': ['DELETE FROM ledger_tile WHERE place = 1'],
    'the newest hashes changed': ['UPDATE ledger_entry SET hash = zeroblob(32) WHERE seq = 590'],
    'the first entry gone': ['DELETE FROM ledger_entry WHERE seq = 0'],
    'the last leaf no entry': [`UPDATE ledger_entry SET leaf = x'00' WHERE seq = 599`],
    'the newest head no head': [`UPDATE ledger_checkpoint SET note = 'docket'`],
    'the newest head under another size': ['UPDATE ledger_checkpoint SET size = 599'],
  };
  for (const [what, sql] of Object.entries(cases))
    t.throws(afterSpoiling(t, sql), { code: 'custody.database_damaged' }, what);
});

t.test('a writer does not go on with a key that the first entry does not name', async (t) => {
  const lone = loneLedger(t);
  const other = createStationKey(`${lone.path}.key`, lone.signer.name);
  unlinkSync(`${lone.path}.key`);
  lone.writer.append([
    {
      drafts: [
        {
          type: 'station.initialised',
          actor: { kind: 'person', id: 'os:clerk' },
          subject: { kind: 'station', id: 'ST01' },
          data: { code: 'ST01', origin: other.name, publicKey: other.vkey },
          personal: {},
        },
      ],
      work: [],
    },
  ]);
  t.throws(() => lone.reopen(), { code: 'custody.key_foreign', params: { expected: other.vkey } });
});
