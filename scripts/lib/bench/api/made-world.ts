import { machine } from '../../../../src/custody/alarms.ts';
import type { AnyDraft } from '../../../../src/custody/entry.ts';
import {
  accountId,
  digestOf,
  firstOfficerAccount,
  type MadePlan,
  officerNumber,
  partyCode,
  recorderNumber,
  unitCode,
  unitOf,
} from './made-plan.ts';

export const clerk = { kind: 'person', id: 'os:clerk' } as const;

/** Who asks: an account for each role, the second of the list a head of one unit, the first an officer of it. */
export const askingRoles = ['officer', 'department_head', 'clerk', 'auditor', 'administrator'] as const;
export type AskingRole = (typeof askingRoles)[number];
export const askingAccount = (role: AskingRole): string => accountId(2 + askingRoles.indexOf(role));
export const askingName = (role: AskingRole): string => `bench-${role}`;

export function registerDraft(
  register: 'units' | 'officers' | 'recorders' | 'parties' | 'cases' | 'matters',
  key: string,
  personal: Readonly<Record<string, string>>,
): AnyDraft {
  return {
    type: 'register.entered',
    actor: clerk,
    subject: { kind: 'register', id: `${register}/${key}` },
    data: { register, key, import: null },
    personal,
  };
}

function accountDraft(
  account: string,
  name: string,
  roles: string[],
  units: string[],
  officer: string | null,
): AnyDraft {
  return {
    type: 'account.added',
    actor: clerk,
    subject: { kind: 'account', id: account },
    data: { account, roles, units, officer, state: 'active' },
    personal: { name, person: `张三${name}` },
  };
}

/** Units, officers, their recorders, parties and accounts, as the clerk enters them on the first day. */
export function* worldDrafts(plan: MadePlan): Generator<AnyDraft> {
  for (let unit = 0; unit < plan.units; unit++)
    yield registerDraft('units', unitCode(unit), {
      ...{ code: unitCode(unit), name: `执法${unit}队` },
      ...(unit === 0 ? {} : { parent: unitCode(0) }),
    });
  yield registerDraft('matters', 'M01', { code: 'M01', matter: '行政检查', procedure: '现场检查' });
  for (let officer = 0; officer < plan.officers; officer++) yield* officerDrafts(plan, officer);
  for (let party = 0; party < Math.ceil(plan.dockings / 2); party++)
    yield registerDraft('parties', partyCode(party), { code: partyCode(party), name: `样例商行${party}` });
  for (const role of askingRoles) {
    const own = role === 'officer' ? officerNumber(0) : null;
    const units = role === 'department_head' ? [unitOf(plan, 0)] : [];
    yield accountDraft(askingAccount(role), askingName(role), [role], units, own);
  }
}

function* officerDrafts(plan: MadePlan, officer: number): Generator<AnyDraft> {
  const [number, recorder] = [officerNumber(officer), recorderNumber(officer)];
  const unit = unitOf(plan, officer);
  yield registerDraft('officers', number, { number, name: `李四${officer}`, unit });
  const held = { number: recorder, kind: 'recorder', holder: number, state: '在用' };
  yield registerDraft('recorders', recorder, { ...held, profile: 'generic-ga-t-947' });
  const account = accountId(firstOfficerAccount + officer);
  yield accountDraft(account, `officer-${number}`, ['officer'], [], number);
  yield {
    type: 'token.made',
    actor: clerk,
    subject: { kind: 'token', id: `ST01-T${String(officer + 1).padStart(6, '0')}` },
    data: {
      token: `ST01-T${String(officer + 1).padStart(6, '0')}`,
      ...{ account, permissions: ['evidence.see'], expires: '2024-06-01T00:00:00Z' },
    },
    personal: { label: '报表' },
  };
  if (officer % 10 !== 0) return;
  const proposal = `ST01-P${String(officer / 10 + 1).padStart(6, '0')}`;
  const subject = { kind: 'proposal', id: proposal } as const;
  const until = '2024-01-08T00:00:00Z';
  yield {
    ...{ type: 'proposal.made', actor: clerk, subject, data: { proposal, kind: 'account', until } },
    personal: { content: JSON.stringify({ name: `auditor-${officer}`, roles: ['auditor'] }) },
  };
  yield {
    ...{ type: 'proposal.decided', actor: { kind: 'person', id: 'os:head' }, subject },
    ...{ data: { proposal, kind: 'account', decision: 'rejected' }, personal: { note: '另议' } },
  };
  const sha256 = digestOf(plan, `import ${officer}`);
  const list = { kind: 'register', id: 'officers' } as const;
  yield {
    ...{ type: 'register.import_begun', actor: clerk, subject: list },
    data: { import: `import-${officer}`, register: 'officers', sha256, rows: 10, refused: 0 },
    personal: { file: '人员.xlsx' },
  };
  yield {
    ...{ type: 'register.imported', actor: machine, subject: list, personal: {} },
    data: { import: `import-${officer}`, register: 'officers', rows: 10 },
  };
}
