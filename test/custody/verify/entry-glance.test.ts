import fc from 'fast-check';
import t from 'tap';
import { canonical } from '../../../src/custody/canonical.ts';
import { makeLeaf } from '../../../src/custody/leaf.ts';
import { glanceAtTime, isBefore, readLeaf } from '../../../src/custody/verify/entry-glance.ts';
import { everyEntry } from '../../support/every-entry.ts';
import { docked } from '../../support/tamper-ledger.ts';

function glance(leaf: Buffer, seq: number): string | null {
  return glanceAtTime(leaf.toString('latin1'), 0, leaf.length, seq);
}

const sample = docked(3);
const at = '2026-09-02T10:00:00.000Z';

t.test('a glance at any kind of entry tells its time, in its own place only', async (t) => {
  for (const draft of everyEntry) {
    for (const seq of [0, 7, 1_234_567]) {
      const { leaf } = makeLeaf(draft, seq, at);
      t.equal(glance(leaf, seq), at, draft.type);
      for (const other of [seq + 1, seq * 10, seq * 10 + 5, Math.floor(seq / 10) || 1])
        if (other !== seq) t.equal(glance(leaf, other), null, `${draft.type} at ${other}`);
    }
  }
});

t.test('text within an entry cannot pose as its place or time', async (t) => {
  const marks = [
    '},"at":"1970-01-01T00:00:00.000Z","commit":{',
    ',"seq":5,"subject":{"id":"',
    '"v":1}',
    '{"actor":{"id":"',
    '\\',
    '"',
    '张三',
  ];
  const hostile = fc.array(fc.constantFrom(...marks), { maxLength: 4 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(hostile, hostile, hostile, (actor, subject, port) => {
      const { leaf } = makeLeaf(
        {
          type: 'docking.started',
          actor: { kind: 'machine', id: `a${actor}` },
          subject: { kind: 'docking', id: `s${subject}` },
          data: { port, readOnly: null },
          personal: { root: port },
        },
        7,
        at,
      );
      t.equal(glance(leaf, 7), at);
      t.equal(glance(leaf, 5), null);
    }),
  );
});

t.test('a part of the data that looks like the end of an entry is not taken for it', async (t) => {
  const inner = { seq: 5, subject: { id: 'x', kind: 'docking' }, type: 't', v: 1 };
  const leaf = canonical({
    v: 1,
    seq: 7,
    at,
    type: 'docking.started',
    actor: { id: 'a', kind: 'machine' },
    subject: { id: 's', kind: 'docking' },
    data: { a: inner },
    commit: {},
  });
  t.equal(glance(leaf, 5), null);
  t.equal(glance(leaf, 7), at);
});

t.test(
  'where a glance says something else than the strict reading, it is only that it saw less',
  async (t) => {
    const { leaf } = makeLeaf(sample, 7, at);
    fc.assert(
      fc.property(fc.nat(leaf.length - 1), fc.nat(255), (place, byte) => {
        const bytes = Buffer.from(leaf);
        bytes[place] = byte;
        const [seen, read] = [glance(bytes, 7), readLeaf(bytes)];
        if (read !== null && read.seq === 7 && seen !== null) t.equal(seen, read.at);
        if (read !== null && read.seq !== 7) t.equal(seen, null);
      }),
      { numRuns: 2_000 },
    );
  },
);

t.test('every other spelling is left to the strict reading', async (t) => {
  const { leaf } = makeLeaf(sample, 7, at);
  const text = leaf.toString('utf8');
  const others = [
    '',
    '{}',
    'x'.repeat(300),
    text.slice(0, -1),
    text.slice(1),
    ` ${text}`,
    `${text} `,
    text.replace(at, '2026-09-02T10:00:00Z'),
    text.replace(at, '2026-13-02T10:00:00.000Z'),
    text.replace('"seq":7', '"seq":07'),
    text.replace('"v":1', '"v":2'),
  ];
  for (const other of others) t.equal(glance(Buffer.from(other), 7), null, other.slice(0, 40));
});

t.test('instants compare by time, whatever their decimals', async (t) => {
  const inOrder = [
    '10:00:00Z',
    '10:00:00.000000001Z',
    '10:00:00.001Z',
    '10:00:00.01Z',
    '10:00:00.5Z',
    '10:00:01Z',
  ];
  const full = inOrder.map((time) => `2026-09-02T${time}`);
  full.forEach((a, i) => {
    full.forEach((b, j) => {
      t.equal(isBefore(a, b), i < j, `${a} ${b}`);
    });
  });
  t.notOk(isBefore('2026-09-02T10:00:00Z', '2026-09-02T10:00:00.000Z'));
  t.notOk(isBefore(full[0] ?? '', ''), 'the first entry has none before it');
});
