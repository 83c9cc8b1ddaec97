import type { Db } from '../../custody/database.ts';
import { isPermission } from '../permissions.ts';
import { builtInRoles, type Extent, extents, type Grants, isBuiltInRole, type Role } from '../roles.ts';

interface Row {
  readonly role: string;
  readonly grants: string;
  readonly second_factor: number;
}

/** The built-in roles, and those that the unit has defined itself. */
export class RoleBook {
  readonly #one: import('better-sqlite3').Statement<[string], Row>;
  readonly #all: import('better-sqlite3').Statement<[], Row>;

  constructor(db: Db) {
    this.#one = db.prepare('SELECT role, grants, second_factor FROM view_role WHERE role = ?');
    this.#all = db.prepare('SELECT role, grants, second_factor FROM view_role ORDER BY role');
  }

  role(name: string): Role | null {
    if (isBuiltInRole(name)) return builtInRoles[name];
    const row = this.#one.get(name);
    return row === undefined ? null : roleOf(row);
  }

  all(): readonly Role[] {
    return [...Object.values(builtInRoles), ...this.#all.all().map(roleOf)];
  }

  /** Those of these names that there are; one that is not grants nothing. */
  those(names: readonly string[]): readonly Role[] {
    return names.flatMap((name) => this.role(name) ?? []);
  }
}

function roleOf({ role, grants, second_factor }: Row): Role {
  // A permission or an extent that this program does not know grants nothing.
  const said = Object.entries(JSON.parse(grants) as Record<string, string>);
  const known = said.filter((one): one is [string, Extent] => isPermission(one[0]) && isExtent(one[1]));
  return { name: role, grants: Object.fromEntries(known) as Grants, secondFactor: second_factor === 1 };
}

export function isExtent(text: string): text is Extent {
  return (extents as readonly string[]).includes(text);
}
