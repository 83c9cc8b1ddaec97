import { RoleBook } from '../../access/accounts/role-book.ts';
import { AccessError } from '../../access/error.ts';
import { RequestBook, type StandingRequest } from '../../access/requests/request-book.ts';
import { isBuiltInRole } from '../../access/roles.ts';
import type { Db } from '../../custody/database.ts';
import {
  type AccountFilter,
  accountList,
  type TokenFilter,
  tokenList,
} from '../../station/catalogue/accounts.ts';
import { type ListPage, pageWithin } from '../../station/catalogue/list-page.ts';
import { type ProposalFilter, proposalList } from '../../station/catalogue/proposals.ts';
import { maySeeRequest, type RequestFilter, requestList } from '../../station/catalogue/requests.ts';
import { type ReviewFilter, reviewDetail, reviewList } from '../../station/catalogue/reviews.ts';
import type { Visible } from '../../station/catalogue/visible.ts';
import type { ReadWorld } from '../reading/read-world.ts';
import { peopleOf } from './people.ts';

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

export function readReviews({ db }: ReadWorld, filter: ReviewFilter) {
  const { reviews, next } = reviewList(db, filter);
  return { reviews: reviews.map((one) => ({ ...one, people: peopleOf(db, [one.drawer]) })), next };
}

/** Error: `access.review_unknown`. */
export function readReview({ db }: ReadWorld, { review }: { readonly review: string }) {
  const found = reviewDetail(db, review);
  const named = [found.drawer, ...found.lines.map(({ reviewer }) => reviewer)];
  return { ...found, people: peopleOf(db, named) };
}

export function readAccounts({ db }: ReadWorld, filter: AccountFilter) {
  return accountList(db, filter);
}

export function readRoles(
  { db }: ReadWorld,
  { custom, ...page }: ListPage & { readonly custom: boolean | null },
) {
  const roles = new RoleBook(db).all();
  const asked = custom === null ? roles : roles.filter(({ name }) => isBuiltInRole(name) !== custom);
  return pageWithin(asked, ({ name }) => name, page);
}

export function readTokens(
  { db }: ReadWorld,
  { valid, ...filter }: Omit<TokenFilter, 'valid'> & { readonly valid: boolean },
) {
  return tokenList(db, { ...filter, valid: valid ? Temporal.Now.instant() : null });
}

export function readProposals({ db }: ReadWorld, filter: ProposalFilter) {
  return proposalList(db, filter, Temporal.Now.instant());
}
