import { machine } from '../custody/alarms.ts';
import { canonicalText } from '../custody/canonical.ts';
import type { Db } from '../custody/database.ts';
import type { EntryDraft } from '../custody/entry.ts';
import type { ProbedRecording } from '../custody/entry-kinds.ts';
import type { Probe, ProbeTags } from './read-probe.ts';

/** What a recording's container was found to say. */
export interface StandingProbe {
  readonly facts: ProbedRecording;
  /** Null where somebody has had them erased. */
  readonly tags: ProbeTags | null;
}

/** What the catalogue knows of containers. */
export class ProbeBook {
  readonly #standing: import('better-sqlite3').Statement<[string], { facts: string; tags: string | null }>;

  constructor(db: Db) {
    this.#standing = db.prepare('SELECT facts, tags FROM view_probe WHERE evidence = ?');
  }

  /** Null while nobody has looked. */
  standing(evidence: string): StandingProbe | null {
    const row = this.#standing.get(evidence);
    return row === undefined ? null : standingProbe(row);
  }

  /** The entry for what a look has found; null where it is what stands already. */
  news(evidence: string, { facts, tags }: Probe): EntryDraft<'recording.probed'> | null {
    const data: ProbedRecording = { evidence, ...facts };
    const said = canonicalText(tags);
    const before = this.#standing.get(evidence);
    if (before !== undefined && before.facts === canonicalText(data) && before.tags === said) return null;
    return {
      type: 'recording.probed',
      actor: machine,
      subject: { kind: 'evidence', id: evidence },
      data,
      personal: { tags: said },
    };
  }
}

/** The projector wrote both, as their entry had them. */
export function standingProbe(row: { readonly facts: string; readonly tags: string | null }): StandingProbe {
  return {
    facts: JSON.parse(row.facts) as ProbedRecording,
    tags: row.tags === null ? null : (JSON.parse(row.tags) as ProbeTags),
  };
}
