import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { systemClock } from '../../../src/clock.ts';
import { loadConfig } from '../../../src/config.ts';
import { createDatabase, openReading } from '../../../src/custody/database.ts';
import type { AnyDraft } from '../../../src/custody/entry.ts';
import { GrowingTiles } from '../../../src/custody/growing-tiles.ts';
import { tileSource } from '../../../src/custody/ledger-tiles.ts';
import { inclusionProof } from '../../../src/custody/proof.ts';
import { ThreadedLedger } from '../../../src/custody/threaded-ledger.ts';
import { TileHashReader } from '../../../src/custody/tile-hashes.ts';
import { placesIn } from '../../../src/station/data-folder.ts';
import { initStation } from '../../../src/station/init.ts';
import { revive } from '../../../src/station/revive.ts';
import { everyEntry } from '../../../test/support/every-entry.ts';
import { coldCaches, machine, measure } from './process.ts';
import { percentile, table } from './statistics.ts';

/** Appending, verifying and proving at the sizes of a station's life. */
const { values } = parseArgs({ options: { entries: { type: 'string', default: '1000000' } } });
const entries = Number(values.entries);
const docket = fileURLToPath(new URL('../../docket', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'docket-bench-'));
const data = join(work, 'data');
const failed = everyEntry.find((one) => one.type === 'recording.failed');
if (failed === undefined) throw new Error('the samples lack a kind');

/** Entries as large as a recording's; failures rather than evidence, since an evidence item stands only once. */
function draft(i: number): AnyDraft {
  if (failed?.type !== 'recording.failed') throw new Error('not the sample');
  return { ...failed, personal: { path: `DCIM/VIDEO/A11_2222222_222222_20260902180118_${i}.mp4` } };
}

async function appendAll(): Promise<number> {
  const config = loadConfig(null, { dataOverride: data, env: {} });
  const places = placesIn(data, null);
  const file = await initStation(places, config, { kind: 'machine', id: 'bench' }, systemClock);
  const program = {
    database: places.database,
    keyFile: places.key,
    origin: file.origin,
    DOCKET_FAULT: undefined,
  };
  const ledger = await ThreadedLedger.start(
    new URL('../../../src/ledger-program.ts', import.meta.url),
    program,
    revive,
  );
  const began = performance.now();
  const together = 100;
  const lanes = Array.from({ length: 20 }, async (_, lane) => {
    for (let i = lane * together; i < entries; i += 20 * together) {
      await ledger.append(
        Array.from({ length: Math.min(together, entries - i) }, (_each, j) => draft(i + j)),
      );
    }
  });
  await Promise.all(lanes);
  const seconds = (performance.now() - began) / 1000;
  await ledger.checkpoint();
  await ledger.close();
  return seconds;
}

/** The same leaves as plain rows, 1,000 a transaction, with the same durability: what SQLite alone costs. */
function plainInserts(): number {
  const from = openReading(join(data, 'station.db'));
  const db = new Database(join(work, 'plain.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE plain (seq INTEGER PRIMARY KEY, leaf BLOB NOT NULL, hash BLOB NOT NULL)');
  const insert = db.prepare('INSERT INTO plain (leaf, hash) VALUES (?, ?)');
  const rows = from.prepare<[], { leaf: Buffer }>('SELECT leaf FROM ledger_entry ORDER BY seq').all();
  const began = performance.now();
  for (let i = 0; i < rows.length; i += 1_000) {
    db.transaction(() => {
      for (const { leaf } of rows.slice(i, i + 1_000))
        insert.run(leaf, createHash('sha256').update(leaf).digest());
    })();
  }
  const seconds = (performance.now() - began) / 1000;
  db.close();
  from.close();
  return seconds;
}

/** The tree alone by golang.org/x/mod/sumdb/tlog, over the same leaves. */
function goTree(): number {
  const from = openReading(join(data, 'station.db'));
  const leaves = from.prepare<[], Buffer>('SELECT leaf FROM ledger_entry ORDER BY seq').pluck().all();
  const sizes = Buffer.alloc(4 * leaves.length);
  for (const [i, leaf] of leaves.entries()) sizes.writeUInt32LE(leaf.length, 4 * i);
  writeFileSync(join(work, 'leaves'), Buffer.concat(leaves));
  writeFileSync(join(work, 'sizes'), sizes);
  from.close();
  const program = fileURLToPath(new URL('./tree.go', import.meta.url));
  const env = `GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE=${join(tmpdir(), 'docket-go-cache')}`;
  execFileSync('bash', ['-ec', `${env} go build -o ${join(work, 'tree')} ${program}`]);
  return measure(`${join(work, 'tree')} ${join(work, 'leaves')} ${join(work, 'sizes')}`).wall;
}

/** Proofs at ten million: the tiles are filled with made-up leaf hashes, since a proof reads nothing else. */
function proofs(size: number): number[] {
  const db = createDatabase(join(work, 'ten-million.db'));
  db.pragma('synchronous = OFF');
  const insert = db.prepare('INSERT INTO ledger_tile (level, place, hashes) VALUES (?, ?, ?)');
  const tree = GrowingTiles.empty();
  db.exec('BEGIN');
  const leaf = Buffer.alloc(32);
  for (let i = 0; i < size; i++) {
    leaf.writeUInt32LE(i);
    for (const { tile, bytes } of tree.append(Buffer.from(leaf))) insert.run(tile.level, tile.index, bytes);
  }
  const edge = db.prepare('INSERT INTO ledger_entry (seq, leaf, hash) VALUES (?, ?, ?)');
  for (let i = size - (size % 256); i < size; i++) {
    leaf.writeUInt32LE(i);
    edge.run(i, Buffer.alloc(1), Buffer.from(leaf));
  }
  db.exec('COMMIT');
  const source = tileSource(db);
  const took = Array.from({ length: 1_000 }, () => {
    const index = Math.floor(Math.random() * size);
    const began = performance.now();
    inclusionProof(index, size, new TileHashReader(source, size));
    return performance.now() - began;
  });
  db.close();
  return took;
}

try {
  const appended = await appendAll();
  const plain = plainInserts();
  coldCaches();
  const verified = measure(`${docket} verify --no-replay --vault none --data ${data} --json`);
  const go = goTree();
  const ten = proofs(10_000_000);
  const rate = (seconds: number): string => Math.round(entries / seconds).toLocaleString('en');
  const today = Temporal.Now.plainDateISO().toString();
  console.log(`${entries.toLocaleString('en')} entries, ${today}; ${machine()}\n`);
  console.log(
    table(
      ['', 'docket', 'peer', 'docket / peer'],
      [
        [
          'append, in batches, entries/s (peer: plain SQLite rows, 1,000 a transaction)',
          rate(appended),
          rate(plain),
          (plain / appended).toFixed(2),
        ],
        [
          'verify tree and signatures, s, whole process (peer: Go tlog.TreeHash over the same leaves in memory)',
          verified.wall.toFixed(1),
          go.toFixed(1),
          (verified.wall / go).toFixed(2),
        ],
        ['verify, peak MiB', verified.peak.toFixed(0), '', ''],
        ['inclusion proof at 10,000,000 entries, ms, p50', percentile(ten, 0.5).toFixed(2), '', ''],
        ['inclusion proof at 10,000,000 entries, ms, p99', percentile(ten, 0.99).toFixed(2), '', ''],
      ],
    ),
  );
} finally {
  execFileSync('bash', ['-c', `chattr -R -i ${work} 2>/dev/null; true`]);
  rmSync(work, { recursive: true, force: true });
}
