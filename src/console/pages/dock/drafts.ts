/** A reason for lateness that somebody was writing when their sign-in ended. */
export interface Draft {
  readonly category: string | null;
  readonly text: string;
}

const keptMs = 10 * 60_000;

let owner = '';
let touched = 0;
const drafts = new Map<string, Draft>();

/** What one has written waits for them alone, and not for long: it goes when anybody else signs in. */
export function draftsOf(account: string): void {
  if (account !== owner || performance.now() - touched > keptMs) drafts.clear();
  owner = account;
  touched = performance.now();
}

export function draftOf(session: string): Draft | null {
  return drafts.get(session) ?? null;
}

/** @param draft null: it is at the station, or given up */
export function keepDraft(session: string, draft: Draft | null): void {
  touched = performance.now();
  if (draft === null) drafts.delete(session);
  else drafts.set(session, draft);
}

export function forgetDrafts(): void {
  drafts.clear();
}
