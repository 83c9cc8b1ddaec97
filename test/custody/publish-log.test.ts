import t, { type Test } from 'tap';
import {
  checkpointName,
  checkpointsAfter,
  type LogStore,
  publishedSize,
  publishLog,
} from '../../src/custody/publish-log.ts';
import { asLedger, dockings, type LoneLedger, loneLedger } from '../support/tamper-ledger.ts';

/** A vault that dies after so many objects, and like every vault never takes other bytes under a name. */
class ShortLived implements LogStore {
  readonly held: Map<string, string>;
  readonly puts: string[] = [];
  #left: number;

  constructor(held: Map<string, string>, left = Number.POSITIVE_INFINITY) {
    this.held = held;
    this.#left = left;
  }

  async putLog(name: string, bytes: Uint8Array): Promise<void> {
    if (this.#left-- <= 0) throw new Error('the power is gone');
    const text = Buffer.from(bytes).toString('base64');
    const standing = this.held.get(name);
    if (standing !== undefined && standing !== text) throw new Error(`${name} has other bytes`);
    this.held.set(name, text);
    this.puts.push(name);
  }
}

function append(lone: LoneLedger, from: number, count: number): void {
  lone.writer.append([{ drafts: dockings(from, count), work: [] }]);
}

/** A ledger with three checkpoints, two of them with full tiles between, that no vault has seen. */
function grown(t: Test): LoneLedger {
  const lone = loneLedger(t);
  for (const [from, count] of [
    [0, 3],
    [3, 600],
    [603, 200],
  ] as const) {
    append(lone, from, count);
    lone.writer.checkpoint();
  }
  return lone;
}

t.test('every checkpoint in the table reaches the vault, its note last', async (t) => {
  const lone = grown(t);
  const vault = new ShortLived(new Map());
  append(lone, 900, 5);
  const newest = await publishLog(asLedger(lone), lone.db, vault);
  t.equal(newest.size, 808);
  const notes = vault.puts.filter((name) => name.startsWith('checkpoint/'));
  t.same(notes, [3, 603, 803, 808].map(checkpointName));
  t.equal(vault.puts.at(-1), checkpointName(808));
  t.equal(vault.puts.indexOf(checkpointName(3)), 2, 'after its own bundle and tile');
  for (const { size, note } of checkpointsAfter(lone.db, 0))
    t.equal(vault.held.get(checkpointName(size)), Buffer.from(note).toString('base64'));
  t.equal(publishedSize(lone.db), 808);
});

t.test('repeated without news it writes nothing', async (t) => {
  const lone = grown(t);
  const vault = new ShortLived(new Map());
  const first = await publishLog(asLedger(lone), lone.db, vault);
  const written = vault.puts.length;
  t.same(await publishLog(asLedger(lone), lone.db, vault), first);
  t.equal(vault.puts.length, written);
});

t.test('killed between any two objects and repeated, the vault has the same in the end', async (t) => {
  const whole = new ShortLived(new Map());
  const lone = grown(t);
  await publishLog(asLedger(lone), lone.db, whole);
  const objects = whole.puts.length;
  t.ok(objects > 12);
  const expected = [...whole.held].sort();
  for (let left = 0; left < objects; left++) {
    lone.writer.append([{ drafts: [], work: [{ sql: 'DELETE FROM work_published', params: [] }] }]);
    const held = new Map<string, string>();
    await t.rejects(
      publishLog(asLedger(lone), lone.db, new ShortLived(held, left)),
      /power/,
      `after ${left}`,
    );
    t.ok(publishedSize(lone.db) <= 803, 'only what the vault has is called published');
    for (const { size } of checkpointsAfter(lone.db, 0))
      if (size <= publishedSize(lone.db)) t.ok(held.has(checkpointName(size)));
    await publishLog(asLedger(lone), lone.db, new ShortLived(held));
    t.strictSame([...held].sort(), expected, `after ${left}`);
  }
});

t.test('two at once meet in the same objects', async (t) => {
  const lone = grown(t);
  const vault = new ShortLived(new Map());
  const ledger = asLedger(lone);
  append(lone, 900, 300);
  await Promise.all([publishLog(ledger, lone.db, vault), publishLog(ledger, lone.db, vault)]);
  t.equal(publishedSize(lone.db), 1_103);
  t.ok(vault.held.has(checkpointName(1_103)));
});

t.test('a vault that has other bytes stops it, and nothing is called published', async (t) => {
  const lone = grown(t);
  const held = new Map([['tile/entries/000', 'AAAA']]);
  await t.rejects(publishLog(asLedger(lone), lone.db, new ShortLived(held)), /other bytes/);
  t.equal(publishedSize(lone.db), 3);
});
