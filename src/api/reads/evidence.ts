import { momentOf } from '../../station/catalogue/conditions.ts';
import { custodyHistory } from '../../station/catalogue/entries.ts';
import { type EvidenceItem, evidenceItem } from '../../station/catalogue/evidence-item.ts';
import {
  type EvidenceFilter,
  evidenceList,
  type ListedEvidence,
} from '../../station/catalogue/evidence-list.ts';
import { type EvidenceMarks, evidenceMarks } from '../../station/catalogue/evidence-marks.ts';
import type { Visible } from '../../station/catalogue/visible.ts';
import { StationError } from '../../station/error.ts';
import type { ReadWorld } from '../reading/read-world.ts';
import { type Telling, type ToldEntry, told } from './entries.ts';
import { withWords } from './findings.ts';

/** As `EvidenceFilter`, with its instants as RFC 3339: it crosses to a thread. */
export interface EvidenceQuestion extends Omit<EvidenceFilter, 'since' | 'until' | 'visible'> {
  readonly since: string | null;
  readonly until: string | null;
  readonly visible: Visible;
}

/** An item as a list of this interface tells it. */
export interface MarkedEvidence extends ListedEvidence {
  readonly marks: EvidenceMarks;
}

export function readEvidenceList(
  { db }: ReadWorld,
  { since, until, ...rest }: EvidenceQuestion,
): { readonly evidence: readonly MarkedEvidence[]; readonly next: string | null } {
  const filter = { ...rest, since: momentOf(since), until: momentOf(until) };
  const { evidence, next } = evidenceList(db, filter);
  const marks = evidenceMarks(
    db,
    evidence.map(({ evidenceId }) => evidenceId),
  );
  const marked = evidence.flatMap((one) => {
    const its = marks.get(one.evidenceId);
    return its === undefined ? [] : [{ ...one, marks: its }];
  });
  return { evidence: marked, next };
}

export function readEvidenceItem(
  world: ReadWorld,
  { evidence, ...telling }: Telling & { readonly evidence: string },
): EvidenceItem {
  const item = evidenceItem(world.db, evidence, world.address);
  return { ...item, findings: item.findings.map((one) => withWords(world, telling, one)) };
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
