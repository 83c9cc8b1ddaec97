import { AccountBook } from '../../access/accounts/account-book.ts';
import { RoleBook } from '../../access/accounts/role-book.ts';
import { tokenList } from '../../access/accounts/token-book.ts';
import { AccessError } from '../../access/error.ts';
import { RequestBook, type StandingRequest } from '../../access/requests/request-book.ts';
import type { Db } from '../../custody/database.ts';
import { proposalList } from '../../station/catalogue/proposals.ts';
import { maySeeRequest, type RequestFilter, requestList } from '../../station/catalogue/requests.ts';
import { reviewDetail, reviewList } from '../../station/catalogue/reviews.ts';
import type { Visible } from '../../station/catalogue/visible.ts';
import type { ReadWorld } from '../reading/read-world.ts';
import { peopleOf } from './people.ts';

interface Page {
  readonly after: string | null;
  readonly limit: number;
}

function peopleOfRequest(db: Db, { submitter, decider, for: beneficiary }: StandingRequest) {
  return peopleOf(db, [submitter, decider, beneficiary]);
}

export function readRequests({ db }: ReadWorld, filter: RequestFilter) {
  const { requests, next } = requestList(db, filter);
  return { requests: requests.map((one) => ({ ...one, people: peopleOfRequest(db, one) })), next };
}

/** Error: `access.request_unknown`, also where it is out of reach. */
export function readRequest(
  { db }: ReadWorld,
  {
    request,
    visible,
    account,
  }: { readonly request: string; readonly visible: Visible; readonly account: string },
) {
  const book = new RequestBook(db);
  const found = book.named(request);
  if (!maySeeRequest(db, request, visible, account))
    throw new AccessError('access.request_unknown', { found: request }, { field: 'REQUEST' });
  return { ...found, people: peopleOfRequest(db, found), evidence: book.evidenceOf(request) };
}

export function readReviews({ db }: ReadWorld, page: Page) {
  return reviewList(db, page);
}

/** Error: `access.review_unknown`. */
export function readReview({ db }: ReadWorld, { review }: { readonly review: string }) {
  return reviewDetail(db, review);
}

export function readAccounts({ db }: ReadWorld, { after, limit }: Page) {
  return paged(new AccountBook(db).list(after ?? '', limit + 1), limit, ({ account }) => account);
}

export function readRoles({ db }: ReadWorld, _args: Readonly<Record<string, never>>) {
  return new RoleBook(db).all();
}

export function readTokens(
  { db }: ReadWorld,
  { account, after, limit }: Page & { readonly account: string | null },
) {
  return paged(tokenList(db, { account, after: after ?? '', limit: limit + 1 }), limit, ({ token }) => token);
}

export function readProposals({ db }: ReadWorld, page: Page & { readonly openOnly: boolean }) {
  return proposalList(db, page, Temporal.Now.instant());
}

function paged<T>(found: readonly T[], limit: number, keyOf: (one: T) => string) {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last !== undefined ? keyOf(last) : null };
}
