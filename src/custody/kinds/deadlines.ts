import type { None } from './none.ts';
import type { StoredObject } from './recording.ts';

/** When recordings were made, which of them belong together, and whether they came in time. */
export interface DeadlineKinds {
  /** When a recording began and ended: what each source claims, and what was believed. */
  'recording.timed': { data: TimedRecording; personal: None };
  /** Recordings of one course of enforcement; each leaves the session that it was in. */
  'session.formed': {
    data: { session: string; recorder: string; evidence: readonly string[]; because: SessionCause };
    personal: None;
  };
  /** Its last recording has gone into another session. */
  'session.emptied': { data: { session: string; into: string }; personal: None };
  /** When the officer returned to the unit. What a person says stands before the roster. */
  'session.returned': {
    data: { session: string; returned: string; source: 'person' | 'roster' };
    personal: { note?: string };
  };
  /** The roster says no return any more: the one that it gave counts no longer. */
  'session.return_taken_back': { data: { session: string }; personal: None };
  'policy.adopted': {
    /** `content` is canonical JSON: the regulation with the unit's readings. It judges what begins from now on. */
    data: { policy: string; digest: string; content: string };
    personal: None;
  };
  /** The working days by which verdicts are counted have changed: everything is judged again. */
  'calendar.adopted': { data: { digest: string; years: readonly number[] }; personal: None };
  'calendar.imported': {
    data: {
      sha256: string;
      years: readonly number[];
      restDays: readonly string[];
      workDays: readonly string[];
    };
    personal: { file: string };
  };
  'verdict.given': { data: GivenVerdict; personal: None };
  'justification.submitted': {
    data: { justification: string; session: string; category: JustificationCategory };
    personal: { text: string };
  };
  'justification.decided': {
    data: { justification: string; session: string; decision: 'approved' | 'rejected' | 'withdrawn' };
    personal: { note?: string };
  };
  'attachment.stored': {
    data: { justification: string } & StoredObject;
    personal: { name?: string };
  };
}

/** Where a recording's start was read. `file` is the file's own time, which the recorder writes at the end. */
export const startSources = ['name', 'container', 'sidecar', 'file'] as const;

/** `segments`: a later segment whose name bears the start of the whole recording; where it lies behind the first one. */
export type StartSource = (typeof startSources)[number] | 'segments';

export type TimedRecording = {
  readonly evidence: string;
  /** When its recorder was docked. */
  readonly docked: string;
  /** Every source that says when it began, by the recorder's own clock. */
  readonly claims: readonly { readonly source: StartSource; readonly start: string }[];
  /** What was believed, the clock's offset taken away. */
  readonly start: string | null;
  readonly startSource: StartSource | null;
  /** Probed; null where the file does not tell. */
  readonly durationMs: number | null;
  readonly ended: string | null;
  readonly endSource: 'duration' | 'file' | null;
  /** Seconds by which a person says the clock was ahead; 0 where nobody has. */
  readonly offsetSeconds: number;
  /** The recorder's clock is not to be trusted. */
  readonly doubtful: boolean;
};

/** `segments`, `roster`, `gap`: by rule; `split`, `joined`: a person said so. */
export type SessionCause = 'segments' | 'roster' | 'gap' | 'split' | 'joined';

export const justificationCategories = ['fault', 'distance', 'continuous_duty', 'network', 'other'] as const;

export type JustificationCategory = (typeof justificationCategories)[number];

export type JustificationState = 'none' | 'submitted' | 'approved' | 'rejected';

/** One rule's judgement of one session, with all that a person needs to follow the count. */
export type GivenVerdict = {
  readonly session: string;
  /** The rule's place in its regulation, from 0. */
  readonly rule: number;
  readonly policy: string;
  /** SHA-256 of the adopted content. */
  readonly digest: string;
  readonly clause: string;
  readonly verdict: string;
  readonly justification: JustificationState;
  readonly doubtful: boolean;
  readonly provisional: boolean;
  /** The verdict would be better had storing followed at once: the delay is not the officer's. */
  readonly bySystem: boolean;
  readonly assumptions: readonly string[];
  readonly start: string | null;
  readonly due: string | null;
  readonly countedDays: readonly string[];
  readonly lastDue: string | null;
  readonly lastCountedDays: readonly string[];
  readonly ended: string | null;
  readonly returned: string | null;
  readonly docked: string | null;
  readonly secured: string | null;
  /** In the store that counts. */
  readonly stored: string | null;
  /** When time alone changes it. */
  readonly next: string | null;
};
