import { rmSync } from 'node:fs';
import { canonical } from '../../src/custody/canonical.ts';
import { leafHash } from '../../src/custody/merkle.ts';
import { createStationKey } from '../../src/custody/station-key.ts';
import { inDatabase, sql, type TamperCase } from './tamper-case.ts';
import {
  cutOff,
  flipIn,
  leafAt,
  regrowTree,
  remakeViews,
  rewriteEntry,
  signAnew,
  spoilDatabase,
} from './tamper-forge.ts';
import { life, padded } from './tamper-station.ts';

const lie = (leaf: Record<string, unknown>): void => {
  leaf['actor'] = { id: 'os:nobody', kind: 'person' };
};

/** The same with everything that hangs on the entry made to fit it, as far as no key is needed. */
const rewritten = (seq: number) =>
  inDatabase((db) => {
    rewriteEntry(db, seq, lie);
    regrowTree(db);
    remakeViews(db);
  });

const swapped = (a: number, b: number) =>
  sql(
    `UPDATE ledger_entry SET seq = -99 WHERE seq = ${a}`,
    `UPDATE ledger_entry SET seq = ${a} WHERE seq = ${b}`,
    `UPDATE ledger_entry SET seq = ${b} WHERE seq = -99`,
  );

const appended = (withViews: boolean) =>
  inDatabase((db) => {
    const seq = Number(db.prepare('SELECT max(seq) + 1 FROM ledger_entry').pluck().get());
    const leaf: Record<string, unknown> = JSON.parse(leafAt(db, seq - 1).toString('utf8'));
    leaf['seq'] = seq;
    const bytes = canonical(leaf);
    db.prepare('INSERT INTO ledger_entry (seq, leaf, hash) VALUES (?, ?, ?)').run(
      seq,
      bytes,
      leafHash(bytes),
    );
    if (withViews) remakeViews(db);
  });

