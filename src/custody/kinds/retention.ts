import type { None } from './none.ts';

/** How long originals are kept, what holds them, and how they go. */
export interface RetentionKinds {
  /** The class of an item, as its tags and its case have it now. One without such an entry is unclassified. */
  'evidence.classified': { data: { evidence: string; class: RetentionClass }; personal: None };
  /** An original is locked until this later date, in every vault that has it. */
  'original.retained': { data: { sha256: string; until: string }; personal: None };
  /** A legal hold stands on an original in every vault that has it, and why; in place of the reasons before. */
  'original.held': { data: { sha256: string; because: readonly HoldReason[] }; personal: None };
  /** Nothing holds it any more: the legal hold is taken off after this. */
  'original.released': { data: { sha256: string }; personal: None };
  /**
   * A person's hold on an item, or on a case: on every item that is in it now, or comes into it before the hold is lifted,
   * whether it stays in it or not.
   */
  'hold.placed': {
    data: { hold: string; of: 'evidence' | 'case'; about: string };
    personal: { reason: string };
  };
  'hold.lifted': { data: { hold: string }; personal: { reason: string } };
  'disposal.proposed': {
    data: { disposal: string; evidence: readonly string[] };
    personal: { reason: string };
  };
  /** Approved or rejected by somebody else than who proposed it, or withdrawn by them. */
  'disposal.decided': {
    data: { disposal: string; decision: DisposalDecision };
    personal: { note?: string };
  };
  /**
   * The originals of an item that go, before the first byte does. Those that other items have too stay, and are not
   * among them. One item may have several of these.
   */
  'evidence.disposal_begun': {
    data: { disposal: string; evidence: string; originals: readonly GoneOriginal[] };
    personal: None;
  };
  /** They are gone from every vault. `kept`: how many stay, since other items have them. */
  'evidence.disposed': {
    data: { disposal: string; evidence: string; sha256: string; bytes: number; gone: number; kept: number };
    personal: None;
  };
  /** It was approved and is not carried out on this item; `standing`: originals that had begun to go and stand still. */
  'evidence.disposal_refused': {
    data: { disposal: string; evidence: string; because: DisposalHindrance; standing: readonly string[] };
    personal: None;
  };
  'disposal.finished': { data: { disposal: string; disposed: number; refused: number }; personal: None };
}

/** From what is kept longest for its sake to what nobody has looked at. */
export const retentionClasses = ['evidence', 'important', 'ordinary', 'unclassified'] as const;
export type RetentionClass = (typeof retentionClasses)[number];

/** Why a legal hold stands: nobody has classified it, a case of it is not closed, a person says so. */
export const holdReasons = ['unclassified', 'case_open', 'person'] as const;
export type HoldReason = (typeof holdReasons)[number];

export const disposalDecisions = ['approved', 'rejected', 'withdrawn'] as const;
export type DisposalDecision = (typeof disposalDecisions)[number];

/** What stands in the way of disposing of an item. */
export type DisposalHindrance =
  | HoldReason
  | 'not_stored'
  | 'disposed'
  | 'still_locked'
  | 'on_hold'
  | 'missing';

export type GoneOriginal = { readonly sha256: string; readonly blake3: string; readonly bytes: number };
