import type { Db } from '../../custody/database.ts';
import { RegisterBook } from '../../tagging/registers/book.ts';
import { TagBook } from '../../tagging/tag-book.ts';
import { effectiveTag, type TagField } from '../../tagging/tags.ts';
import type { Ownership } from '../principal.ts';

/** Whose a recording is, and how it is classified: what the doors ask of it. */
export interface EvidenceFacts extends Ownership {
  readonly classification: string;
}

/** Reads it off the tags that hold; what no source can decide is not known, and then nobody's own. */
export class OwnershipBook {
  readonly #tags: TagBook;
  readonly #registers: RegisterBook;

  constructor(db: Db) {
    this.#registers = new RegisterBook(db);
    this.#tags = new TagBook(db, this.#registers);
  }

  facts(evidence: string): EvidenceFacts {
    const tags = this.#tags.tags(evidence);
    const value = (field: TagField): string | null =>
      effectiveTag(
        field,
        tags.filter((one) => one.field === field),
      )?.value ?? null;
    const officer = value('officer');
    return {
      officer,
      unit: value('unit') ?? this.#unitOf(officer),
      classification: value('classification') ?? 'ordinary',
    };
  }

  /** Where nobody has said a unit, a recording is its officer's unit's. */
  #unitOf(officer: string | null): string | null {
    if (officer === null) return null;
    return this.#registers.row('officers', officer)?.values['unit'] ?? null;
  }
}
