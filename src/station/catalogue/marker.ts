import type { Db } from '../../custody/database.ts';
import { type Contradiction, contradictions, type Marker } from '../../tagging/marker.ts';
import type { KnownWorld } from '../../tagging/tag-rule.ts';

/** What the marker file of a docking's card says, held against the registers of today. */
export interface StandingMarker extends Marker {
  /** False where the card's marks disagree on whose card it is. */
  readonly certain: boolean;
  /** Names on the card that are not those of its numbers. */
  readonly contradictions: readonly Contradiction[];
}

interface MarkRow {
  readonly officers: string;
  readonly units: string;
  readonly officer_names: string;
  readonly unit_names: string;
  readonly certain: number;
}

/** Null where the card has no marker file that says more than the recorder's number. */
export function markerOf(
  db: Db,
  docking: string,
  world: Pick<KnownWorld, 'row' | 'named'>,
): StandingMarker | null {
  const row = db.prepare<[string], MarkRow>('SELECT * FROM view_mark WHERE docking = ?').get(docking);
  if (row === undefined) return null;
  // The projector wrote them: lists of texts.
  const list = (text: string) => JSON.parse(text) as readonly string[];
  const marker = {
    ...{ officers: list(row.officers), officerNames: list(row.officer_names) },
    ...{ units: list(row.units), unitNames: list(row.unit_names) },
  };
  return {
    ...marker,
    certain: row.certain === 1,
    contradictions: [
      ...contradictions(world, 'officers', marker.officers, marker.officerNames),
      ...contradictions(world, 'units', marker.units, marker.unitNames),
    ],
  };
}
