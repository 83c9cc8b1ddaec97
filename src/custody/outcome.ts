import type { Db } from './database.ts';
import type { AnyEntry } from './entry.ts';
import type { Projector } from './projector.ts';

/** What an act can have come to, where it could have come to something else. */
export const outcomes = [
  'approved',
  'confirmed',
  'rejected',
  'withdrawn',
  'refused',
  'failed',
  'expired',
  'cancelled',
  'interrupted',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Null: the entry says that something was done, and nothing else could have come of it. Pure. */
export function outcomeOf(entry: AnyEntry): Outcome | null {
  switch (entry.type) {
    case 'justification.decided':
    case 'request.decided':
    case 'proposal.decided':
    case 'disposal.decided':
      return entry.data.decision;
    case 'docking.ended':
      return endings[entry.data.because] ?? null;
    case 'request.expired':
      return 'expired';
    case 'docking.refused':
    case 'evidence.disposal_refused':
    case 'account.locked':
      return 'refused';
    case 'account.sign_in_failed':
    case 'recording.failed':
    case 'sidecar.failed':
    case 'viewing.failed':
      return 'failed';
    default:
      return null;
  }
}

/** One that was refused has an entry that says so already. */
const endings: Readonly<Record<string, Outcome>> = {
  cancelled: 'cancelled',
  detached: 'interrupted',
  interrupted: 'interrupted',
};

export const outcomeProjector: Projector = {
  tables: ['view_outcome'],
  prepare(db: Db) {
    const insert = db.prepare('INSERT INTO view_outcome (seq, result) VALUES (?, ?)');
    return (entry) => {
      const result = outcomeOf(entry);
      if (result !== null) insert.run(entry.seq, result);
    };
  },
};
