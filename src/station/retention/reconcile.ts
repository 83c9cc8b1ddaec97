import { machine } from '../../custody/alarms.ts';
import type { AnyDraft } from '../../custody/entry.ts';
import type { WorkChange } from '../../custody/ledger.ts';
import type { Vault } from '../../vault/contract.ts';
import { heldDraft, type RetentionBook, sameReasons } from './book.ts';

/** An original whose keeping is to be looked at. */
export interface Waiting {
  readonly sha256: string;
  /** The ledger says already that its hold is off. */
  readonly releasing: number;
}

/** What is entered of it, and whether the hold is to be taken off after that. */
export interface Reconciled {
  readonly drafts: readonly AnyDraft[];
  readonly work: WorkChange;
  readonly release: boolean;
}

/**
 * Brings the vault to what should be. What keeps an original longer is done first and entered then, so that the ledger
 * never claims a lock that is not there; what lets go of it is entered first, so that none is ever gone unsaid. Either way a
 * crash leaves it among those that wait, and doing it again changes nothing. Errors: those of the vault.
 */
export async function reconcile(
  book: RetentionBook,
  vault: Vault,
  { sha256, releasing }: Waiting,
): Promise<Reconciled> {
  const standing = book.standing(sha256);
  const target = book.target(sha256);
  const news = book.classNews(sha256);
  if (standing === null || target === null) return { drafts: news, work: settled(sha256), release: false };
  const longer = Temporal.Instant.compare(target.until, standing.until) > 0;
  if (longer) await vault.retain(sha256, target.until);
  const holds = target.because.length > 0;
  const wasHeld = standing.because.length > 0;
  if (holds && !wasHeld) await vault.hold(sha256);
  const release = !holds && (wasHeld || releasing === 1);
  const drafts = [
    ...news,
    ...(longer ? [retainedDraft(sha256, target.until)] : []),
    ...(holds && !sameReasons(target.because, standing.because) ? [heldDraft(sha256, target.because)] : []),
    ...(!holds && wasHeld ? [releasedDraft(sha256)] : []),
  ];
  return { drafts, work: release ? toRelease(sha256) : settled(sha256), release };
}

/** Takes the hold off, after the entry that says so. */
export async function letGo(vault: Vault, book: RetentionBook, sha256: string): Promise<void> {
  if (book.standing(sha256) !== null) await vault.release(sha256);
}

export function settled(sha256: string): WorkChange {
  return { sql: 'DELETE FROM work_retention WHERE sha256 = ?', params: [sha256] };
}

function toRelease(sha256: string): WorkChange {
  return { sql: 'UPDATE work_retention SET releasing = 1 WHERE sha256 = ?', params: [sha256] };
}

function retainedDraft(sha256: string, until: Temporal.Instant): AnyDraft {
  const subject = { kind: 'original', id: sha256 } as const;
  const data = { sha256, until: until.toString() };
  return { type: 'original.retained', actor: machine, subject, data, personal: {} };
}

function releasedDraft(sha256: string): AnyDraft {
  const subject = { kind: 'original', id: sha256 } as const;
  return { type: 'original.released', actor: machine, subject, data: { sha256 }, personal: {} };
}
