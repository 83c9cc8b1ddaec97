import Type, { type Static } from 'typebox';
import type { Db } from '../../custody/database.ts';
import type { Actor, AnyDraft } from '../../custody/entry.ts';
import type { AccountFacts, CredentialKind } from '../../custody/entry-kinds.ts';
import { samePerson } from '../../custody/person.ts';
import { unreachable } from '../../errors.ts';
import { RegisterBook } from '../../tagging/registers/book.ts';
import { AccessError } from '../error.ts';
import { type Acting, nextId } from '../room.ts';
import type { Hashing } from '../signing/hashing.ts';
import { forgetFailures, forgetSecondFactor, keepPassword, newOneTimePassword } from '../signing/secrets.ts';
import { SignInBook } from '../signing/sign-in-book.ts';
import { type Account, AccountBook, nameKey } from './account-book.ts';
import type { Prepared } from './prepared.ts';
import { RoleBook } from './role-book.ts';

const names = Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { maxItems: 50 });
const textOrNone = Type.Union([Type.String({ minLength: 1, maxLength: 100 }), Type.Null()]);
const account = Type.String({ minLength: 1, maxLength: 64 });

/** What is done to accounts by those who manage them; a field that is left out stays as it is. */
export const accountDeedShape = Type.Union([
  Type.Object(
    {
      deed: Type.Literal('add'),
      name: Type.String({ minLength: 1, maxLength: 64 }),
      person: textOrNone,
      roles: names,
      units: names,
      officer: textOrNone,
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      deed: Type.Literal('change'),
      account,
      /** A station that was rebuilt from its vault alone has lost the names. */
      name: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
      person: Type.Optional(textOrNone),
      roles: Type.Optional(names),
      units: Type.Optional(names),
      officer: Type.Optional(textOrNone),
      state: Type.Optional(Type.Enum(['active', 'disabled'])),
    },
    { additionalProperties: false },
  ),
  /** A new one-time password; the second factor goes too where it is lost. */
  Type.Object(
    { deed: Type.Literal('reset'), account, secondFactor: Type.Boolean() },
    { additionalProperties: false },
  ),
]);
export type AccountDeed = Static<typeof accountDeedShape>;

/** What became of it. The one-time password is here and nowhere else: it is shown once. */
export interface AccountOutcome {
  readonly account: string;
  readonly name: string | null;
  readonly oneTimePassword: string | null;
}

export interface DeedRoom {
  readonly db: Db;
  readonly stationCode: string;
  readonly hashing: Hashing;
}

/**
 * What a deed will enter. Errors: `access.name_wrong`, `access.name_taken`, `access.account_unknown`,
 * `access.role_unknown`, `access.row_unknown`, `access.own_account`, `access.busy`.
 */
export async function prepareAccountDeed(
  room: DeedRoom,
  deed: AccountDeed,
  { actor }: Acting,
): Promise<Prepared<AccountOutcome>> {
  const book = new AccountBook(room.db);
  switch (deed.deed) {
    case 'add':
      return await added(room, book, deed, actor);
    case 'change':
      return changed(room.db, book, deed, actor);
    case 'reset':
      return await reset(room, accountMeant(room.db, book, deed.account, actor), deed.secondFactor, actor);
    default:
      return unreachable(deed);
  }
}

/** Letters, digits, `.`, `_` and `-` of any script, two at least. */
const nameShape = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{1,31}$/u;

async function added(
  { db, stationCode, hashing }: DeedRoom,
  book: AccountBook,
  { name: given, person, roles, units, officer }: Extract<AccountDeed, { deed: 'add' }>,
  actor: Actor,
): Promise<Prepared<AccountOutcome>> {
  const name = freeName(book, given);
  const facts = {
    account: nextId(db, stationCode, 'U', 'view_account'),
    ...{ roles, units, officer },
    state: 'active',
  } as const;
  requireKnown(db, facts);
  return await firstPassword({ hashing, facts, name, person, actor });
}

/** A new account with a password that opens nothing but its own change. */
export async function firstPassword({
  hashing,
  facts,
  name,
  person,
  actor,
}: {
  readonly hashing: Hashing;
  readonly facts: AccountFacts;
  readonly name: string;
  readonly person: string | null;
  readonly actor: Actor;
}): Promise<Prepared<AccountOutcome>> {
  const { account } = facts;
  const oneTimePassword = newOneTimePassword();
  const hashed = await hashing.hash(oneTimePassword);
  return {
    drafts: [
      {
        type: 'account.added',
        actor,
        subject: { kind: 'account', id: account },
        data: facts,
        personal: { name, ...(person === null ? {} : { person }) },
      },
      credentialChanged(account, 'password', 'reset', actor),
    ],
    work: [keepPassword(account, hashed, true)],
    answer: { account, name, oneTimePassword },
  };
}

