import { readFileSync } from 'node:fs';
import t from 'tap';
import { machine } from '../../../src/custody/alarms.ts';
import { openWriting } from '../../../src/custody/database.ts';
import { evidenceItem } from '../../../src/station/catalogue/evidence-item.ts';
import { holdList } from '../../../src/station/catalogue/holds.ts';
import type { Station } from '../../../src/station.ts';
import { tagByHand } from '../../../src/tagging/tag-by-hand.ts';
import { tagDraft } from '../../../src/tagging/tag-draft.ts';
import type { TagField } from '../../../src/tagging/tags.ts';
import { agedStation } from '../../support/aged-station.ts';
import { sha256Of } from '../../support/cards.ts';
import { clerk, found, working } from '../../support/tamper-station.ts';

const reason = '法院调取';

async function enterCase({ room }: Station, number: string): Promise<void> {
  await room.ledger.append([
    {
      type: 'register.entered',
      actor: clerk,
      subject: { kind: 'register', id: `cases/${number}` },
      data: { register: 'cases', key: number, import: null },
      personal: { number, title: '测试', closed: '2010-01-01' },
    },
  ]);
}

async function tag(station: Station, evidence: string, field: TagField, value: string | null) {
  await tagByHand({ db: station.db, ledger: station.room.ledger }, [evidence], field, value, clerk);
  await station.retention.catchUp({ eager: true });
}

t.test('what was in a case stays under the hold of that case, whatever is untagged later', async (t) => {
  const made = await agedStation(t, [{ content: 'a' }, { content: 'b' }, { content: 'c' }]);
  const [a = '', b = '', c = ''] = made.evidence;
  await working(made, async (station) => {
    const { db, retention, room } = station;
    const because = (one: string) => evidenceItem(db, one, '/').retention.because;
    const propose = (one: string) => retention.propose({ evidence: [one], reason: '保存期满' }, clerk);
    for (const number of ['C1', 'C2']) await enterCase(station, number);
    for (const one of [a, b, c]) await tag(station, one, 'importance', 'ordinary');
    await tag(station, a, 'case', 'C1');
    await tag(station, c, 'case', 'C1');
    await tag(station, c, 'case', 'C2');
    const { hold } = await retention.place({ of: 'case', about: 'C1', reason }, clerk);
    t.same([a, b, c].map(because), [['person'], [], []], 'what is in the case now');
    await tag(station, b, 'case', 'C1');
    t.same(because(b), ['person'], 'what comes into it while the hold stands');
    await tag(station, a, 'case', null);
    await tag(station, b, 'case', 'C2');
    t.same([a, b].map(because), [['person'], ['person']], 'and what has left it');
    t.equal(await room.vault.held(sha256Of(Buffer.from('a'))), true);
    await t.rejects(propose(a), { code: 'retention.not_disposable', params: { because: /person/ } });
    t.match(evidenceItem(db, a, '/').retention.holds, [{ hold, of: 'case', about: 'C1', left: true }]);
    t.match(holdList(db, false), [{ hold, items: 2, outside: 2 }]);
    await retention.lift(hold, '已判决', clerk);
    t.same([a, b].map(because), [[], []], 'until it is lifted');
    t.equal(await room.vault.held(sha256Of(Buffer.from('a'))), false);
    await tag(station, c, 'case', 'C1');
    t.same(because(c), [], 'a hold that was lifted covers nothing new');
  });
  t.same(await found(made), [], 'the ledger replays to the same');
});

t.test('an older station comes by what its ledger says of its holds', async (t) => {
  const made = await agedStation(t, [{ content: 'a' }, { content: 'b' }, { content: 'c' }, { content: 'd' }]);
  const [a = '', b = '', c = '', d = ''] = made.evidence;
  await working(made, async (station) => {
    const { ledger } = station.room;
    const guess = (one: string, values: readonly string[]) =>
      ledger.append([tagDraft(one, 'case', 'roster', values, machine)]);
    for (const number of ['C1', 'C2']) await enterCase(station, number);
    await guess(a, ['C1', 'C2']);
    await guess(b, ['C1']);
    await tag(station, b, 'case', 'C2');
    await tag(station, d, 'case', 'C1');
    await tag(station, d, 'case', null);
    const first = await station.retention.place({ of: 'case', about: 'C1', reason }, clerk);
    await station.retention.place({ of: 'case', about: 'C2', reason }, clerk);
    await guess(a, []);
    await tag(station, b, 'case', null);
    await station.retention.lift(first.hold, '已判决', clerk);
    await tag(station, c, 'case', 'C1');
    await station.retention.place({ of: 'case', about: 'C1', reason }, clerk);
    await tag(station, c, 'case', null);
  });
  const db = openWriting(made.places.database);
  const rows = () => db.prepare('SELECT * FROM view_hold_item ORDER BY hold, evidence').all();
  const projected = rows();
  t.match(projected, [
    { evidence: a },
    { evidence: b },
    { evidence: a },
    { evidence: b },
    { evidence: b },
    { evidence: c },
  ]);
  db.exec('DROP TABLE view_hold_item');
  db.exec(readFileSync(new URL('../../../src/custody/schema/0022-hold-items.sql', import.meta.url), 'utf8'));
  t.same(rows(), projected);
  db.close();
});

t.test('what is filed into a held case in the moment in which its disposal begins stays', async (t) => {
  const made = await agedStation(t, [{ content: 'a' }, { content: 'b' }]);
  const [a = '', b = ''] = made.evidence;
  await working(made, async (station) => {
    const { db, retention, room } = station;
    await enterCase(station, 'C1');
    for (const one of [a, b]) await tag(station, one, 'importance', 'ordinary');
    await retention.place({ of: 'case', about: 'C1', reason }, clerk);
    const { disposal } = await retention.propose({ evidence: [a, b], reason: '保存期满' }, clerk);
    const append = room.ledger.append.bind(room.ledger);
    room.ledger.append = async (drafts, work) => {
      if (drafts.some(({ type }) => type === 'evidence.disposal_begun')) {
        room.ledger.append = append;
        await append([tagDraft(a, 'case', 'roster', ['C1'], machine)]);
      }
      return await append(drafts, work);
    };
    const other = { kind: 'person', id: 'os:head' } as const;
    t.same(await retention.decide({ disposal, decision: 'approved', note: null }, other), { done: true });
    await retention.catchUp({ eager: true });
    t.match(evidenceItem(db, a, '/'), { state: 'stored', retention: { because: ['person'] } });
    t.equal(evidenceItem(db, b, '/').state, 'disposed', 'what nothing holds goes');
    t.equal(await room.vault.holds(sha256Of(Buffer.from('a')), 1), true);
  });
  t.same(await found(made), [], 'and no disposal is called unlawful');
});
