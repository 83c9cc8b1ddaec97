import { Value } from 'typebox/value';
import { prepareConfigDeed } from '../configuration/propose.ts';
import { AccessError } from '../error.ts';
import type { AccessRoom, Acting } from '../room.ts';
import { badgeSalt } from '../signing/badge-salt.ts';
import { CredentialBook } from '../signing/credential-book.ts';
import type { Hashing } from '../signing/hashing.ts';
import { forgetBadge, forgetFailures, forgetPin, keepBadge, keepPin, newPin } from '../signing/secrets.ts';
import { AccountBook } from './account-book.ts';
import {
  type AccountDeed,
  type AccountOutcome,
  accountDeedShape,
  credentialChanged,
  prepareAccountDeed,
  requireAccount,
} from './deeds.ts';
import type { Prepared } from './prepared.ts';
import { Proposals } from './proposals.ts';
import { RoleBook } from './role-book.ts';
import { prepareRoleDeed, type RoleDeed, roleDeedShape } from './role-deeds.ts';
import { accountDeedNeedsTwo, roleDeedNeedsTwo } from './two-persons.ts';

/** It was done, or waits for a second person. */
export type Done<T> =
  | { readonly state: 'done'; readonly outcome: T }
  | { readonly state: 'proposed'; readonly proposal: string };

/** Where accounts and roles are kept. All deeds come in turn. */
export class Accounts {
  readonly #room: AccessRoom;
  readonly #hashing: Hashing;
  readonly #accounts: AccountBook;
  readonly #roles: RoleBook;
  readonly proposals: Proposals;

  constructor(room: AccessRoom, hashing: Hashing) {
    this.#room = room;
    this.#hashing = hashing;
    this.#accounts = new AccountBook(room.db);
    this.#roles = new RoleBook(room.db);
    this.proposals = new Proposals(room, {
      account: async (content, acting) =>
        await this.#prepared(Value.Parse(accountDeedShape, content), acting),
      role: async (content, { actor }) => prepareRoleDeed(Value.Parse(roleDeedShape, content), actor),
      config: async (content) => prepareConfigDeed(room.db, content),
    });
  }

  /** Errors: those of `prepareAccountDeed`. */
  async deed(deed: AccountDeed, acting: Acting): Promise<Done<AccountOutcome>> {
    const books = { accounts: this.#accounts, roles: this.#roles };
    return await this.#inTurn(async () => {
      if (accountDeedNeedsTwo(books, deed, acting)) return await this.#propose('account', deed, acting);
      return await this.#commit(await this.#prepared(deed, acting));
    });
  }

  /** Errors: those of `prepareRoleDeed`. */
  async defineRole(deed: RoleDeed, acting: Acting): Promise<Done<{ readonly role: string }>> {
    return await this.#inTurn(async () => {
      if (roleDeedNeedsTwo(deed)) return await this.#propose('role', deed, acting);
      return await this.#commit(prepareRoleDeed(deed, acting.actor));
    });
  }

  /** Error: `access.account_unknown`. */
  async unlock(given: string, { actor }: Acting): Promise<string> {
    const { account } = requireAccount(this.#accounts, given);
    const subject = { kind: 'account', id: account } as const;
    await this.#room.ledger.append(
      [{ type: 'account.unlocked', actor, subject, data: { account }, personal: {} }],
      [forgetFailures(account)],
    );
    return account;
  }

  /** A new PIN for the kiosk, shown once; or takes it away. Error: `access.account_unknown`. */
  async pin(given: string, deed: 'set' | 'removed', { actor }: Acting): Promise<string | null> {
    const { account } = requireAccount(this.#accounts, given);
    const pin = deed === 'set' ? newPin() : null;
    const change = pin === null ? forgetPin(account) : keepPin(account, await this.#hashing.hash(pin));
    await this.#room.ledger.append([credentialChanged(account, 'pin', deed, actor)], [change]);
    return pin;
  }

  /** @param badge the number that the kiosk's reader gives; null takes it away. Errors: `access.account_unknown`, `access.badge_taken`. */
  async badge(given: string, badge: string | null, { actor }: Acting): Promise<void> {
    const { account } = requireAccount(this.#accounts, given);
    await this.#inTurn(async () => {
      const change = badge === null ? forgetBadge(account) : await this.#badgeOf(account, badge);
      const deed = badge === null ? 'removed' : 'set';
      await this.#room.ledger.append([credentialChanged(account, 'badge', deed, actor)], [change]);
    });
  }

  async #badgeOf(account: string, badge: string) {
    const salt = await badgeSalt(this.#room);
    const hashed = await this.#hashing.hash(badge, salt);
    const owner = new CredentialBook(this.#room.db).byBadge(hashed);
    if (owner !== null && owner !== account)
      throw new AccessError('access.badge_taken', { owner }, { field: 'badge' });
    return keepBadge(account, hashed);
  }

  async #prepared(deed: AccountDeed, acting: Acting): Promise<Prepared<AccountOutcome>> {
    const { db, stationCode } = this.#room;
    return await prepareAccountDeed({ db, stationCode, hashing: this.#hashing }, deed, acting);
  }

  async #propose(kind: string, deed: AccountDeed | RoleDeed, acting: Acting): Promise<Done<never>> {
    return { state: 'proposed', proposal: await this.proposals.propose(kind, deed, acting) };
  }

  async #commit<T>({ drafts, work, answer }: Prepared<T>): Promise<Done<T>> {
    await this.#room.ledger.append(drafts, work);
    return { state: 'done', outcome: answer };
  }

  #inTurn<T>(deed: () => Promise<T>): Promise<T> {
    return this.#room.turns.take('accounts', deed);
  }
}
