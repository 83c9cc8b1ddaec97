import type { Visible } from '../../station/catalogue/visible.ts';
import { maySee } from '../../station/catalogue/whose.ts';
import type { ReadWorld } from '../reading/read-world.ts';
import type { Thing } from '../route.ts';

/** The first of these things that somebody may not see; null: they may see all of them. */
export function readHidden(
  { db }: ReadWorld,
  { visible, things }: { readonly visible: Visible; readonly things: readonly Thing[] },
): Thing | null {
  return things.find(({ kind, id }) => !maySee(db, visible, kind, id)) ?? null;
}
