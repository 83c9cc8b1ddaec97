import type { DockingSnapshot } from '../intake/progress.ts';
import type { UploadState } from '../intake/uploads/upload-queue.ts';
import type { ViewingState } from '../viewing/desk.ts';

/** What is under way at this moment. */
export interface LiveState {
  readonly dockings: readonly DockingSnapshot[];
  /** The docking that goes before the others; null: none. */
  readonly first: string | null;
  /** Null where originals are stored within their docking. */
  readonly uploads: UploadState | null;
  readonly viewing: ViewingState;
}
