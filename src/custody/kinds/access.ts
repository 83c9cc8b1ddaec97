import type { None } from './none.ts';

/** Who may come in, and who came. No secret ever stands here, not even its digest. */
export interface AccessKinds {
  'account.added': { data: AccountFacts; personal: AccountNames };
  'account.changed': { data: AccountFacts; personal: AccountNames };
  /** `reset`: a one-time one was made, which must be changed at its first use. */
  'account.credential_changed': {
    data: { account: string; what: CredentialKind; deed: 'set' | 'reset' | 'removed' };
    personal: None;
  };
  'account.signed_in': {
    data: { account: string; credential: string; by: SignInWay };
    personal: { address: string };
  };
  'account.signed_out': {
    data: { account: string; credential: string; because: SignOutCause };
    personal: None;
  };
  /**
   * `account` is null where there is none of the name that was given. That name is not kept: often enough it is a
   * password that was typed into the wrong field.
   */
  'account.sign_in_failed': {
    data: { account: string | null; by: SignInWay; because: SignInFault };
    personal: { address: string };
  };
  /** Too many failures; `account` null: for this address alone. */
  'account.locked': {
    data: { account: string | null; until: string; failures: number };
    personal: { address?: string };
  };
  'account.unlocked': { data: { account: string }; personal: None };
  /** A custom role, whole; a later one of the same name stands in place of an earlier one. */
  'role.defined': {
    data: { role: string; grants: Readonly<Record<string, string>>; secondFactor: boolean };
    personal: None;
  };
  'token.made': {
    data: { token: string; account: string; permissions: readonly string[]; expires: string };
    personal: { label: string };
  };
  'token.revoked': { data: { token: string; account: string }; personal: None };
  /** Something that needs two persons; `content` says what, canonical JSON. */
  'proposal.made': {
    data: { proposal: string; kind: string; until: string };
    personal: { content: string };
  };
  /** What is confirmed is carried out in the same commit. */
  'proposal.decided': {
    data: { proposal: string; kind: string; decision: 'confirmed' | 'rejected' | 'withdrawn' };
    personal: { note?: string };
  };
}

export type AccountFacts = {
  readonly account: string;
  readonly roles: readonly string[];
  readonly units: readonly string[];
  readonly officer: string | null;
  readonly state: 'active' | 'disabled';
};

type AccountNames = {
  /** By which one signs in; left out where it was lost with the personal values of an older entry. */
  readonly name?: string;
  readonly person?: string;
};

export type CredentialKind = 'password' | 'pin' | 'badge' | 'second_factor';
export type SignInWay = 'password' | 'pin' | 'badge';
export type SignInFault = 'unknown' | 'disabled' | 'no_credential' | 'wrong' | 'wrong_code';
/** `replaced`: the password was changed, reset or the account disabled. */
export type SignOutCause = 'person' | 'replaced';
