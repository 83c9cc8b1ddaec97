import t from 'tap';
import { scratchDatabase } from '../../src/custody/database.ts';
import type { AnyDraft, AnyEntry } from '../../src/custody/entry.ts';
import { project } from '../../src/custody/projector.ts';
import { projectors } from '../../src/projections.ts';
import { DisposalWatch } from '../../src/station/verify-disposals.ts';

const [clerk, head] = [
  { kind: 'person', id: 'os:clerk' },
  { kind: 'person', id: 'os:head' },
] as const;
const machine = { kind: 'machine', id: 'docket' } as const;
const digest = (n: number): string => String(n).repeat(64);
const item = (n: number): string => `ST01-2019-000000${n}`;
const disposal = 'ST01-X000001';
const hold = 'ST01-H000002';
const until = '2019-09-05T02:00:00Z';

function stored(n: number, sha256 = digest(n)): readonly AnyDraft[] {
  const subject = { kind: 'evidence', id: item(n) } as const;
  const common = { docking: 'ST01-D000001', evidence: item(n), recording: `recording-${n}` };
  const [blake3, bytes] = [digest(n), 1];
  const named = { device: '1234567', officer: '222222', start: null, segment: null, important: false };
  const ends = { headBlake3: blake3, tailBlake3: blake3, sm3: null, modified: '2019-03-04T01:00:00Z' };
  return [
    {
      ...{ type: 'recording.secured', actor: machine, subject },
      data: { ...common, recorder: `123456${n}`, sha256, blake3, bytes, resumed: false, named, ...ends },
      personal: { path: `${n}.mp4` },
    },
    {
      ...{ type: 'recording.stored', actor: machine, subject, personal: {} },
      data: {
        ...{ ...common, sha256, blake3, bytes, vault: 'v', object: `originals/${n}`, immutable: false },
        retainUntil: until,
      },
    },
  ];
}

const placed = (of: 'evidence' | 'case', about: string): AnyDraft => ({
  ...{ type: 'hold.placed', actor: clerk, subject: { kind: 'hold', id: hold } },
  ...{ data: { hold, of, about }, personal: { reason: '审计' } },
});
const lifted: AnyDraft = {
  ...{ type: 'hold.lifted', actor: clerk, subject: { kind: 'hold', id: hold } },
  ...{ data: { hold }, personal: { reason: '审计结束' } },
};
const filed = (n: number, source: string, ...values: readonly string[]): AnyDraft => ({
  ...{ type: 'evidence.tagged', actor: clerk, subject: { kind: 'evidence', id: item(n) } },
  data: { evidence: item(n), field: 'case', source },
  personal: { values: JSON.stringify(values) },
});
const ofOriginal = { actor: machine, subject: { kind: 'original', id: digest(1) }, personal: {} } as const;
const held: AnyDraft = {
  ...{ type: 'original.held', ...ofOriginal },
  data: { sha256: digest(1), because: ['unclassified'] },
};
const released: AnyDraft = { type: 'original.released', ...ofOriginal, data: { sha256: digest(1) } };
const retained = (day: string): AnyDraft => ({
  ...{ type: 'original.retained', ...ofOriginal },
  data: { sha256: digest(1), until: day },
});
const ofDisposal = { kind: 'disposal', id: disposal } as const;
const proposed: AnyDraft = {
  ...{ type: 'disposal.proposed', actor: clerk, subject: ofDisposal },
  ...{ data: { disposal, evidence: [item(1)] }, personal: { reason: '保存期满' } },
};
const decided = (actor: typeof clerk | typeof head): AnyDraft => ({
  ...{ type: 'disposal.decided', actor, subject: ofDisposal, personal: {} },
  data: { disposal, decision: 'approved' },
});
const approved = [proposed, decided(head)];
const begun = (n = 1, sha256 = digest(n)): AnyDraft => ({
  ...{ type: 'evidence.disposal_begun', actor: machine, subject: { kind: 'evidence', id: item(n) } },
  data: { disposal, evidence: item(n), originals: [{ sha256, blake3: sha256, bytes: 1 }] },
  personal: {},
});
const refused: AnyDraft = {
  ...{ type: 'evidence.disposal_refused', actor: machine, subject: { kind: 'evidence', id: item(1) } },
  data: { disposal, evidence: item(1), because: 'on_hold', standing: [digest(1)] },
  personal: {},
};

