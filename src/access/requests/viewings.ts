import type { AnyDraft } from '../../custody/entry.ts';
import { AccessError } from '../error.ts';
import type { Principal } from '../principal.ts';
import { type AccessRoom, actingAs } from '../room.ts';
import { OwnershipBook } from './ownership.ts';
import { RequestBook } from './request-book.ts';
import { mayCopy, mayWatch, type Right, type WatchFacts } from './watch-rule.ts';

/** Footage is opened in pieces of so many seconds: what an entry says was played lies within them. */
export const pieceSeconds = 30;

/** Nobody asks for more at once; a bound keeps an entry for each piece from becoming millions. */
const mostSeconds = 86_400;

/** Sign-ins whose opened pieces are remembered; more than that many at once are asked twice. */
const mostRemembered = 10_000;

export interface Download {
  readonly evidence: string;
  readonly what: 'original' | 'viewing_copy';
  readonly sha256: string;
  readonly bytes: number;
}

/** Every playback and every download: allowed, entered, and only then shown (promise: before its effect can be seen). */
export class Viewings {
  readonly #room: AccessRoom;
  readonly #requests: RequestBook;
  readonly #owners: OwnershipBook;
  /** Pieces that a sign-in has opened already: a player asks for the same bytes again and again. */
  readonly #opened = new Map<string, Set<number>>();

  constructor(room: AccessRoom) {
    this.#room = room;
    this.#requests = new RequestBook(room.db);
    this.#owners = new OwnershipBook(room.db);
  }

  mayWatch(principal: Principal, evidence: string): Right {
    return mayWatch(principal, this.#facts(principal, evidence));
  }

  mayCopy(principal: Principal, evidence: string): Right {
    return mayCopy(principal, this.#facts(principal, evidence));
  }

  /** By which request. Errors: `access.may_not_watch`, `access.no_footage`. */
  requireWatch(principal: Principal, evidence: string): string | null {
    const right = this.mayWatch(principal, evidence);
    if (!right.allowed) throw refused(right, 'access.may_not_watch', evidence);
    return right.request;
  }

  /** By which request. Errors: `access.may_not_copy`, `access.no_footage`. */
  requireCopy(principal: Principal, evidence: string): string | null {
    const right = this.mayCopy(principal, evidence);
    if (!right.allowed) throw refused(right, 'access.may_not_copy', evidence);
    return right.request;
  }

  /**
   * Opens seconds of a recording. When the promise resolves they stand in the ledger, and may be sent. The right is asked
   * for anew each time: a request that runs out ends the film. Errors: `access.may_not_watch`, `access.no_footage`, `access.span_wrong`.
   *
   * @param from seconds from its start, `to` the first one that is not sent
   */
  async watch(
    principal: Principal,
    evidence: string,
    from: number,
    to: number,
    address: string,
  ): Promise<void> {
    const request = this.requireWatch(principal, evidence);
    if (!(from >= 0 && to > from && to - from <= mostSeconds))
      throw new AccessError(
        'access.span_wrong',
        { found: `${from}–${to}`, most: mostSeconds },
        { field: 'seconds' },
      );
    const key = JSON.stringify([principal.credential, evidence, request]);
    const opened = this.#opened.get(key) ?? new Set<number>();
    const spans = newSpans(opened, from, to);
    if (spans.length === 0) return;
    const { actor } = actingAs(principal);
    const drafts = spans.map(([first, last]): AnyDraft => {
      const span = { from: first * pieceSeconds, to: (last + 1) * pieceSeconds };
      const data = { evidence, request, ...span };
      const subject = { kind: 'evidence', id: evidence } as const;
      return { type: 'evidence.viewed', actor, subject, data, personal: { address } };
    });
    await this.#room.ledger.append(drafts);
    // Only what the ledger holds is open.
    for (const [first, last] of spans) for (let one = first; one <= last; one += 1) opened.add(one);
    this.#remember(key, opened);
  }

  /** Enters a download before its first byte goes out. Errors: `access.may_not_copy`, `access.no_footage`. */
  async download(principal: Principal, { evidence, ...copy }: Download, address: string): Promise<void> {
    const request = this.requireCopy(principal, evidence);
    const { actor } = actingAs(principal);
    const data = { evidence, request, ...copy };
    const subject = { kind: 'evidence', id: evidence } as const;
    await this.#room.ledger.append([
      { type: 'evidence.downloaded', actor, subject, data, personal: { address } },
    ]);
  }

  #facts(principal: Principal, evidence: string): WatchFacts {
    return {
      evidence: this.#owners.facts(evidence),
      requests: this.#requests.running(evidence, principal.account),
      officersWatchOwn: this.#room.settings.officersWatchOwn,
      now: this.#room.clock.now(),
    };
  }

  #remember(key: string, opened: Set<number>): void {
    this.#opened.delete(key);
    this.#opened.set(key, opened);
    if (this.#opened.size <= mostRemembered) return;
    const [oldest] = this.#opened.keys();
    if (oldest !== undefined) this.#opened.delete(oldest);
  }
}

function refused(
  { because }: Extract<Right, { allowed: false }>,
  code: 'access.may_not_watch' | 'access.may_not_copy',
  evidence: string,
): AccessError {
  if (because === 'permission') return new AccessError('access.no_footage', {});
  return new AccessError(code, { evidence });
}

/** The pieces of a span that are not open yet, in runs of first and last. Pure. */
export function newSpans(
  opened: ReadonlySet<number>,
  from: number,
  to: number,
): readonly (readonly [number, number])[] {
  const first = Math.floor(Math.max(0, from) / pieceSeconds);
  const last = Math.max(first, Math.ceil(to / pieceSeconds) - 1);
  const spans: [number, number][] = [];
  for (let piece = first; piece <= last; piece += 1) {
    if (opened.has(piece)) continue;
    const run = spans.at(-1);
    if (run !== undefined && run[1] === piece - 1) run[1] = piece;
    else spans.push([piece, piece]);
  }
  return spans;
}
