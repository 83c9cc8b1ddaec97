import { join } from 'node:path';
import t from 'tap';
import { agedStation, bytesAt } from '../support/aged-station.ts';
import { sha256Of } from '../support/cards.ts';
import { heardHere } from '../support/docket-here.ts';
import { working } from '../support/tamper-station.ts';

const made = await agedStation(t, [{ content: 'a' }, { content: 'b' }, { content: 'c', important: true }]);
const [a = '', b = '', c = ''] = made.evidence;
const config = join(made.places.folder, '..', 'config.yaml');
const common = ['--config', config, '--data', made.places.folder];
const docket = (...args: readonly string[]) => heardHere([...args, ...common, '--json']);
const told = async (language: 'en' | 'zh', ...args: readonly string[]) =>
  (await heardHere([...args, ...common], { language })).out;

t.test('what nobody has classified is listed, shown and counted as such', async (t) => {
  t.equal((await docket('judge')).code, 0);
  const listed = async (of: string) => {
    const { evidence } = (await docket('evidence', 'list', '--class', of)).json as {
      evidence: readonly { readonly evidenceId: string }[];
    };
    return evidence.map(({ evidenceId }) => evidenceId);
  };
  t.same(await listed('unclassified'), [a, b]);
  t.same(await listed('important'), [c]);
  t.same(await listed('ordinary'), []);
  t.equal((await docket('evidence', 'list', '--class', 'secret')).code, 2);
  t.match((await docket('evidence', 'show', a)).json, {
    retention: { class: 'unclassified', because: ['unclassified'], holds: [], disposal: null },
  });
  const shown = await told('en', 'evidence', 'show', a);
  t.match(shown, /Class +unclassified/);
  t.match(shown, /Held +nobody has classified it/);
  t.match(await told('zh', 'evidence', 'show', c), /类别 +重要/);
  t.match((await docket('status')).json, {
    retention: { unclassified: 2, holds: 0, proposed: 0, approved: 0, waiting: 0 },
  });
});

t.test('a hold is placed with a reason, listed with who placed it, and lifted', async (t) => {
  const placed = await docket('hold', 'place', a, '--reason', '法院调取');
  t.match(placed.json, { hold: 'ST01-H000001', of: 'evidence', about: a, done: true });
  t.match((await docket('hold', 'list')).json, {
    holds: [{ hold: 'ST01-H000001', about: a, reason: '法院调取', placer: /^os:/, lifted: null }],
  });
  t.match(await told('en', 'hold', 'list'), /ST01-H000001 +ST01-2019-0000001 +1 +os:.*法院调取/);
  t.match(await told('en', 'evidence', 'show', a), /Held +ST01-H000001 by os:.*: 法院调取/);
  t.equal((await docket('hold', 'place', a)).code, 2, 'a reason is needed');
  t.equal((await docket('hold', 'place', '--reason', 'x')).code, 2, 'and something to hold');
  t.equal((await docket('hold', 'place', a, '--case', 'A-1', '--reason', 'x')).code, 2, 'one thing');
  t.equal((await docket('hold', 'place', '--case', 'A-1', '--reason', 'x')).code, 2, 'a case that there is');
  t.match((await docket('hold', 'lift', 'ST01-H000001', '--reason', '已判决')).json, { done: true });
  t.equal((await docket('hold', 'lift', 'ST01-H000001', '--reason', '再次')).code, 6);
  t.equal((await docket('hold', 'lift', 'ST01-H000007', '--reason', '再次')).code, 2);
  t.match(await told('zh', 'hold', 'list'), /没有封存/);
  t.match((await docket('hold', 'list', '--all')).json, { holds: [{ liftReason: '已判决' }] });
});

