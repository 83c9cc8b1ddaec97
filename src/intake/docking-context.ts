import type { CardControl } from './control.ts';
import type { DockingProgress } from './progress.ts';
import type { IntakeRoom } from './room.ts';
import type { Settling } from './settle.ts';
import type { SpaceGuard } from './space.ts';
import type { StallGuard } from './stall-guard.ts';

/** One docking as the steps of its recordings see it. */
export interface DockingContext {
  readonly room: IntakeRoom;
  readonly docking: string;
  readonly recorder: string;
  readonly root: string;
  readonly control: CardControl;
  readonly settling: Settling;
  readonly space: SpaceGuard;
  readonly stall: StallGuard;
  readonly progress: DockingProgress;
  /** Waits for room in a full vault (the daemon) or leaves the rest for later (a single run). */
  readonly patient: boolean;
  /** Whether the card itself is still there: a dead mount lists as empty and answers ENOENT without being either. */
  present(): Promise<boolean>;
}
