import { comparePorts, type NamedPort, namedPorts } from '../../dock/usb/ports.ts';
import {
  type DockingFilter,
  dockingNamed,
  dockingPage,
  type PastDocking,
} from '../../station/catalogue/dockings.ts';
import { type LeftRecording, leftBehind } from '../../station/catalogue/left.ts';
import { type ListPage, pageWithin } from '../../station/catalogue/list-page.ts';
import type { Visible } from '../../station/catalogue/visible.ts';
import { maySee } from '../../station/catalogue/whose.ts';
import { StationError } from '../../station/error.ts';
import type { ReadWorld } from '../reading/read-world.ts';

export function readDockings({ db }: ReadWorld, filter: DockingFilter) {
  return dockingPage(db, filter);
}

export interface DockingDetail extends PastDocking {
  /** What could not be brought in. */
  readonly left: readonly LeftRecording[];
}

/** Error: `station.docking_unknown`. */
export function readDocking({ db }: ReadWorld, { docking }: { readonly docking: string }): DockingDetail {
  const found = dockingNamed(db, docking);
  if (found === null) throw new StationError('station.docking_unknown', { docking }, { field: 'docking' });
  return { ...found, left: leftBehind(db, docking) };
}

/** Of these dockings those that somebody may see. */
export function readSeenDockings(
  { db }: ReadWorld,
  { dockings, visible }: { readonly dockings: readonly string[]; readonly visible: Visible },
): readonly string[] {
  return dockings.filter((one) => maySee(db, visible, 'docking', one));
}

export function readPorts(
  { db }: ReadWorld,
  { port, ...page }: ListPage & { readonly port: string | null },
): { readonly rows: readonly NamedPort[]; readonly next: string | null } {
  const asked = namedPorts(db).filter((one) => port === null || one.port === port);
  return pageWithin(asked, (one) => one.port, page, comparePorts);
}
