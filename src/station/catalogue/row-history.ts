import type { Db } from '../../custody/database.ts';
import type { Actor } from '../../custody/entry.ts';
import type { RegisterName } from '../../tagging/registers/register.ts';
import { entriesAbout, type StandingEntry } from './entries.ts';

/** One thing that happened to a row of a register. */
export interface RowEvent {
  readonly seq: number;
  readonly at: string;
  readonly actor: Actor;
  /** `registered`: by an earlier version, or under a name that no officer bears. */
  readonly event: 'entered' | 'changed' | 'removed' | 'registered';
  /** The import that brought it; null where it was entered by hand. */
  readonly import: string | null;
  /** What the row held from then on; nothing after it was taken away. */
  readonly values: Readonly<Record<string, string>>;
  readonly changes: readonly {
    readonly field: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly cause: string | null;
}

/** Every value that a row ever had, oldest first, out of the ledger; none where there never was such a row. */
export function rowHistory(db: Db, register: RegisterName, key: string): readonly RowEvent[] {
  const own = entriesAbout(db, `register:${register}/${key}`);
  const apart =
    register === 'recorders'
      ? entriesAbout(db, `recorder:${key}`).filter(({ type }) => type === 'recorder.registered')
      : [];
  const events: RowEvent[] = [];
  let held: Readonly<Record<string, string>> | null = null;
  for (const entry of [...own, ...apart].sort((a, b) => a.seq - b.seq)) {
    const event = eventOf(entry, held);
    events.push(event);
    held = event.event === 'removed' ? null : event.values;
  }
  return events;
}

function eventOf(
  { seq, at, actor, type, data, personal }: StandingEntry,
  held: Readonly<Record<string, string>> | null,
): RowEvent {
  const before = held ?? {};
  const common = { seq, at, actor, import: typeof data['import'] === 'string' ? data['import'] : null };
  switch (type) {
    case 'register.removed':
      return {
        ...common,
        ...{ event: 'removed', values: {}, cause: personal['cause'] ?? null },
        changes: changes(before, {}),
      };
    case 'recorder.registered': {
      const { profile } = data;
      const said = { ...(typeof profile === 'string' ? { profile } : {}), ...personal };
      const values = { ...before, ...said };
      return { ...common, event: 'registered', values, cause: null, changes: changes(before, values) };
    }
    default: {
      const event = held === null ? 'entered' : 'changed';
      return { ...common, event, values: personal, cause: null, changes: changes(before, personal) };
    }
  }
}

function changes(
  from: Readonly<Record<string, string>>,
  to: Readonly<Record<string, string>>,
): RowEvent['changes'] {
  return Object.keys({ ...from, ...to })
    .filter((field) => from[field] !== to[field])
    .map((field) => ({ field, from: from[field] ?? null, to: to[field] ?? null }));
}
