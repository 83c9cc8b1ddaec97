import type { RowOf } from '../../data/answers.ts';

/** What somebody has proposed, as far as it can be read. */
export interface Proposal {
  readonly proposal: string;
  readonly kind: string;
  readonly proposer: string;
  readonly made: string;
  readonly until: string;
  readonly state: string;
  /** Null: nobody has decided it. */
  readonly decider: string | null;
  readonly note: string | null;
  readonly changes: readonly (readonly [name: string, value: string])[];
}

/** Pure. */
export function proposalIn(row: RowOf<'proposalList'>): Proposal {
  const text = (name: string): string => (typeof row[name] === 'string' ? row[name] : '');
  return {
    proposal: text('proposal'),
    kind: text('kind'),
    proposer: text('proposer'),
    made: text('made'),
    until: text('until'),
    state: text('state'),
    decider: text('decider') || null,
    note: text('note') || null,
    changes: changesIn(text('content')),
  };
}

/** The content is canonical JSON; one that was erased is empty. */
function changesIn(content: string): Proposal['changes'] {
  try {
    const found: unknown = JSON.parse(content);
    if (typeof found !== 'object' || found === null) return [];
    if ('changes' in found && Array.isArray(found.changes)) return found.changes.flatMap(settingChanged);
    return Object.entries(found).flatMap(([name, value]: [string, unknown]) =>
      value === null || (Array.isArray(value) && value.length === 0) ? [] : [[name, worded(value)] as const],
    );
  } catch {
    return [];
  }
}

function worded(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** One setting of a proposed configuration. */
function settingChanged(change: unknown): Proposal['changes'] {
  if (typeof change !== 'object' || change === null) return [];
  const said = (name: string): string => {
    const value: unknown = Reflect.get(change, name);
    return typeof value === 'string' ? value : '–';
  };
  return [[said('key'), `${said('before')} → ${said('after')}`]];
}
