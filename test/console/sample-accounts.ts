import type { Principal } from '../../src/access/principal.ts';
import { fromBase32, hotp, stepAt } from '../../src/access/signing/totp.ts';
import type { Station } from '../../src/station.ts';

/** Whoever sits in front of the console in tests and pictures; 张三 is the officer. */
export const roles = ['officer', 'department_head', 'clerk', 'auditor', 'administrator'] as const;
export type Role = (typeof roles)[number];

export const samplePassword = '马到成功 平湖采集站 7#';
const owner = { actor: { kind: 'person', id: 'ST01-U000901' }, principal: null } as const;
const second = { actor: { kind: 'person', id: 'ST01-U000902' }, principal: null } as const;
const here = '127.0.0.1';

/** An account whose first sign-in is done, and who is signed in. */
export interface Sitting {
  readonly account: string;
  /** Value of the cookie `docket`. */
  readonly cookie: string;
  /** For an authenticator; null where the role needs none. */
  readonly secret: string | null;
}

export type Sittings = Readonly<Record<Role, Sitting>>;

const facts = {
  officer: { person: '张三', officer: '222222', units: [] },
  department_head: { person: '李四', officer: '333333', units: ['U1'] },
  clerk: { person: '王五', officer: null, units: [] },
  auditor: { person: '赵六', officer: null, units: [] },
  administrator: { person: '钱七', officer: null, units: [] },
} as const;

/** One account a role, each called as its role is. */
export async function sampleAccounts(station: Station): Promise<Sittings> {
  const entries: [Role, Sitting][] = [];
  for (const role of roles) entries.push([role, await sitting(station, role)]);
  return Object.fromEntries(entries) as Record<Role, Sitting>;
}

/** A clerk who has not been here yet. Returns the password that they were given. */
export async function newcomer({ access }: Station): Promise<string> {
  const wish = {
    deed: 'add' as const,
    name: 'newcomer',
    person: '孙八',
    roles: ['clerk'],
    units: [],
    officer: null,
  };
  const done = await access.accounts.deed(wish, owner);
  if (done.state !== 'done') throw new Error(done.state);
  return done.outcome.oneTimePassword ?? '';
}

async function sitting(station: Station, role: Role): Promise<Sitting> {
  const { doors } = station.access;
  const first = await added(station, role);
  const pending = await entered(station, role, first, null);
  await doors.changePassword(pending.principal, first, samplePassword, here);
  const again = await entered(station, role, samplePassword, null);
  const secret = await enrolled(station, again.principal);
  return { account: role, cookie: again.cookie.value, secret };
}

async function added({ access }: Station, role: Role): Promise<string> {
  const { person, officer, units } = facts[role];
  const wish = {
    deed: 'add' as const,
    name: role,
    person,
    roles: [role as string],
    units: [...units],
    officer,
  };
  const done = await access.accounts.deed(wish, owner);
  if (done.state === 'done') return done.outcome.oneTimePassword ?? '';
  const { proposal } = done;
  const outcome = await access.accounts.proposals.decide(
    { proposal, decision: 'confirmed', note: null },
    second,
  );
  const password: unknown = Reflect.get(Object(outcome), 'oneTimePassword');
  return String(password);
}

async function entered({ access }: Station, account: string, password: string, totp: string | null) {
  const answer = await access.doors.signIn(account, password, totp, here);
  if (answer.let !== 'in') throw new Error(`${account}: ${answer.because}`);
  return answer;
}

async function enrolled({ access }: Station, principal: Principal): Promise<string | null> {
  if (principal.pending !== 'enrol_totp') return null;
  const { secret } = await access.doors.beginTotp(principal);
  await access.doors.confirmTotp(principal, codeOf(secret, -1));
  return secret;
}

/** What an authenticator shows. @param later steps of 30 s */
export function codeOf(secret: string, later = 0): string {
  return hotp(fromBase32(secret), stepAt(Temporal.Now.instant()) + later);
}