export const entryCases: readonly TamperCase[] = [
  ...[0, 1, 57, 255, 256, 300, life.newest].map((seq) => ({
    what: `a bit of the leaf of entry ${seq}`,
    spoil: inDatabase((db) => flipIn(db, 'ledger_entry', 'leaf', `seq = ${seq}`, 60)),
    expected: [`10 entry ${seq}`],
    // What is turned is a figure of the time: by the time of day another time comes of it, which the view has not.
    maybe: [14],
  })),
  ...[0, 57, 255, 256, life.newest].map((seq) => ({
    what: `a bit of the hash of entry ${seq}`,
    spoil: inDatabase((db) => flipIn(db, 'ledger_entry', 'hash', `seq = ${seq}`, 31)),
    expected: [`10 entry ${seq}`],
  })),
  {
    what: 'entry 57 rewritten with its hash',
    spoil: inDatabase((db) => rewriteEntry(db, 57, lie)),
    expected: ['10 entry 57', '14 view_entry 57'],
  },
  {
    what: 'entry 300, which no full tile holds, rewritten with its hash',
    spoil: inDatabase((db) => rewriteEntry(db, 300, lie)),
    expected: ['10 entry 300', '14 view_entry 300'],
  },
  { what: 'entry 57 rewritten with tiles and views', spoil: rewritten(57), expected: ['10 entry 57'] },
  {
    what: 'the newest entry rewritten with views',
    spoil: rewritten(life.newest),
    expected: [`10 entry ${life.newest}`],
  },
  {
    what: 'the key in the first entry rewritten with tiles',
    spoil: inDatabase((db) => {
      rewriteEntry(db, 0, (leaf) => {
        leaf['data'] = { ...Object(leaf['data']), publicKey: 'x+00000000+AQ==' };
      });
      regrowTree(db);
    }),
    expected: ['10 entry 0', '13 entry 0'],
  },
  {
    what: 'a leaf that is no entry',
    spoil: sql(`UPDATE ledger_entry SET leaf = x'7b7d' WHERE seq = 9`),
    expected: ['10 entry 9'],
  },
  {
    what: 'an empty leaf',
    spoil: sql(`UPDATE ledger_entry SET leaf = x'' WHERE seq = 9`),
    expected: ['10 entry 9'],
  },
  {
    what: 'entry 57 deleted',
    spoil: sql('DELETE FROM ledger_entry WHERE seq = 57'),
    expected: ['11 entry 57', '14 view_entry 57'],
  },
  {
    what: 'entry 0 deleted',
    spoil: sql('DELETE FROM ledger_entry WHERE seq = 0'),
    expected: ['11 entry 0', '14 view_entry 0'],
  },
  {
    what: 'entries 200 to 299 deleted with all that hangs on them',
    spoil: sql(
      'DELETE FROM ledger_entry WHERE seq BETWEEN 200 AND 299',
      'DELETE FROM ledger_personal WHERE seq BETWEEN 200 AND 299',
      'DELETE FROM view_entry WHERE seq BETWEEN 200 AND 299',
    ),
    expected: ['11 entry 200'],
    maybe: [14],
  },
  {
    what: 'entry 57 deleted and the rest moved up',
    spoil: inDatabase((db) => {
      db.exec('DELETE FROM ledger_entry WHERE seq = 57');
      for (let seq = 58; seq < life.size; seq++)
        db.exec(`UPDATE ledger_entry SET seq = ${seq - 1} WHERE seq = ${seq}`);
    }),
    expected: ['11 entry 57'],
    maybe: [14],
  },
  { what: 'entries 57 and 80 swapped', spoil: swapped(57, 80), expected: ['11 entry 57'], maybe: [14] },
  { what: 'entries 57 and 300 swapped', spoil: swapped(57, 300), expected: ['11 entry 57'], maybe: [14] },
  {
    what: 'the leaves of 57 and 80 swapped, not their hashes',
    spoil: inDatabase((db) => {
      const [a, b] = [leafAt(db, 57), leafAt(db, 80)];
      db.prepare('UPDATE ledger_entry SET leaf = ? WHERE seq = 57').run(b);
      db.prepare('UPDATE ledger_entry SET leaf = ? WHERE seq = 80').run(a);
    }),
    expected: ['11 entry 57'],
    maybe: [14],
  },
  {
    what: 'an entry at a place before the first',
    spoil: sql('INSERT INTO ledger_entry SELECT -1, leaf, hash FROM ledger_entry WHERE seq = 6'),
    expected: ['11 entry -1'],
  },
  {
    what: 'an entry far behind the last',
    spoil: sql('INSERT INTO ledger_entry SELECT 1000, leaf, hash FROM ledger_entry WHERE seq = 6'),
    expected: [`11 entry ${life.size}`],
  },
  {
    what: 'the newest 5 entries cut off',
    spoil: inDatabase((db) => cutOff(db, life.size - 5, {})),
    expected: [`12 checkpoint ${life.head}`, `14 view_entry ${life.size - 5}`],
  },
  {
    what: 'the newest 5 with views and personal values',
    spoil: inDatabase((db) => cutOff(db, life.size - 5, { views: true, personal: true })),
    expected: [`12 checkpoint ${life.head}`],
  },
  {
    what: 'the newest 5 with views, values and checkpoints',
    spoil: inDatabase((db) => cutOff(db, life.size - 5, { views: true, personal: true, checkpoints: true })),
    expected: [`12 log/checkpoint/${padded(life.head)}`],
  },
  {
    what: 'the newest 100 with views, values and checkpoints',
    spoil: inDatabase((db) =>
      cutOff(db, life.size - 100, { views: true, personal: true, checkpoints: true }),
    ),
    expected: [`12 log/checkpoint/${padded(life.head)}`],
  },
  {
    what: 'all entries from 241 on, but the full tile stays',
    spoil: inDatabase((db) => {
      db.exec('CREATE TEMP TABLE kept AS SELECT * FROM ledger_tile');
      cutOff(db, 241, { views: true, personal: true, checkpoints: true });
      db.exec('INSERT INTO ledger_tile SELECT * FROM kept');
    }),
    expected: ['12 tile 0/0'],
  },
  {
    what: 'every entry with views, values and checkpoints',
    spoil: inDatabase((db) => cutOff(db, 0, { views: true, personal: true, checkpoints: true })),
    expected: [`12 log/checkpoint/${padded(life.firstHead)}`],
  },
  {
    what: 'the newest 100 with personal values still there',
    spoil: inDatabase((db) => cutOff(db, life.size - 100, { views: true, checkpoints: true })),
    expected: [`12 log/checkpoint/${padded(life.head)}`],
  },
  { what: 'an entry appended, unsigned', spoil: appended(false), expected: [`14 view_entry ${life.size}`] },
  {
    what: 'an entry that is rubbish appended, unsigned',
    spoil: inDatabase((db) => {
      const leaf = Buffer.from('{"v":1}');
      db.prepare(`INSERT INTO ledger_entry VALUES (${life.size}, ?, ?)`).run(leaf, leafHash(leaf));
    }),
    expected: [`10 entry ${life.size}`],
  },
  {
    what: 'an entry that only looks right at both ends appended, unsigned',
    spoil: inDatabase((db) => {
      const leaf = Buffer.from(
        leafAt(db, life.newest)
          .toString('utf8')
          .replace(`"seq":${life.newest}`, `"seq":${life.size}`)
          .replace('"data":{', '"data":{"a":1.5,'),
      );
      db.prepare(`INSERT INTO ledger_entry VALUES (${life.size}, ?, ?)`).run(leaf, leafHash(leaf));
    }),
    expected: [`10 entry ${life.size}`],
  },
];