/** A name as it is kept. Errors: `access.name_wrong`, `access.name_taken`. */
function freeName(book: AccountBook, given: string): string {
  const name = nameKey(given);
  if (!nameShape.test(name)) throw new AccessError('access.name_wrong', { found: given }, { field: 'name' });
  if (book.byName(name) !== null) throw new AccessError('access.name_taken', { name }, { field: 'name' });
  return name;
}

function changed(
  db: Db,
  book: AccountBook,
  deed: Extract<AccountDeed, { deed: 'change' }>,
  actor: Actor,
): Prepared<AccountOutcome> {
  const standing = accountMeant(db, book, deed.account, actor);
  const { account } = standing;
  const name = deed.name === undefined ? standing.name : freeName(book, deed.name);
  const person = deed.person === undefined ? standing.person : deed.person;
  const facts = {
    account,
    roles: deed.roles ?? standing.roles,
    units: deed.units ?? standing.units,
    officer: deed.officer === undefined ? standing.officer : deed.officer,
    state: deed.state ?? standing.state,
  } as const;
  requireKnown(db, facts);
  const entry: AnyDraft = {
    type: 'account.changed',
    actor,
    subject: { kind: 'account', id: account },
    data: facts,
    personal: { ...(name === null ? {} : { name }), ...(person === null ? {} : { person }) },
  };
  const out = facts.state === 'disabled' ? ended(db, account, actor) : nothing;
  const answer = { account, name, oneTimePassword: null };
  return { drafts: [entry, ...out.drafts], work: out.work, answer };
}

async function reset(
  { db, hashing }: DeedRoom,
  { account, name }: Account,
  secondFactor: boolean,
  actor: Actor,
): Promise<Prepared<AccountOutcome>> {
  const oneTimePassword = newOneTimePassword();
  const hashed = await hashing.hash(oneTimePassword);
  const out = ended(db, account, actor);
  return {
    drafts: [
      credentialChanged(account, 'password', 'reset', actor),
      ...(secondFactor ? [credentialChanged(account, 'second_factor', 'removed', actor)] : []),
      ...out.drafts,
    ],
    work: [
      keepPassword(account, hashed, true),
      ...(secondFactor ? forgetSecondFactor(account) : []),
      forgetFailures(account),
      ...out.work,
    ],
    answer: { account, name, oneTimePassword },
  };
}

const nothing: Prepared<null> = { drafts: [], work: [], answer: null };

function ended(db: Db, account: string, actor: Actor): Prepared<null> {
  return new SignInBook(db).endAll(account, null, 'replaced', actor);
}

/** Nobody gives themselves rights or takes a colleague's place: what is done to one's own account another does. */
function accountMeant(db: Db, book: AccountBook, given: string, actor: Actor): Account {
  const found = requireAccount(book, given);
  if (samePerson(db, found.account, actor.id))
    throw new AccessError('access.own_account', { account: found.account });
  return found;
}

/** An account by its id or name. Error: `access.account_unknown`. */
export function requireAccount(book: AccountBook, given: string): Account {
  const found = book.meant(given);
  if (found === null) throw new AccessError('access.account_unknown', { found: given }, { field: 'ACCOUNT' });
  return found;
}

/** What an account refers to must be there: a slip of the hand would widen or narrow what it reaches. */
function requireKnown(db: Db, { roles, units, officer }: AccountFacts): void {
  const book = new RoleBook(db);
  const registers = new RegisterBook(db);
  for (const role of roles)
    if (book.role(role) === null)
      throw new AccessError('access.role_unknown', { found: role }, { field: 'role' });
  for (const unit of units) if (registers.row('units', unit) === null) throw rowUnknown('units', unit);
  if (officer !== null && registers.row('officers', officer) === null) throw rowUnknown('officers', officer);
}

function rowUnknown(register: 'units' | 'officers', found: string): AccessError {
  const field = register === 'units' ? 'unit' : 'officer';
  return new AccessError('access.row_unknown', { register, found }, { field });
}

export function credentialChanged(
  account: string,
  what: CredentialKind,
  deed: 'set' | 'reset' | 'removed',
  actor: Actor,
): AnyDraft {
  return {
    type: 'account.credential_changed',
    actor,
    subject: { kind: 'account', id: account },
    data: { account, what, deed },
    personal: {},
  };
}
