import type { Doors, SignedIn } from '../../src/access/doors.ts';
import { permissions } from '../../src/access/permissions.ts';
import type { Principal } from '../../src/access/principal.ts';
import { scopeOf } from '../../src/access/principal.ts';
import { type BuiltInRole, builtInRoles } from '../../src/access/roles.ts';

/** Somebody of a role, with an officer number and the units that they are set over. */
export function somebody(
  role: BuiltInRole,
  {
    officer = null,
    units = [],
  }: { readonly officer?: string | null; readonly units?: readonly string[] } = {},
): Principal {
  const scope = scopeOf([builtInRoles[role].grants], new Set(units));
  return {
    account: `account:${role}${officer ?? ''}`,
    name: role,
    person: null,
    roles: [role],
    permissions: new Set(scope.keys()),
    scope,
    officer,
    by: 'token',
    credential: `token-of-${role}`,
    pending: null,
  };
}

/** Somebody who may everything everywhere, as no role does. */
export function almighty(): Principal {
  const scope = scopeOf([Object.fromEntries(permissions.map((one) => [one, 'all']))], new Set());
  return { ...somebody('clerk'), account: 'account:almighty', permissions: new Set(permissions), scope };
}

/** Doors whose tokens and cookies are the names of those who hold them. */
export class FakeDoors implements Doors {
  readonly #known: ReadonlyMap<string, Principal>;

  constructor(known: Readonly<Record<string, Principal>>) {
    this.#known = new Map(Object.entries(known));
  }

  async token(bearer: string): Promise<Principal | null> {
    return this.#known.get(bearer) ?? null;
  }

  async session(cookie: string): Promise<SignedIn | null> {
    const principal = this.#known.get(cookie);
    return principal === undefined ? null : this.#signedIn({ ...principal, by: 'password' });
  }

  csrfMatches({ csrf }: SignedIn, given: string): boolean {
    return csrf === given;
  }

  async signIn(account: string, password: string): ReturnType<Doors['signIn']> {
    if (password === 'locked') return { let: 'out', because: 'locked', retryAfterSeconds: 900 };
    if (password === 'half') return { let: 'out', because: 'totp_needed' };
    const principal = this.#known.get(account);
    if (principal === undefined || password !== 'right') return { let: 'out', because: 'refused' };
    return { let: 'in', cookie: cookieOf(account), ...this.#signedIn(principal) };
  }

  async signInByPin(account: string, pin: string): ReturnType<Doors['signIn']> {
    return await this.signIn(account, pin);
  }

  async signInByBadge(badge: string): ReturnType<Doors['signIn']> {
    return await this.signIn(badge, 'right');
  }

  async signOut(): Promise<void> {}
  async changePassword(): Promise<void> {}
  async beginTotp() {
    return { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/docket' };
  }
  async confirmTotp() {
    return ['one', 'two'];
  }

  #signedIn(principal: Principal): SignedIn {
    const ends = Temporal.Instant.from('2099-01-01T00:00:00Z');
    return { principal, csrf: 'the-csrf-token', ends, idles: ends };
  }
}

function cookieOf(value: string) {
  return {
    name: { secure: '__Host-docket', loopback: 'docket' },
    value,
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    maxAgeSeconds: 3_600,
  } as const;
}
