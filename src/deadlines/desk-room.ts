import type { Clock } from '../clock.ts';
import type { Alarms } from '../custody/alarms.ts';
import type { Db } from '../custody/database.ts';
import type { EntryDraft } from '../custody/entry.ts';
import type { Ledger } from '../custody/ledger.ts';
import type { TagLot } from '../tagging/tag-queue.ts';
import type { Turns } from '../turns.ts';
import type { Designation } from './judge-session.ts';
import type { OwnDays } from './own-days.ts';
import type { Label } from './policy.ts';
import type { AdoptedContent } from './policy-version.ts';

/** How this unit judges. */
export interface DeskSettings {
  readonly stationCode: string;
  readonly zone: string;
  /** The regulation with the unit's readings; read when something is judged, which most commands never do. */
  readonly content: () => Promise<AdoptedContent>;
  readonly ownDays: OwnDays;
  readonly designation: Designation;
  /** Up to which recordings are one course of enforcement; null: each is judged by itself. */
  readonly gap: Temporal.Duration | null;
}

/** Who keeps tags in step, and knows from the rosters when officers were back. */
export interface DutyTeller {
  /** Which recordings are to be tagged next. */
  readonly queue: {
    asked(): TagLot | null;
    next(): TagLot | null;
  };
  tag(evidence: readonly string[]): Promise<void>;
  returned(evidence: readonly string[]): string | null;
  /** The one duty that a recording belongs to. */
  duty(evidence: string): { key: string; recorder: string; from: string; to: string } | null;
  /** Which of these fields one of the recordings has no value for. */
  unlabelled(evidence: readonly string[], fields: readonly Label[]): readonly Label[];
}

/** Who finds out when a recording began and ended, and with the same look what its container is; null for one that is not there. */
export interface TimeTeller {
  time(
    evidence: string,
    soFar: ReadonlyMap<string, EntryDraft<'recording.timed'>['data']>,
  ): Promise<{
    readonly timed: EntryDraft<'recording.timed'>;
    readonly probed: EntryDraft<'recording.probed'> | null;
  } | null>;
  /** Later segments that were timed before the one that comes first. */
  misplaced(evidence: string): readonly string[];
}

export interface DeskRoom {
  readonly settings: DeskSettings;
  readonly db: Db;
  readonly ledger: Ledger;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly turns: Turns;
  readonly timekeeper: TimeTeller;
  readonly tagger: DutyTeller;
}
