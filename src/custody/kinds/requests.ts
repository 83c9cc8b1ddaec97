import type { None } from './none.ts';

/** Who asked to see footage or to have it, who allowed it, and what was then seen and taken (ZZ-28, HY-12, HY-13). */
export interface RequestKinds {
  'request.submitted': {
    data: {
      request: string;
      kind: RequestKind;
      evidence: readonly string[];
      /** The account, or the operating system's user, that will watch, copy or give out. */
      for: string;
      until: string;
      /** Viewing begins at once; who approves it comes later. */
      emergency: boolean;
    };
    /** `recipient`: the review body or court that is given a copy. */
    personal: { why: string; recipient?: string };
  };
  'request.decided': {
    data: { request: string; decision: 'approved' | 'rejected' | 'withdrawn' };
    personal: { note?: string };
  };
  'request.expired': { data: { request: string }; personal: None };
  /** Footage was played: whole seconds from its start. By which request, or null: the policy on own recordings. */
  'evidence.viewed': {
    data: { evidence: string; request: string | null; from: number; to: number };
    personal: { address: string };
  };
  'evidence.downloaded': {
    data: {
      evidence: string;
      request: string | null;
      what: 'original' | 'viewing_copy';
      sha256: string;
      bytes: number;
    };
    personal: { address: string };
  };
}

/** Looking at it, taking a copy, giving one to a review body or court, taking its classification away. */
export const requestKinds = ['view', 'copy', 'give_out', 'lift'] as const;
export type RequestKind = (typeof requestKinds)[number];
