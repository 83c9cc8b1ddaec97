import type { Permission } from '../access/permissions.ts';
import { type Principal, type Reach, reachOf } from '../access/principal.ts';
import type { Actor } from '../custody/entry.ts';
import type { Visible } from '../station/catalogue/visible.ts';
import type { Language } from '../texts/text.ts';

/** Who asks, with what follows from it for one route. */
export interface Caller {
  /** Null at the doors that everybody may knock at. */
  readonly principal: Principal | null;
  /** As the ledger names them. */
  readonly actor: Actor;
  readonly language: Language;
  /** What of the route's things they may see; a plain value for the threads that read. */
  readonly visible: Visible;
  /** Names, parties and free texts whole; else they are masked. */
  readonly whole: boolean;
  /** From where, as the connection says. */
  readonly address: string;
}

const nothing: Visible = { all: false, units: [], officer: null };

export function visibleBy(principal: Principal, permission: Permission): Visible {
  const reach = reachOf(principal, permission);
  return reach === null ? nothing : visibleWithin(reach, principal.officer);
}

function visibleWithin({ all, units, own }: Reach, officer: string | null): Visible {
  return { all, units: [...units].toSorted(), officer: own ? officer : null };
}

/** Whether personal data may be seen of everything that the permission reaches. Pure. */
export function wholeFor(principal: Principal, permission: Permission): boolean {
  const [seen, personal] = [reachOf(principal, permission), reachOf(principal, 'personal.see')];
  if (personal === null || seen === null) return false;
  if (personal.all) return true;
  const own = !seen.own || personal.own;
  return !seen.all && own && [...seen.units].every((unit) => personal.units.has(unit));
}
