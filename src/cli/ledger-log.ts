import type { Logger } from 'pino';
import type { Db } from '../custody/database.ts';
import { ledgerSize } from '../custody/ledger-tiles.ts';
import { entriesAt, type StandingEntry } from '../station/catalogue/entries.ts';
import { entryWords } from '../station/catalogue/entry-words.ts';
import type { Language } from '../texts/text.ts';

/** A burst of entries must not hold up the main thread; the rest follows at the next look. */
const atOnce = 200;
const lookMs = 250;

/**
 * Writes the log from the ledger: what was committed since the last look, in words. So the log never says more than the
 * ledger does, and nothing that the ledger holds is missing from it.
 */
export class LedgerLog {
  readonly #db: Db;
  readonly #log: Logger;
  readonly #language: Language;
  readonly #zone: string;
  readonly #timer: NodeJS.Timeout;
  #next: number;

  constructor(db: Db, log: Logger, language: Language, zone: string) {
    this.#zone = zone;
    this.#db = db;
    this.#log = log;
    this.#language = language;
    this.#next = ledgerSize(db);
    this.#timer = setInterval(() => this.#look(), lookMs);
    this.#timer.unref();
  }

  #look(): boolean {
    const places = Array.from({ length: atOnce }, (_, i) => this.#next + i);
    const entries = entriesAt(this.#db, places);
    for (const entry of entries) this.#write(entry);
    this.#next += entries.length;
    return entries.length === atOnce;
  }

  #write(entry: StandingEntry): void {
    const { seq, type, subject } = entry;
    this.#log[levelOf(entry)](
      { entry: seq, type, [subject.kind]: subject.id },
      entryWords(this.#language, this.#zone, entry),
    );
  }

  /** Writes what is still missing and stops. */
  end(): void {
    clearInterval(this.#timer);
    while (this.#look());
  }
}

function levelOf({ type, data }: StandingEntry): 'info' | 'warn' {
  switch (type) {
    case 'recording.failed':
    case 'recording.deferred':
    case 'sidecar.failed':
    case 'docking.refused':
      return 'warn';
    case 'alarm.raised':
      return data['severity'] === 'notice' ? 'info' : 'warn';
    default:
      return 'info';
  }
}
