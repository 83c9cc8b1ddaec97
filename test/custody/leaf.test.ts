import t from 'tap';
import { canonical } from '../../src/custody/canonical.ts';
import { opensCommitment } from '../../src/custody/commitment.ts';
import type { AnyDraft } from '../../src/custody/entry.ts';
import { makeLeaf } from '../../src/custody/leaf.ts';
import { parseLeaf } from '../../src/custody/parse-leaf.ts';
import { sampleDraft } from './sample-ledger.ts';

const at = '2026-09-02T10:01:18.5Z';

t.test('a leaf says what happened, and nothing personal', async (t) => {
  const { leaf, personal } = makeLeaf(sampleDraft(3), 41, at);
  t.notMatch(leaf.toString('utf8'), /张三/);
  const read = parseLeaf(leaf);
  t.match(read, { seq: 41, at, type: 'docking.started', data: { port: '3', readOnly: true } });
  t.same(read.subject, { kind: 'docking', id: 'd3' });
  t.same(Object.keys(read.commit), ['root']);
  t.equal(personal.length, 1);
  const [root] = personal;
  t.equal(root?.value, '/media/张三/3');
  t.ok(root !== undefined && opensCommitment(read.commit['root'] ?? '', root.salt, root.value));
});

t.test('a leaf is spelt in one way for ever', async (t) => {
  const { leaf } = makeLeaf(sampleDraft(0), 0, at, () => Buffer.alloc(32, 1));
  t.equal(
    leaf.toString('utf8'),
    '{"actor":{"id":"ST01","kind":"machine"},"at":"2026-09-02T10:01:18.5Z","commit":{"root":' +
      '"f7c15f0a0bd5388f58e443552b41013511cdae8cc952ca05dcf4ec12e66757a8"},"data":{"port":"0","readOnly":true},' +
      '"seq":0,"subject":{"id":"d0","kind":"docking"},"type":"docking.started","v":1}',
  );
});

t.test('the same personal value committed to twice cannot be told to be the same', async (t) => {
  const [a, b] = [
    parseLeaf(makeLeaf(sampleDraft(1), 0, at).leaf),
    parseLeaf(makeLeaf(sampleDraft(1), 0, at).leaf),
  ];
  t.not(a.commit['root'], b.commit['root']);
});

function alarm(params: string): AnyDraft {
  return {
    type: 'alarm.raised',
    actor: { kind: 'person', id: 'os:root' },
    subject: { kind: 'alarm', id: 'a1' },
    data: { alarm: params, code: 'c', key: 'k', severity: 'notice' },
    personal: { params },
  };
}

t.test('an entry of 65,535 bytes is the longest, whatever its personal values measure', async (t) => {
  const around = makeLeaf(alarm(''), 0, at).leaf.length;
  t.equal(makeLeaf(alarm('x'.repeat(65_535 - around)), 0, at).leaf.length, 65_535);
  t.throws(() => makeLeaf(alarm('x'.repeat(65_536 - around)), 0, at), {
    code: 'custody.entry_too_large',
    params: { type: 'alarm.raised', bytes: 65_536, limit: 65_535 },
  });
  const note: AnyDraft = { ...sampleDraft(0), personal: { root: 'x'.repeat(100_000) } } as AnyDraft;
  t.ok(makeLeaf(note, 0, at).leaf.length < 1000);
});

t.test('a draft that breaks its type is refused rather than recorded in part', async (t) => {
  const draft = sampleDraft(0);
  const broken = (part: object) => Object.assign({}, draft, part);
  t.throws(() => makeLeaf(broken({ personal: { root: undefined } }), 0, at), {
    code: 'custody.leaf_malformed',
  });
  t.throws(() => makeLeaf(broken({ personal: { root: 7 } }), 0, at), { code: 'custody.leaf_malformed' });
  t.throws(() => makeLeaf(broken({ personal: { root: '\ud800' } }), 0, at), {
    code: 'custody.text_not_unicode',
  });
  t.throws(() => makeLeaf(broken({ data: { x: undefined } }), 0, at), { code: 'custody.value_not_json' });
  t.throws(() => makeLeaf(broken({ data: { x: 1.5 } }), 0, at), { code: 'custody.number_not_exact' });
});

const instants = [
  '2026-09-02T10:01:18',
  '2026-09-02T10:01:18+08:00',
  '2026-09-02 10:01:18Z',
  '2026-13-02T10:01:18Z',
  '2026-09-02T24:00:00Z',
  '2026-09-02T10:01:60Z',
  '2026-09-02T10:01:18.Z',
  '2026-09-02T10:01:18.1234567890Z',
  '+002026-09-02T10:01:18Z',
];

t.test('an instant that is not RFC 3339 in UTC is refused, written or read', async (t) => {
  const good = JSON.parse(makeLeaf(sampleDraft(0), 0, at).leaf.toString('utf8'));
  for (const bad of instants) {
    t.throws(
      () => makeLeaf(sampleDraft(0), 0, bad),
      { code: 'custody.leaf_malformed', params: { field: 'at' } },
      bad,
    );
    t.throws(() => parseLeaf(canonical({ ...good, at: bad })), { code: 'custody.leaf_malformed' }, bad);
  }
  t.equal(makeLeaf(sampleDraft(0), 0, '2026-09-02T10:01:18Z').personal.length, 1);
});

t.test('a leaf with anything more, less or other than its form is refused with the field', async (t) => {
  const good = JSON.parse(makeLeaf(sampleDraft(0), 0, at).leaf.toString('utf8'));
  const { commit: _, ...less } = good;
  const bad: [string, unknown][] = [
    ['leaf', { ...good, more: 1 }],
    ['leaf', less],
    ['leaf', []],
    ['leaf', 'text'],
    ['v', { ...good, v: 2 }],
    ['seq', { ...good, seq: -1 }],
    ['seq', { ...good, seq: '0' }],
    ['type', { ...good, type: '' }],
    ['actor', { ...good, actor: { kind: 'person', id: 'x', more: 1 } }],
    ['actor.kind', { ...good, actor: { kind: 'dog', id: 'x' } }],
    ['subject.kind', { ...good, subject: { kind: 'toString', id: 'x' } }],
    ['subject.id', { ...good, subject: { kind: 'docking', id: '' } }],
    ['data', { ...good, data: [] }],
    ['data', { ...good, data: null }],
    ['commit.x', { ...good, commit: { x: 'abc' } }],
    ['commit.x', { ...good, commit: { x: 'A'.repeat(64) } }],
  ];
  for (const [field, leaf] of bad)
    t.throws(() => parseLeaf(canonical(leaf)), { code: 'custody.leaf_malformed', params: { field } }, field);
  t.throws(() => parseLeaf(Buffer.from(JSON.stringify(good, null, 1))), { code: 'custody.not_canonical' });
});

t.test('a field named like a property of every object is a field like any other', async (t) => {
  const draft = Object.assign({}, sampleDraft(0), { personal: Object.fromEntries([['__proto__', 'x']]) });
  const { leaf } = makeLeaf(draft, 0, at);
  t.same(Object.keys(parseLeaf(leaf).commit), ['__proto__']);
});
