import type { AccessKinds } from './kinds/access.ts';
import type { AskedKinds } from './kinds/asked.ts';
import type { AttachmentKinds } from './kinds/attachment.ts';
import type { ConfigurationKinds } from './kinds/configuration.ts';
import type { ContinuityKinds } from './kinds/continuity.ts';
import type { CustodyKinds } from './kinds/custody.ts';
import type { DeadlineKinds } from './kinds/deadlines.ts';
import type { DockingKinds } from './kinds/docking.ts';
import type { ErasingKinds } from './kinds/erasing.ts';
import type { ExtendingKinds } from './kinds/extending.ts';
import type { FixityKinds } from './kinds/fixity.ts';
import type { LeavingKinds } from './kinds/leaving.ts';
import type { OsUserKinds } from './kinds/os-users.ts';
import type { RecordingKinds } from './kinds/recording.ts';
import type { RequestKinds } from './kinds/requests.ts';
import type { RetentionKinds } from './kinds/retention.ts';
import type { ReviewKinds } from './kinds/reviews.ts';
import type { SeenAgainKinds } from './kinds/seen-again.ts';
import type { StationKinds } from './kinds/station.ts';
import type { TaggingKinds } from './kinds/tagging.ts';
import type { ViewingKinds } from './kinds/viewing.ts';

/**
 * The ledger's vocabulary: every kind of entry with the shape of its public `data` and of its `personal` values.
 * Kinds are only ever added. A kind whose shape must change gets a new name (`recording.stored.2`) and the old
 * reader stays, since a ledger of any age must replay.
 *
 * Digests are lower-case hex, sizes bytes, instants RFC 3339 in UTC.
 */
export type EntryKinds = StationKinds &
  DockingKinds &
  RecordingKinds &
  SeenAgainKinds &
  ErasingKinds &
  DeadlineKinds &
  TaggingKinds &
  ContinuityKinds &
  AskedKinds &
  AccessKinds &
  ConfigurationKinds &
  OsUserKinds &
  RequestKinds &
  ReviewKinds &
  FixityKinds &
  RetentionKinds &
  AttachmentKinds &
  LeavingKinds &
  ExtendingKinds &
  ViewingKinds &
  CustodyKinds;
export type EntryType = keyof EntryKinds;

export type {
  AccountFacts,
  CredentialKind,
  SignInFault,
  SignInWay,
  SignOutCause,
} from './kinds/access.ts';
export type { AttachedTo } from './kinds/attachment.ts';
export type { ConfigCause } from './kinds/configuration.ts';
export {
  type FindingCode,
  type FindingState,
  findingCodes,
  type MadeFinding,
  type ProbedRecording,
  type ProbedStream,
  type ProbeFault,
} from './kinds/continuity.ts';
export type { AlarmEnd } from './kinds/custody.ts';
export {
  type GivenVerdict,
  type JustificationCategory,
  type JustificationState,
  justificationCategories,
  type SessionCause,
  type StartSource,
  startSources,
  type TimedRecording,
} from './kinds/deadlines.ts';
export {
  type ClockSource,
  type DockedDeviceFacts,
  type DockingEnd,
  type DockingSummary,
  type HandedInWay,
  handedInWays,
} from './kinds/docking.ts';
export type { ErasingEnd, GoingFile } from './kinds/erasing.ts';
export type { DamageKind } from './kinds/fixity.ts';
export type {
  CardPath,
  ContentDigests,
  NamedFacts,
  RecordingLeft,
  SecuredRecording,
  SecuredSidecar,
  StoredObject,
  StoredRecording,
} from './kinds/recording.ts';
export { type RequestKind, requestKinds } from './kinds/requests.ts';
export {
  type DisposalDecision,
  type DisposalHindrance,
  disposalDecisions,
  type GoneOriginal,
  type HoldReason,
  holdReasons,
  type RetentionClass,
  retentionClasses,
} from './kinds/retention.ts';
export { type ReviewGrade, reviewGrades } from './kinds/reviews.ts';
export {
  type LocatedRecording,
  type PositionClaim,
  type PositionSource,
  positionSources,
} from './kinds/tagging.ts';
export {
  type CannotCode,
  cannotCodes,
  type FailedViewingCopy,
  type MadeViewingCopy,
  type RemovedBecause,
  type RemovedViewingCopy,
  type ViewingHow,
  type ViewingMark,
  type ViewingPicture,
} from './kinds/viewing.ts';
