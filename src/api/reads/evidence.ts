import { custodyHistory } from '../../station/catalogue/entries.ts';
import { type EvidenceItem, evidenceItem } from '../../station/catalogue/evidence-item.ts';
import {
  type EvidenceFilter,
  evidenceList,
  type ListedEvidence,
} from '../../station/catalogue/evidence-list.ts';
import type { Visible } from '../../station/catalogue/visible.ts';
import { StationError } from '../../station/error.ts';
import type { ReadWorld } from '../reading/read-world.ts';
import { type Telling, type ToldEntry, told } from './entries.ts';
import { momentOf } from './moment.ts';

/** As `EvidenceFilter`, with its instants as RFC 3339: it crosses to a thread. */
export interface EvidenceQuestion extends Omit<EvidenceFilter, 'since' | 'until' | 'visible'> {
  readonly since: string | null;
  readonly until: string | null;
  readonly visible: Visible;
}

export function readEvidenceList(
  { db }: ReadWorld,
  { since, until, ...rest }: EvidenceQuestion,
): { readonly evidence: readonly ListedEvidence[]; readonly next: string | null } {
  return evidenceList(db, { ...rest, since: momentOf(since), until: momentOf(until) });
}

export function readEvidenceItem(
  { db, address }: ReadWorld,
  { evidence }: { readonly evidence: string },
): EvidenceItem {
  return evidenceItem(db, evidence, address);
}

/** The custody history of one item as a story. Error: `station.evidence_unknown`. */
export function readStory(
  world: ReadWorld,
  { evidence, ...telling }: Telling & { readonly evidence: string },
): readonly ToldEntry[] {
  const recorder = world.db
    .prepare<[string], string>('SELECT recorder FROM view_evidence WHERE evidence = ?')
    .pluck()
    .get(evidence);
  if (recorder === undefined)
    throw new StationError('station.evidence_unknown', { evidence }, { field: 'evidence' });
  return told(world, custodyHistory(world.db, evidence, recorder), telling);
}
