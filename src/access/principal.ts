import type { Permission } from './permissions.ts';
import type { Grants } from './roles.ts';

/** How far one permission of one person reaches. `units` holds every unit below the person's own ones too. */
export interface Reach {
  readonly all: boolean;
  readonly units: ReadonlySet<string>;
  /** What the person's own officer number stands on. */
  readonly own: boolean;
}

/** The reach of every permission that somebody has; one without an entry is not had. */
export type Scope = ReadonlyMap<Permission, Reach>;

/** What somebody must still do before the door opens: until then they have no permission at all. */
export type Pending = 'change_password' | 'enrol_totp';

/** Who stands behind a call, and what they may. */
export interface Principal {
  /** Stable; the ledger's actor id. */
  readonly account: string;
  /** By which they sign in, and what they are called; for themselves alone. */
  readonly name: string | null;
  readonly person: string | null;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<Permission>;
  readonly scope: Scope;
  /** The officer number that makes a recording one's own. */
  readonly officer: string | null;
  readonly by: 'password' | 'pin' | 'token' | 'operating_system';
  /** Id of the sign-in or the token; never its secret. */
  readonly credential: string;
  readonly pending: Pending | null;
}

/** Whose a thing is. Null: not known; then only those who may do it everywhere may do it. */
export interface Ownership {
  readonly officer: string | null;
  readonly unit: string | null;
}

/** Whether somebody may do it to something that is `whose`. Pure. */
export function may(principal: Principal, permission: Permission, whose: Ownership): boolean {
  const reach = reachOf(principal, permission);
  if (reach === null) return false;
  if (reach.all) return true;
  if (whose.unit !== null && reach.units.has(whose.unit)) return true;
  return reach.own && whose.officer !== null && whose.officer === principal.officer;
}

/**
 * How far it reaches, for lists that leave out what is not within it; null: not at all. One who reaches nothing (no
 * unit, no officer number) gets an empty list, not an error. Pure.
 */
export function reachOf({ permissions, scope }: Principal, permission: Permission): Reach | null {
  return permissions.has(permission) ? (scope.get(permission) ?? null) : null;
}

/** Whether somebody may do it at all, anywhere: for what belongs to nobody, as configuration and accounts do. Pure. */
export function mayAnywhere(principal: Principal, permission: Permission): boolean {
  return principal.permissions.has(permission);
}

/**
 * The scope of somebody with these roles. Several roles add up.
 * @param units the person's units with all below them
 */
export function scopeOf(granted: readonly Grants[], units: ReadonlySet<string>): Scope {
  const scope = new Map<Permission, Reach>();
  for (const grants of granted) {
    for (const [name, extent] of Object.entries(grants)) {
      // Built from `Grants`, whose keys are permissions.
      const permission = name as Permission;
      const before = scope.get(permission) ?? { all: false, units: new Set<string>(), own: false };
      scope.set(permission, {
        all: before.all || extent === 'all',
        units: extent === 'units' ? units : before.units,
        // A head's own recordings are theirs, also where they were made for another unit.
        own: before.own || extent !== 'all',
      });
    }
  }
  return scope;
}

/** The part of a scope that lies within these permissions; never more than it was. Pure. */
export function within(scope: Scope, allowed: ReadonlySet<Permission>): Scope {
  return new Map([...scope].filter(([permission]) => allowed.has(permission)));
}

/** The part of a scope that concerns one's own alone; never more than it was. Pure. */
export function ownAlone(scope: Scope): Scope {
  const none: ReadonlySet<string> = new Set();
  return new Map(
    [...scope].map(([permission, { all, own }]) => [
      permission,
      { all: false, units: none, own: own || all },
    ]),
  );
}