/** What is unlawful after these entries, of which all but the first two stand in the year after. */
function judged(drafts: readonly AnyDraft[]): readonly string[] {
  const db = scratchDatabase();
  try {
    const watch = new DisposalWatch();
    const apply = project(db, [watch, ...projectors]);
    for (const [seq, draft] of [...stored(1), ...drafts].entries())
      apply({ ...draft, seq, at: `${seq < 2 ? 2019 : 2020}-03-04T02:00:00.000Z` } as AnyEntry);
    return watch.unlawful.map(({ why }) => why.en);
  } finally {
    db.close();
  }
}

const by = `disposed of by ${disposal}`;

t.test('a disposal that nothing stood against when it began is lawful', async (t) => {
  const lawful: readonly (readonly [string, readonly AnyDraft[]])[] = [
    ['approved by somebody else', [...approved, begun()]],
    ['a hold that was lifted', [placed('evidence', item(1)), lifted, ...approved, begun()]],
    ['a hold placed after it began', [...approved, begun(), placed('evidence', item(1))]],
    ['a hold on something else', [...stored(2), placed('evidence', item(2)), ...approved, begun()]],
    ['the vault’s hold, taken off', [held, released, ...approved, begun()]],
    ['a date that is over', [retained('2020-03-04T02:00:00Z'), ...approved, begun()]],
    [
      'a held case that a person has taken it out of',
      [filed(1, 'roster', 'A'), placed('case', 'A'), filed(1, 'person', 'B'), ...approved, begun()],
    ],
    ['refused by the vault: it stands', [held, ...approved, begun(), refused]],
    ['come in again since', [held, ...approved, begun(), ...stored(1).slice(1)]],
  ];
  for (const [what, drafts] of lawful) t.same(judged(drafts), [], what);
});

t.test('one that something stood against does not count, and says what', async (t) => {
  const unlawful: readonly (readonly [string, readonly AnyDraft[], string])[] = [
    [
      'a hold on the item',
      [placed('evidence', item(1)), ...approved, begun()],
      `${by} while hold ${hold} stood (entry 5)`,
    ],
    [
      'lifted only afterwards, and disposed of anew',
      [placed('evidence', item(1)), ...approved, begun(), lifted, begun()],
      `${by} while hold ${hold} stood (entry 5)`,
    ],
    [
      'a hold on its case',
      [filed(1, 'person', 'A'), placed('case', 'A'), ...approved, begun()],
      `${by} while hold ${hold} stood (entry 6)`,
    ],
    [
      'a hold on one of the cases that it may be of',
      [placed('case', 'A'), filed(1, 'roster', 'A', 'B'), ...approved, begun()],
      `${by} while hold ${hold} stood (entry 6)`,
    ],
    [
      'a hold on another item with the same bytes',
      [...stored(2, digest(1)), placed('evidence', item(2)), ...approved, begun()],
      `${by} while hold ${hold} stood (entry 7)`,
    ],
    [
      'the machine’s hold',
      [held, ...approved, begun()],
      `${by} while its legal hold stood: unclassified (entry 5)`,
    ],
    [
      'a later date',
      [retained('2020-03-04T02:00:01Z'), ...approved, begun()],
      `${by} while it was locked until 2020-03-04T02:00:01Z (entry 5)`,
    ],
    [
      'its own proposer’s word',
      [proposed, decided(clerk), begun()],
      `${by}, which nobody but its proposer has approved (entry 4)`,
    ],
    ['nobody’s word', [begun()], `${by}, which nobody but its proposer has approved (entry 2)`],
    [
      'a list without the item',
      [...stored(2), ...approved, begun(2)],
      `${by}, which does not name this item or was over with it (entry 6)`,
    ],
    [
      'another item’s original',
      [...stored(2), ...approved, begun(1, digest(2))],
      `${by} as an original of an item that does not have it (entry 6)`,
    ],
  ];
  for (const [what, drafts, why] of unlawful) t.same(judged(drafts), [why], what);
});