export const treeCases: readonly TamperCase[] = [
  {
    what: 'a bit of a tile',
    spoil: inDatabase((db) => flipIn(db, 'ledger_tile', 'hashes', 'level = 0', 57 * 32)),
    expected: ['14 tile of entry 57'],
  },
  {
    what: 'a bit of the root stored with a tile',
    spoil: inDatabase((db) => flipIn(db, 'ledger_tile', 'root', 'level = 0', 9)),
    expected: ['14 root of tile/0/000'],
  },
  { what: 'a tile deleted', spoil: sql('DELETE FROM ledger_tile'), expected: ['14 tile/0/000'] },
  {
    what: 'a tile moved',
    spoil: sql('UPDATE ledger_tile SET place = 7'),
    expected: ['12 tile 0/7', '14 tile/0/000'],
  },
  {
    what: 'a bit of a tile and an entry in it rewritten',
    spoil: inDatabase((db) => {
      flipIn(db, 'ledger_tile', 'hashes', 'level = 0', 57 * 32);
      rewriteEntry(db, 300, lie);
    }),
    expected: ['10 entry 300', '14 tile of entry 57'],
  },
];

export const checkpointCases: readonly TamperCase[] = [
  ...[5, 22, 40, 80, 140].map((at) => ({
    what: `a bit of a signed head at byte ${at}`,
    spoil: inDatabase((db) => flipIn(db, 'ledger_checkpoint', 'note', `size = ${life.size}`, at)),
    expected: [`13 checkpoint ${life.size}`],
  })),
  {
    what: 'the newest head deleted',
    spoil: sql(`DELETE FROM ledger_checkpoint WHERE size = ${life.size}`),
    expected: [`13 checkpoint ${life.size}`],
  },
  {
    what: 'an older head deleted',
    spoil: sql(`DELETE FROM ledger_checkpoint WHERE size = ${life.firstHead}`),
    expected: [`13 checkpoint ${life.firstHead}`],
  },
  {
    what: 'all heads deleted',
    spoil: sql('DELETE FROM ledger_checkpoint'),
    expected: [`13 checkpoint ${life.firstHead}`],
  },
  {
    what: 'all heads deleted, and the vault said to have none',
    spoil: sql('DELETE FROM ledger_checkpoint', 'DELETE FROM work_published'),
    expected: [`13 checkpoint ${life.firstHead}`],
  },
  {
    what: 'two heads swapped',
    spoil: sql(
      `UPDATE ledger_checkpoint SET size = -9 WHERE size = ${life.firstHead}`,
      `UPDATE ledger_checkpoint SET size = ${life.firstHead} WHERE size = ${life.size}`,
      `UPDATE ledger_checkpoint SET size = ${life.size} WHERE size = -9`,
    ),
    expected: [`13 checkpoint ${life.firstHead}`],
  },
  {
    what: 'a head added that nobody signed',
    spoil: sql(`INSERT INTO ledger_checkpoint VALUES (100, 'docket')`),
    expected: ['13 checkpoint 100'],
  },
  {
    what: 'a head of another key',
    spoil: (station) => {
      const path = `${station.places.key}.other`;
      const signer = createStationKey(path, station.file.origin);
      rmSync(path);
      spoilDatabase(station, (db) => signAnew(db, signer));
    },
    expected: [`13 checkpoint ${life.firstHead}`],
  },
];

/** The first docking's root. */
const firstPersonal = "(SELECT min(seq) FROM ledger_personal WHERE field = 'root')";

export const personalCases: readonly TamperCase[] = [
  {
    what: 'a personal value altered',
    spoil: sql(`UPDATE ledger_personal SET value = 'DCIM/VIDEO/other.mp4' WHERE seq = ${firstPersonal}`),
    expected: [`10 entry ${life.root}, root`, '14 view_docking ST01-D000001'],
  },
  {
    what: 'a salt altered',
    spoil: inDatabase((db) => flipIn(db, 'ledger_personal', 'salt', `seq = ${firstPersonal}`, 3)),
    expected: [`10 entry ${life.root}, root`],
  },
  {
    what: 'a salt cut short',
    spoil: sql(`UPDATE ledger_personal SET salt = x'00' WHERE seq = ${firstPersonal}`),
    expected: [`10 entry ${life.root}, root`],
  },
  {
    what: 'a personal value deleted',
    spoil: sql(`DELETE FROM ledger_personal WHERE seq = ${firstPersonal}`),
    expected: [`10 entry ${life.root}, root`],
  },
  {
    what: 'a personal value added',
    spoil: sql(
      `INSERT INTO ledger_personal SELECT 0, 'note', salt, value FROM ledger_personal WHERE seq = ${firstPersonal}`,
    ),
    expected: ['10 entry 0, note'],
  },
  {
    what: 'a personal value under another name',
    spoil: sql(`UPDATE ledger_personal SET field = 'note' WHERE seq = ${firstPersonal}`),
    expected: [`10 entry ${life.root}, note`],
  },
  {
    what: 'a personal value of no entry',
    spoil: sql(`UPDATE ledger_personal SET seq = 5000 WHERE seq = ${firstPersonal}`),
    expected: [`10 entry ${life.root}, root`, '12 entry 5000, root'],
  },
];
