import type { Clock } from '../../../../src/clock.ts';
import { type Db, openWriting } from '../../../../src/custody/database.ts';
import type { AnyDraft } from '../../../../src/custody/entry.ts';
import type { Ledger } from '../../../../src/custody/ledger.ts';
import { ledgerSize } from '../../../../src/custody/ledger-tiles.ts';
import { type Append, LedgerWriter } from '../../../../src/custody/ledger-writer.ts';
import { loadStationKey } from '../../../../src/custody/station-key.ts';
import { projectors } from '../../../../src/projections.ts';
import { numberText } from '../../../../src/station/catalogue/entry-numbers.ts';
import { searchText } from '../../../../src/station/catalogue/entry-search.ts';
import { type Places, readStationFile } from '../../../../src/station/data-folder.ts';

/** Entries of one transaction: a thousand make the disk the limit, and all of them would not fit into memory. */
const atOnce = 20_000;
/** Signed heads are written this often, as a station would in days. */
const checkpointEvery = 100_000;
const indexWords = 'INSERT INTO work_search (rowid, words) VALUES (?, ?)';
const indexNumbers = 'INSERT INTO work_number (rowid, numbers) VALUES (?, ?)';

/** Tells each append the moment that it was made for: the writer asks once for each. */
class MadeClock implements Clock {
  readonly #moments: Temporal.Instant[] = [];

  tell(moments: readonly Temporal.Instant[]): void {
    this.#moments.push(...moments.toReversed());
  }

  now(): Temporal.Instant {
    const moment = this.#moments.pop();
    if (moment === undefined) throw new RangeError('the writer asked for more moments than appends');
    return moment;
  }

  monotonicMs(): number {
    return 0;
  }
}

/**
 * The ledger of a station that is made up: the daemon's own writer with its tree, its leaves and salts, every projector and
 * the index of words, but in transactions of 20,000 entries that no crash must survive.
 */
export class MadeLedger {
  readonly db: Db;
  readonly #clock = new MadeClock();
  readonly #writer: LedgerWriter;
  #waiting: { readonly append: Append; readonly at: Temporal.Instant }[] = [];
  #words: (readonly [number, string])[] = [];
  #waitingEntries = 0;
  #size: number;
  #signedAt = 0;

  constructor(places: Places) {
    this.db = openWriting(places.database);
    // No crash must be survived here: a half-made folder is thrown away.
    for (const one of [
      'journal_mode = MEMORY',
      'synchronous = OFF',
      'cache_size = -1048576',
      'temp_store = MEMORY',
    ])
      this.db.pragma(one);
    const signer = loadStationKey(places.key, readStationFile(places).origin);
    this.#writer = new LedgerWriter(this.db, projectors, signer, this.#clock, () => undefined);
    this.#size = ledgerSize(this.db);
    this.#indexAll();
  }

  get size(): number {
    return this.#size;
  }

  append(at: Temporal.Instant, drafts: readonly AnyDraft[]): void {
    for (const [i, draft] of drafts.entries()) this.#words.push([this.#size + i, wordsOf(draft)]);
    this.#waiting.push({ append: { drafts, work: [] }, at });
    this.#size += drafts.length;
    this.#waitingEntries += drafts.length;
    if (this.#waitingEntries >= atOnce) this.flush();
  }

  flush(): void {
    const [newest] = this.#waiting.slice(-1);
    if (newest === undefined) return;
    // Apart from the entries: with each savepoint the index writes out what it has gathered.
    const work = this.#words.flatMap(([seq, words]) => [
      { sql: indexWords, params: [seq, words] },
      { sql: indexNumbers, params: [seq, numberText(words)] },
    ]);
    const batch = [...this.#waiting, { append: { drafts: [], work }, at: newest.at }];
    [this.#waiting, this.#words, this.#waitingEntries] = [[], [], 0];
    this.#clock.tell(batch.map(({ at }) => at));
    for (const outcome of this.#writer.append(batch.map(({ append }) => append)))
      if ('refused' in outcome) throw outcome.refused;
    if (this.#size - this.#signedAt >= checkpointEvery) this.checkpoint();
  }

  checkpoint(): { size: number; note: string } {
    this.#signedAt = this.#size;
    return this.#writer.checkpoint();
  }

  /** For what publishes the log: it signs what stands, and remembers how far it has come. */
  asLedger(): Ledger {
    return {
      append: async (drafts, work = []) => {
        this.#clock.tell([Temporal.Now.instant()]);
        const [outcome] = this.#writer.append([{ drafts, work }]);
        if (outcome === undefined || 'refused' in outcome) throw outcome?.refused;
        return outcome.ok;
      },
      checkpoint: async () => this.checkpoint(),
      close: async () => this.close(),
    };
  }

  close(): void {
    this.flush();
    this.db.pragma('journal_mode = WAL');
    this.#writer.close();
  }

  /** What `docket init` has entered. */
  #indexAll(): void {
    this.db.exec(
      `INSERT INTO work_search (rowid, words) SELECT seq, '|' || actor || '|' || subject || '|' FROM view_entry;
       INSERT INTO work_number (rowid, numbers) SELECT seq, '' FROM view_entry`,
    );
  }
}

function wordsOf({ actor, subject, data, personal }: AnyDraft): string {
  const values = Object.entries(personal).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return searchText({ actor, subject, data, personal: Object.fromEntries(values) });
}
