import { type DockView, dockView } from '../../station/catalogue/dock-view.ts';
import { type OwnDock, ownDock, ownEvidence } from '../../station/catalogue/own-dock.ts';
import type { Visible } from '../../station/catalogue/visible.ts';
import type { LiveState } from '../live-state.ts';
import type { ReadWorld } from '../reading/read-world.ts';

/** What stands at the dock. @param now RFC 3339 */
export function readDock(
  { db, config }: ReadWorld,
  { dockings, first, now }: { readonly now: string } & Pick<LiveState, 'dockings' | 'first'>,
): DockView {
  return dockView(db, config.dock.layout, { dockings, first, now: Temporal.Instant.from(now) });
}

/** What somebody has brought of late. */
export function readOwnDock(
  { db }: ReadWorld,
  { visible, officer }: { readonly visible: Visible; readonly officer: string | null },
): OwnDock {
  return ownDock(db, visible, officer);
}

/** Of a course of enforcement what somebody may see. */
export function readOwnEvidence(
  { db }: ReadWorld,
  { session, visible }: { readonly session: string; readonly visible: Visible },
): readonly string[] {
  return ownEvidence(db, session, visible);
}
