import type { SignedIn } from '../../src/access/doors.ts';
import type { Acting } from '../../src/access/room.ts';
import { fromBase32, hotp, stepAt } from '../../src/access/signing/totp.ts';
import type { Station } from '../../src/station.ts';

const owner: Acting = { actor: { kind: 'person', id: 'ST01-U000901' }, principal: null };
const second: Acting = { actor: { kind: 'person', id: 'ST01-U000902' }, principal: null };
const address = '192.0.2.7';

/** Somebody whose account opens, with what they type. */
export interface SignedPerson {
  readonly name: string;
  readonly account: string;
  readonly password: string;
  /** Each opens once, as a code of the authenticator does. */
  readonly codes: readonly string[];
}

/** An account of a real station that has changed its password and, where it must, has an authenticator. */
export async function signedPerson(
  { access }: Station,
  name: string,
  roles: readonly string[],
  more: { readonly units?: readonly string[]; readonly officer?: string } = {},
): Promise<SignedPerson> {
  const { doors, accounts } = access;
  const { units = [], officer = null } = more;
  const deed = { deed: 'add' as const, name, person: null, roles: [...roles], units: [...units], officer };
  const done = await accounts.deed(deed, owner);
  const made =
    done.state === 'done'
      ? done.outcome
      : ((await accounts.proposals.decide(
          { proposal: done.proposal, decision: 'confirmed', note: null },
          second,
        )) as { account: string; oneTimePassword: string });
  const password = `马到成功 ${name} 7#平湖`;
  const letIn = async (with_: string, code: string | null): Promise<SignedIn> => {
    const answer = await doors.signIn(name, with_, code, address);
    if (answer.let !== 'in') throw new Error(`${name} was not let in: ${answer.because}`);
    return answer;
  };
  const first = await letIn(made.oneTimePassword ?? '', null);
  await doors.changePassword(first.principal, made.oneTimePassword ?? '', password, address);
  const { principal } = await letIn(password, null);
  if (principal.pending !== 'enrol_totp') return { name, account: made.account, password, codes: [] };
  const { secret } = await doors.beginTotp(principal);
  const codes = await doors.confirmTotp(principal, hotp(fromBase32(secret), stepAt(Temporal.Now.instant())));
  return { name, account: made.account, password, codes };
}
