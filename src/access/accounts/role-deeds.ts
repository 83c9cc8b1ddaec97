import Type, { type Static } from 'typebox';
import type { Actor } from '../../custody/entry.ts';
import { AccessError } from '../error.ts';
import { isPermission, permissions } from '../permissions.ts';
import { extents, isBuiltInRole } from '../roles.ts';
import type { Prepared } from './prepared.ts';
import { isExtent } from './role-book.ts';

/** A unit's own role, whole. */
export const roleDeedShape = Type.Object(
  {
    role: Type.String({ minLength: 1, maxLength: 64 }),
    grants: Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 16 })),
    secondFactor: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type RoleDeed = Static<typeof roleDeedShape>;

const nameShape = /^[a-z][a-z0-9_]{1,31}$/;

/** Errors: `access.role_name_wrong`, `access.role_built_in`, `access.grant_wrong`. */
export function prepareRoleDeed(
  { role, grants, secondFactor }: RoleDeed,
  actor: Actor,
): Prepared<{ readonly role: string }> {
  if (isBuiltInRole(role)) throw new AccessError('access.role_built_in', { role }, { field: 'role' });
  if (!nameShape.test(role))
    throw new AccessError('access.role_name_wrong', { found: role }, { field: 'role' });
  for (const [permission, extent] of Object.entries(grants)) {
    if (!isPermission(permission)) throw wrongGrant(permission, permissions.join(' | '));
    if (!isExtent(extent)) throw wrongGrant(`${permission}=${extent}`, extents.join(' | '));
  }
  const subject = { kind: 'role', id: role } as const;
  const data = { role, grants, secondFactor };
  return {
    drafts: [{ type: 'role.defined', actor, subject, data, personal: {} }],
    work: [],
    answer: { role },
  };
}

function wrongGrant(found: string, allowed: string): AccessError {
  return new AccessError('access.grant_wrong', { found, allowed }, { field: 'grant' });
}
