import type { DockingReport } from '../intake/docking-report.ts';

/** What the unit allows; both lists must name the recorder. Empty: nothing is ever erased. */
export interface ErasingPolicy {
  readonly units: readonly string[];
  readonly models: readonly string[];
  /** Whether a card in a plain folder may be emptied too. */
  readonly folders: boolean;
}

/** Why nothing may go from a recorder. */
export type ErasingBar =
  | 'erasing.off'
  | 'erasing.intake_not_over'
  | 'erasing.unassigned'
  | 'erasing.model_not_allowed'
  | 'erasing.unit_not_allowed'
  | 'erasing.not_all_stored';

type Seen = Pick<
  DockingReport,
  'recorder' | 'profile' | 'assigned' | 'refused' | 'stopped' | 'outcomes' | 'listing'
>;

/**
 * Whether the docking is one from which files may go at all: its intake is over, everything that was on the card is
 * stored, it is sure whose card it is, and the unit allows it for its unit and its model. Null: it is. Pure.
 *
 * @param unit of the recorder's holder by the registers; null where nobody knows
 * @param isStored of an evidence item that was only secured when its docking's intake ended
 */
export function erasingBar(
  report: Seen | null,
  unit: string | null,
  policy: ErasingPolicy,
  isStored: (evidence: string) => boolean,
): ErasingBar | null {
  if (policy.units.length === 0 || policy.models.length === 0) return 'erasing.off';
  if (report === null || report.stopped !== null || report.refused !== null || report.listing === null)
    return 'erasing.intake_not_over';
  if (!report.assigned || report.recorder === null) return 'erasing.unassigned';
  if (report.profile === null || !policy.models.includes(report.profile)) return 'erasing.model_not_allowed';
  if (unit === null || !policy.units.includes(unit)) return 'erasing.unit_not_allowed';
  const stored = report.outcomes.every(({ state, evidence }) => {
    if (state === 'ignored' || state === 'stored' || state === 'alreadyStored') return true;
    return state === 'secured' && evidence !== null && isStored(evidence);
  });
  return stored ? null : 'erasing.not_all_stored';
}
