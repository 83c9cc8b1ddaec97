import { type Permission, permissions } from './permissions.ts';

/** How far a permission reaches: one's own, one's units with all below them, everything. */
export const extents = ['own', 'units', 'all'] as const;
export type Extent = (typeof extents)[number];

/** What a role grants; a permission that is not named is not granted. */
export type Grants = Readonly<Partial<Record<Permission, Extent>>>;

/** A set of permissions under a name. A custom role is the same thing under another name. */
export interface Role {
  readonly name: string;
  readonly grants: Grants;
  /** Whoever has it signs in with a second factor. */
  readonly secondFactor: boolean;
}

function everywhere(names: readonly Permission[]): Grants {
  return Object.fromEntries(names.map((name) => [name, 'all']));
}

const seeing = permissions.filter((name) => name.endsWith('.see') && name !== 'personal.see');

/** Their own recordings: see, tag, justify. */
const officer: Grants = {
  'evidence.see': 'own',
  'evidence.tag': 'own',
  'evidence.watch': 'own',
  'evidence.copy': 'own',
  'session.see': 'own',
  'session.return': 'own',
  'justification.see': 'own',
  'justification.submit': 'own',
  'finding.see': 'own',
  'finding.explain': 'own',
  'case.see': 'own',
  'request.see': 'own',
  'request.submit': 'own',
  'docking.see': 'own',
  'personal.see': 'own',
};

/** Their units: approve justifications and requests (HY-13: the responsible head). */
const departmentHead: Grants = {
  ...Object.fromEntries((Object.keys(officer) as Permission[]).map((name) => [name, 'units'])),
  'session.amend': 'units',
  'justification.decide': 'units',
  'finding.dismiss': 'units',
  'evidence.hold': 'units',
  'disposal.see': 'units',
  'disposal.decide': 'units',
  'request.decide': 'units',
  'register.see': 'units',
  'review.see': 'units',
  'review.enter': 'units',
  'report.see': 'units',
  'alarm.see': 'units',
};

/** Evidence, cases, registers, exports; the legal section's giving to review bodies and courts (HY-12, HY-16). */
const clerk: Grants = everywhere([
  ...(['evidence.see', 'evidence.tag', 'evidence.loosen', 'evidence.watch', 'evidence.copy'] as const),
  ...(['evidence.give_out', 'evidence.bring_in', 'session.see', 'session.return', 'session.amend'] as const),
  ...(['justification.see', 'justification.submit', 'finding.see', 'finding.explain'] as const),
  ...(['finding.dismiss', 'case.see', 'case.export', 'register.see', 'register.edit'] as const),
  ...(['request.see', 'request.submit', 'review.see', 'review.draw', 'review.enter'] as const),
  ...(['report.see', 'personal.see', 'docking.see', 'alarm.see', 'alarm.handle'] as const),
  ...(['evidence.hold', 'disposal.see', 'disposal.propose'] as const),
  ...(['erasing.see', 'erasing.order', 'fixity.see', 'fixity.check'] as const),
  ...(['proposal.see', 'proposal.make'] as const),
]);

/** Reads everything about everything, watches nothing without approval. */
const auditor: Grants = everywhere([
  ...seeing,
  ...(['personal.see', 'evidence.watch', 'request.submit', 'review.enter'] as const),
  ...(['ledger.export', 'proposal.confirm', 'disposal.decide'] as const),
]);

/** Configuration, accounts, recorders; no footage, and nothing that leads to it. */
const administrator: Grants = everywhere([
  ...(['config.see', 'config.change', 'account.see', 'account.manage', 'role.see', 'role.manage'] as const),
  ...(['token.see', 'token.manage', 'recorder.manage', 'docking.see', 'docking.control'] as const),
  ...(['alarm.see', 'alarm.handle', 'station.see', 'backup.make', 'register.see'] as const),
  ...(['erasing.see', 'erasing.order', 'fixity.see', 'fixity.check'] as const),
  ...(['proposal.see', 'proposal.make', 'proposal.confirm'] as const),
]);

export const builtInRoleNames = ['officer', 'department_head', 'clerk', 'auditor', 'administrator'] as const;
export type BuiltInRole = (typeof builtInRoleNames)[number];

export const builtInRoles: Readonly<Record<BuiltInRole, Role>> = {
  officer: { name: 'officer', grants: officer, secondFactor: false },
  department_head: { name: 'department_head', grants: departmentHead, secondFactor: false },
  clerk: { name: 'clerk', grants: clerk, secondFactor: true },
  auditor: { name: 'auditor', grants: auditor, secondFactor: true },
  administrator: { name: 'administrator', grants: administrator, secondFactor: true },
};

export function isBuiltInRole(name: string): name is BuiltInRole {
  return name in builtInRoles;
}

/**
 * What the kiosk's PIN or badge opens at most, whatever roles the account has: an officer's own tagging and justifying.
 * Nobody watches anything at the dock.
 */
export const kioskGrants: Grants = {
  'evidence.see': 'own',
  'evidence.tag': 'own',
  'session.see': 'own',
  'session.return': 'own',
  'justification.see': 'own',
  'justification.submit': 'own',
  'docking.see': 'own',
};
