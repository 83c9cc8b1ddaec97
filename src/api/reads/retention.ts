import {
  type DisposalFilter,
  type DisposedFilter,
  disposalNamed,
  disposalPage,
  disposedPage,
} from '../../station/catalogue/disposals.ts';
import { type HoldFilter, holdPage } from '../../station/catalogue/holds.ts';
import type { ReadWorld } from '../reading/read-world.ts';

export function readHolds({ db }: ReadWorld, filter: HoldFilter) {
  return holdPage(db, filter);
}

export function readDisposals({ db }: ReadWorld, filter: DisposalFilter) {
  return disposalPage(db, filter);
}

/** Error: `retention.disposal_unknown`. */
export function readDisposal({ db }: ReadWorld, { disposal }: { readonly disposal: string }) {
  return disposalNamed(db, disposal);
}

export function readDisposed({ db }: ReadWorld, filter: DisposedFilter) {
  return disposedPage(db, filter);
}
