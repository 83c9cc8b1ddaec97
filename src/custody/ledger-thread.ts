import type { MessagePort } from 'node:worker_threads';
import { DocketError } from '../errors.ts';
import type { AnyDraft } from './entry.ts';
import type { Appended, Lane, WorkChange } from './ledger.ts';
import type { Append, LedgerWriter } from './ledger-writer.ts';

/** What the main thread asks of the ledger thread. */
export type ToLedger =
  | {
      readonly do: 'append';
      readonly call: number;
      readonly drafts: readonly AnyDraft[];
      readonly work: readonly WorkChange[];
      readonly lane: Lane;
    }
  | { readonly do: 'checkpoint'; readonly call: number }
  | { readonly do: 'close'; readonly call: number };

/** An error crosses the thread as its parts: the class does not survive the copy. */
export interface Refusal {
  readonly code: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  readonly message: string;
}

export type FromLedger =
  | { readonly ready: true }
  | { readonly unready: Refusal }
  | { readonly call: number; readonly ok: Appended | { readonly size: number; readonly note: string } | null }
  | { readonly call: number; readonly refused: Refusal };

/** A commit holds at most this many entries, so that one fsync serves a crowd without growing without bound. */
const mostEntries = 1_000;

/** So often in a row what may come later lets others pass; then it goes with them. */
const mostPassed = 8;

type AppendCall = Extract<ToLedger, { do: 'append' }>;

/**
 * The loop of the ledger thread. Appends that arrive while a commit runs wait in the port and go into the next one
 * together: under load one fsync serves many, and a lone append waits for nothing. What may come `later` goes into a commit of
 * its own where others wait beside it: a person's entry is not held up by an index that is brought up to date.
 */
export function serveLedger(port: MessagePort, writer: LedgerWriter): void {
  const waiting: Readonly<Record<Lane, AppendCall[]>> = { now: [], later: [] };
  let entries = 0;
  let passed = 0;
  let due = false;
  const answer = (message: FromLedger): void => port.postMessage(message);

  const flush = (): void => {
    due = false;
    const now = waiting.now.splice(0);
    entries = 0;
    const lets = now.length > 0 && waiting.later.length > 0 && passed < mostPassed;
    passed = lets ? passed + 1 : 0;
    const batch = lets ? now : [...now, ...waiting.later.splice(0)];
    if (batch.length > 0) commit(writer, batch, answer);
    if (lets) soon();
  };
  const soon = (): void => {
    if (!due) setImmediate(flush);
    due = true;
  };
  const flushAll = (): void => {
    passed = mostPassed;
    flush();
  };

  port.on('message', (message: ToLedger) => {
    switch (message.do) {
      case 'append':
        waiting[message.lane].push(message);
        soon();
        entries += message.drafts.length;
        if (entries >= mostEntries) flush();
        return;
      case 'checkpoint':
        flushAll();
        attempt(message.call, answer, () => writer.checkpoint());
        return;
      case 'close':
        flushAll();
        attempt(message.call, answer, () => {
          writer.close();
          return null;
        });
        port.close();
    }
  });
}

function commit(
  writer: LedgerWriter,
  batch: readonly (Append & { readonly call: number })[],
  answer: (message: FromLedger) => void,
): void {
  try {
    writer.append(batch).forEach((outcome, i) => {
      const call = batch[i]?.call ?? 0;
      answer('ok' in outcome ? { call, ok: outcome.ok } : { call, refused: refusalOf(outcome.refused) });
    });
  } catch (error) {
    for (const { call } of batch) answer({ call, refused: refusalOf(error) });
  }
}

function attempt(
  call: number,
  answer: (message: FromLedger) => void,
  deed: () => { readonly size: number; readonly note: string } | null,
): void {
  try {
    answer({ call, ok: deed() });
  } catch (error) {
    answer({ call, refused: refusalOf(error) });
  }
}

export function refusalOf(error: unknown): Refusal {
  if (error instanceof DocketError) return { code: error.code, params: error.params, message: error.message };
  return {
    code: null,
    params: {},
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}
