import { rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import t, { type Test } from 'tap';
import type { AnyDraft } from '../../src/custody/entry.ts';
import { CustodyError } from '../../src/custody/error.ts';
import { ThreadedLedger } from '../../src/custody/threaded-ledger.ts';
import type { LedgerProgramData } from '../../src/ledger-program.ts';
import { revive } from '../../src/station/revive.ts';
import { docked, dockings, loneLedger, rootInDatabase, rootOfNote } from '../support/tamper-ledger.ts';

const program = new URL('../../src/ledger-program.ts', import.meta.url);
const dying = new URL('../support/tamper-dying-thread.ts', import.meta.url);
const unwritable = { code: 'custody.ledger_unwritable' };

/** A ledger that a thread may take over. */
function made(t: Test): LedgerProgramData & { readonly db: ReturnType<typeof loneLedger>['db'] } {
  const { path, signer, writer, db } = loneLedger(t);
  writer.close();
  const keyFile = join(path, '..', 'station.key');
  return { database: path, keyFile, origin: signer.name, DOCKET_FAULT: undefined, db };
}

function start({ db: _, ...data }: ReturnType<typeof made>): Promise<ThreadedLedger> {
  return ThreadedLedger.start(program, data, revive);
}

t.test('appends made in one breath keep their order, and none is lost', async (t) => {
  const data = made(t);
  const ledger = await start(data);
  const appends = Array.from({ length: 1_500 }, (_, i) => ledger.append(dockings(i * 3, (i % 3) + 1)));
  const noted = ledger.checkpoint();
  const late = ledger.append([docked(9_000)]);
  const all = await Promise.all([...appends, late]);
  let expected = 0;
  for (const [i, { first }] of all.entries()) {
    if (first !== expected) t.fail(`append ${i} stands at ${first}, not at ${expected}`);
    expected += i < 1_500 ? (i % 3) + 1 : 1;
  }
  t.ok(
    all.every(({ size }, i) => i === 0 || size >= (all[i - 1]?.size ?? 0)),
    'and the ledger only grows',
  );
  const { size, note } = await noted;
  t.equal(size, 3_000, 'a checkpoint signs what was asked for before it');
  await ledger.close();
  t.equal(data.db.prepare('SELECT count(*) FROM ledger_entry').pluck().get(), 3_001);
  t.not(rootOfNote(note), rootInDatabase(data.db), 'one entry came after it');
});

t.test('what has been answered is on the disk for every other connection', async (t) => {
  const data = made(t);
  const ledger = await start(data);
  for (let i = 0; i < 20; i++) {
    const { first } = await ledger.append([docked(i)]);
    t.equal(data.db.prepare('SELECT max(seq) FROM ledger_entry').pluck().get(), first);
  }
  await ledger.close();
});

t.test('an unsound append is refused to its own caller only', async (t) => {
  const data = made(t);
  const ledger = await start(data);
  const outcomes = await Promise.allSettled([
    ledger.append([docked(0)]),
    ledger.append([docked(0)]),
    ledger.append([{ ...docked(1), personal: { root: 'half a pair \ud800' } } as AnyDraft]),
    ledger.append([docked(2)]),
  ]);
  t.same(
    outcomes.map((one) => one.status),
    ['fulfilled', 'rejected', 'rejected', 'fulfilled'],
  );
  const [, duplicate, broken] = outcomes;
  t.match(duplicate, { reason: Error }, 'a view that refuses is no error of the ledger');
  t.match(broken, { reason: { code: 'custody.text_not_unicode', params: { place: '/personal' } } });
  await ledger.close();
});

t.test('a draft that cannot cross to the thread is refused, and the ledger goes on', async (t) => {
  const ledger = await start(made(t));
  const odd = { ...docked(0), data: { port: () => undefined } } as unknown as AnyDraft;
  await t.rejects(ledger.append([odd]), { name: 'DataCloneError' });
  t.match(await ledger.append([docked(0)]), { first: 0 });
  await ledger.close();
});

t.test('a commit that fails refuses what waits and all that follows, typed', async (t) => {
  const data = made(t);
  const ledger = await start({ ...data, DOCKET_FAULT: 'ledger.commit.before:2:eio' });
  await ledger.append([docked(0)]);
  const second = await Promise.allSettled([ledger.append([docked(1)]), ledger.append([docked(2)])]);
  for (const one of second) {
    t.match(one, { status: 'rejected', reason: unwritable });
    if (one.status === 'rejected') t.type(one.reason, CustodyError);
  }
  await t.rejects(ledger.append([docked(3)]), unwritable);
  await t.rejects(ledger.checkpoint(), unwritable);
  await ledger.close();
  t.equal(data.db.prepare('SELECT count(*) FROM ledger_entry').pluck().get(), 1);
});

t.test('a thread that dies refuses all that waits and all that follows', async (t) => {
  const ledger = await ThreadedLedger.start(dying, null, revive);
  const waiting: Promise<unknown>[] = [
    ledger.append([docked(0)]),
    ledger.append([docked(1)]),
    ledger.checkpoint(),
  ];
  for (const one of waiting) await t.rejects(one, unwritable);
  await t.rejects(ledger.append([docked(2)]), unwritable);
  await t.resolves(ledger.close(), 'there is nothing left to close');
});

t.test('a thread that dies before it is ready does not keep the station waiting', async (t) => {
  await t.rejects(ThreadedLedger.start(dying, 'at once', revive), { message: /ended with 3/ });
});

t.test('why a ledger cannot be opened comes back as the error it was', async (t) => {
  const spoils: Readonly<Record<string, (data: LedgerProgramData) => void>> = {
    'custody.database_missing': ({ database }) => rmSync(database),
    'custody.database_damaged': ({ database }) => truncateSync(database, 0),
    'custody.key_missing': ({ keyFile }) => rmSync(keyFile),
    'custody.database_newer': ({ database }) => {
      const db = new Database(database);
      db.pragma('user_version = 99');
      db.close();
    },
  };
  for (const [code, spoil] of Object.entries(spoils)) {
    const data = made(t);
    data.db.close();
    spoil(data);
    const error = await start(data).then(
      () => null,
      (reason: unknown) => reason,
    );
    t.type(error, CustodyError, code);
    t.match(error, { code });
  }
});

t.test('a closed ledger takes nothing, and closing twice is no error', async (t) => {
  const ledger = await start(made(t));
  await ledger.append([docked(0)]);
  await ledger.close();
  await ledger.close();
  await t.rejects(ledger.append([docked(1)]), unwritable);
});
