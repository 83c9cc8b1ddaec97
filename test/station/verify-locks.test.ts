import { renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import t from 'tap';
import type { Station } from '../../src/station.ts';
import { tagByHand } from '../../src/tagging/tag-by-hand.ts';
import { agedStation, bytesAt, recordsOf } from '../support/aged-station.ts';
import { sha256Of } from '../support/cards.ts';
import { spoilDatabase } from '../support/tamper-forge.ts';
import { clerk, found, verified, working } from '../support/tamper-station.ts';

const head = { kind: 'person', id: 'os:head' } as const;
const reason = '保存期满';
const shaOf = (content: string): string => sha256Of(Buffer.from(content));
const pathOf = (sha256: string): string => join(sha256.slice(0, 2), sha256.slice(2, 4), sha256);
const object = (content: string): string => `originals/${pathOf(shaOf(content))}`;

async function ordinary({ db, room, retention }: Station, evidence: string): Promise<void> {
  await tagByHand({ db, ledger: room.ledger }, [evidence], 'importance', 'ordinary', clerk);
  await retention.catchUp({ eager: true });
}

async function dispose({ retention }: Station, evidence: string): Promise<string> {
  const { disposal } = await retention.propose({ evidence: [evidence], reason }, clerk);
  await retention.decide({ disposal, decision: 'approved', note: null }, head);
  return disposal;
}

t.test('whoever makes the station forget a hold, and has it dispose, is found out for good', async (t) => {
  const made = await agedStation(t, [{ content: 'a' }, { content: 'b' }]);
  const [a = '', b = ''] = made.evidence;
  const hold = await working(made, async (station) => {
    for (const one of [a, b]) await ordinary(station, one);
    return (await station.retention.place({ of: 'evidence', about: a, reason }, clerk)).hold;
  });
  t.same(await found(made), []);
  const folder = join(made.places.vault, 'retention', pathOf(shaOf('a')));
  for (const name of await recordsOf(made, shaOf('a')))
    if (/hold|lifted/.test(name)) unlinkSync(join(folder, name));
  spoilDatabase(made, (db) => {
    db.exec('DELETE FROM view_hold; DELETE FROM view_held');
  });
  t.ok((await found(made)).includes(`16 ${object('a')}`), 'before it goes the vault’s hold is missed');

  const disposal = await working(made, async (station) => {
    const done = await dispose(station, a);
    t.equal(await bytesAt(made, shaOf('a')), null, 'the station knew no better');
    await dispose(station, b);
    return done;
  });
  for (const depth of ['full', 'sample', 'none'] as const) {
    const { damage, originals } = await verified(made, { vault: depth });
    const one = damage.find(({ code }) => code === 15);
    t.match(one, { place: `evidence ${a} by disposal ${disposal}`, about: [a], count: 1 }, depth);
    t.match(
      one?.said?.en,
      new RegExp(`^disposed of by ${disposal} while hold ${hold} stood \\(entry \\d+\\)$`),
    );
    t.match(one?.said?.zh, `封存 ${hold} 尚未解除`);
    t.equal(originals.disposed, 1, 'only the lawful one counts');
  }
});

t.test('the vault’s own dates, holds and records of disposals are what the ledger says', async (t) => {
  const made = await agedStation(t, [{ content: 'a' }, { content: 'b' }, { content: 'c' }]);
  const [a = '', b = '', c = ''] = made.evidence;
  const gone = await working(made, async (station) => {
    await station.retention.catchUp({ eager: true });
    for (const one of [b, c]) await ordinary(station, one);
    return await dispose(station, c);
  });
  const sound = await verified(made);
  t.same([sound.damage, sound.originals], [[], { looked: 2, reread: 2, disposed: 1 }]);

  const inVault = (name: string): string => join(made.places.vault, name);
  const records = async (content: string): Promise<readonly string[]> =>
    (await recordsOf(made, shaOf(content))).map((name) => join('retention', pathOf(shaOf(content)), name));
  const [held = ''] = (await records('a')).filter((name) => name.endsWith('.hold'));
  const dates = (await records('b')).filter((name) => name.endsWith('Z'));
  const earlier = join('retention', pathOf(shaOf('b')), '20190304T020000Z');
  const tombstone = join('log', 'disposed', shaOf('c'), gone);
  const notAsSaid = /^its lock is not what the ledger says: /;
  const spoilt: readonly {
    readonly what: string;
    readonly without?: readonly string[];
    readonly put?: readonly [name: string, bytes: string];
    readonly damage: { readonly code: number; readonly place: string; readonly about: readonly string[] };
    readonly found: RegExp;
  }[] = [
    {
      what: 'a hold taken away',
      without: [held],
      damage: { code: 16, place: object('a'), about: [a] },
      found: notAsSaid,
    },
    {
      what: 'every date taken away',
      without: dates,
      damage: { code: 16, place: object('b'), about: [b] },
      found: notAsSaid,
    },
    {
      what: 'an earlier date in its place',
      without: dates,
      put: [earlier, ''],
      damage: { code: 16, place: object('b'), about: [b] },
      found: /until 2019-03-04T02:00:00Z$/,
    },
    {
      what: 'the record of a disposal taken away',
      without: [tombstone],
      damage: { code: 15, place: object('c'), about: [c] },
      found: new RegExp(`no record that ${gone} disposed of it$`),
    },
    {
      what: 'the bytes put back',
      put: [object('c'), 'c'],
      damage: { code: 16, place: object('c'), about: [c] },
      found: new RegExp(`^it stands again, though ${gone} disposed of it$`),
    },
  ];
  for (const { what, without = [], put, damage, found: said } of spoilt) {
    for (const name of without) renameSync(inVault(name), `${made.places.folder}-${basename(name)}`);
    if (put !== undefined) writeFileSync(inVault(put[0]), put[1]);
    for (const depth of ['full', 'sample'] as const) {
      const told = await verified(made, { vault: depth });
      t.match(told.damage, [{ ...damage, count: 1, found: said }], `${what}, ${depth}`);
      t.equal(told.damage.length, 1, what);
    }
    if (put !== undefined) unlinkSync(inVault(put[0]));
    for (const name of without) renameSync(`${made.places.folder}-${basename(name)}`, inVault(name));
  }
  t.same(await found(made), []);
});
