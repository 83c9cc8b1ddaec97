import { cardPath } from '../custody/card-path.ts';
import type { Claim } from '../dock/identity.ts';
import type { DockingReport } from '../intake/docking-report.ts';
import type { Left, RecordingOutcome, RecordingState } from '../intake/outcome.ts';
import { sayReason } from '../texts/reasons.ts';
import type { Language } from '../texts/text.ts';
import type { Way } from './catalogue/handed-in.ts';

/** What `docket ingest` reports: the shape that scripts rely on. */
export interface IngestReport {
  readonly docking: string;
  readonly recorder: string | null;
  readonly profile: string | null;
  /** Whether the recorder is registered and nothing on the card contradicts it. */
  readonly assigned: boolean;
  /** What says whose card it is; `person`: who handed it in. */
  readonly claims: readonly Claim[];
  /** `dock`, or by which other way it came. */
  readonly way: Way;
  readonly refused: string | null;
  readonly stopped: string | null;
  readonly summary: {
    readonly stored: number;
    readonly secured: number;
    readonly alreadyStored: number;
    readonly failed: number;
    readonly deferred: number;
    readonly ignored: number;
    readonly bytes: number;
  };
  readonly recordings: readonly ReportedRecording[];
}

export interface ReportedRecording {
  readonly path: string;
  readonly pathBase64?: string;
  readonly bytes: number;
  readonly sha256: string | null;
  readonly state: RecordingState;
  readonly evidenceId: string | null;
  readonly objectPath: string | null;
  /** `code: words`, the code being stable; null where nothing went wrong. */
  readonly reason: string | null;
  readonly resumed: boolean;
  readonly sidecars: readonly ReportedSidecar[];
}

export interface ReportedSidecar {
  readonly path: string;
  readonly pathBase64?: string;
  readonly bytes: number;
  readonly sha256: string | null;
  readonly objectPath: string | null;
  readonly reason: string | null;
}

export function ingestReport(report: DockingReport, way: Way, language: Language): IngestReport {
  const { docking, recorder, profile, assigned, claims, refused, stopped, summary } = report;
  const recordings = report.outcomes.map((one) => reportedRecording(one, language));
  return { docking, recorder, profile, assigned, claims, way, refused, stopped, summary, recordings };
}

function reportedRecording(outcome: RecordingOutcome, language: Language): ReportedRecording {
  return {
    ...cardPath(outcome.path),
    bytes: outcome.bytes,
    sha256: outcome.sha256,
    state: outcome.state,
    evidenceId: outcome.evidence,
    objectPath: outcome.objectPath,
    reason:
      outcome.ignored !== null
        ? sayReason(language, outcome.ignored, null, null)
        : reasonOf(outcome.left, language),
    resumed: outcome.resumed,
    sidecars: outcome.sidecars.map(({ path, bytes, sha256, objectPath, left }) => ({
      ...cardPath(path),
      bytes,
      sha256,
      objectPath,
      reason: reasonOf(left, language),
    })),
  };
}

function reasonOf(left: Left | null, language: Language): string | null {
  return left === null ? null : sayReason(language, left.reason, left.offset, left.errno);
}
