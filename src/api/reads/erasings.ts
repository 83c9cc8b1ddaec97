import { type ErasingFilter, erasingPage, erasingsOf } from '../../station/catalogue/erasings.ts';
import type { ReadWorld } from '../reading/read-world.ts';

export function readErasings({ db }: ReadWorld, filter: ErasingFilter) {
  return erasingPage(db, filter);
}

export function readDockingErasings({ db }: ReadWorld, { docking }: { readonly docking: string }) {
  return { docking, erasings: erasingsOf(db, docking) };
}