t.test(
  'a disposal is proposed by one, approved by another, and what is left of the item is shown',
  async (t) => {
    const refused = await docket('disposal', 'propose', a, '--reason', '保存期满');
    t.equal(refused.code, 6);
    t.match(refused.json, {
      error: { code: 'retention.not_disposable', message: /: nobody has classified it\.$/ },
    });
    t.equal((await docket('disposal', 'propose', '--reason', 'x')).code, 2);
    t.equal((await docket('disposal', 'propose', a, '--expired', '--reason', 'x')).code, 2);
    t.equal((await docket('evidence', 'tag', 'importance=ordinary', a, b)).code, 0);
    const proposed = await docket('disposal', 'propose', '--expired', '--reason', '保存期满');
    t.match(proposed.json, { disposal: 'ST01-X000001', evidence: [a, b, c], state: 'proposed' });
    t.equal((await docket('disposal', 'approve', 'ST01-X000001')).code, 6, 'not by who has proposed it');
    t.equal((await docket('disposal', 'withdraw', 'ST01-X000001', '--note', '重新核对')).code, 0);
    t.match((await docket('disposal', 'propose', a, '--reason', '保存期满')).json, {
      disposal: 'ST01-X000002',
    });
    t.equal((await docket('disposal', 'approve', 'ST01-X000009')).code, 2);
    await working(made, async ({ retention }) => {
      const wish = { disposal: 'ST01-X000002', decision: 'approved', note: '同意' } as const;
      t.same(await retention.decide(wish, { kind: 'person', id: 'os:head' }), { done: true });
    });
    t.equal(await bytesAt(made, sha256Of(Buffer.from('a'))), null);
    t.match((await docket('disposal', 'carry-out')).json, { disposed: 1, refused: 0, left: 0, done: true });
    t.match((await docket('disposal', 'show', 'ST01-X000002')).json, {
      ...{ state: 'approved', decider: 'os:head', note: '同意', finished: /Z$/ },
      evidence: [{ evidence: a, state: 'disposed', sha256: sha256Of(Buffer.from('a')) }],
    });
    const list = await told('en', 'disposal', 'list');
    t.match(list, /ST01-X000002 +approved +1\/1 .*os:head +保存期满/);
    t.match(list, /ST01-X000001 +withdrawn +0\/3/);
    t.match(await told('zh', 'disposal', 'show', 'ST01-X000002'), /已处置 1 个条目/);
    t.match(await told('en', 'evidence', 'show', a), /disposed of[\s\S]*Disposal +ST01-X000002: disposed of/);
    const gone = await told('en', 'evidence', 'show', a);
    t.match(gone, /disposed of by ST01-X000002 on 20.*; nothing of it is left here/);
    t.notMatch(gone.split('Class')[0], /locked until|read back|^ +copy /m, 'no file is described');
    t.match(gone, sha256Of(Buffer.from('a')));
    t.match(gone, /os:head +#\d+ +ST01-X000002 was decided: approved; 同意/);
    t.match(gone, /ST01-X000002: it was proposed to dispose of 1 item/);
    t.match((await docket('evidence', 'show', a)).json, { original: null, copies: [] });
    t.match((await docket('evidence', 'list', '--state', 'disposed')).json, {
      evidence: [{ evidenceId: a, state: 'disposed' }],
    });
    const exported = await docket('evidence', 'export', a, join(made.places.folder, '..', 'out'));
    t.match([exported.code, exported.json], [6, { error: { code: 'retention.evidence_disposed' } }]);
    t.match(await docket('verify', '--vault', 'full'), { code: 0, json: { ok: true } });
  },
);

t.test('an approval says what was kept and why, and so does the list', async (t) => {
  await working(made, async ({ retention }) => {
    const head = { kind: 'person', id: 'os:head' } as const;
    await retention.propose({ evidence: [b, c], reason: '保存期满' }, head);
  });
  t.equal((await docket('hold', 'place', b, '--reason', '法院调取')).code, 0);
  const approved = await heardHere(['disposal', 'approve', 'ST01-X000003', ...common]);
  t.equal(approved.code, 7);
  t.match(approved.out, /approved\. 1 item\(s\) disposed of, 1 kept \(a person holds it\), 0 to go\./);
  t.match(await told('zh', 'disposal', 'list'), /1\/2，保留 1 个（有人封存）/);
  t.match((await docket('disposal', 'list')).json, {
    disposals: [{ disposed: 1, refused: 1, because: ['person'] }, {}, {}],
  });
  const refused = await heardHere(['disposal', 'propose', b, '--reason', 'x', ...common], { language: 'zh' });
  t.match(refused.err, /不能处置：有人封存。/);
});
