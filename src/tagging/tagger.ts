import { machine } from '../custody/alarms.ts';
import { canonicalText } from '../custody/canonical.ts';
import type { Db } from '../custody/database.ts';
import type { AnyDraft } from '../custody/entry.ts';
import type { Ledger, WorkChange } from '../custody/ledger.ts';
import { Slices } from '../slices.ts';
import { RegisterBook } from './registers/book.ts';
import { relabelled } from './tag-anew.ts';
import { TagBook } from './tag-book.ts';
import { tagDraft } from './tag-draft.ts';
import { TagQueue } from './tag-queue.ts';
import { dutiesOf, machineTags, returnByRoster } from './tag-rule.ts';
import { type EffectiveTag, effectiveTags, type TagField } from './tags.ts';

/** One duty of the roster, with the recorder that a recording of it came from. */
export interface Duty {
  readonly key: string;
  readonly recorder: string;
  readonly from: string;
  readonly to: string;
}

/** Keeps what machines say of recordings in step with rosters, registers and times. What persons say it never touches. */
export class Tagger {
  readonly book: TagBook;
  readonly queue: TagQueue;
  readonly #ledger: Ledger;

  constructor(db: Db, ledger: Ledger) {
    this.book = new TagBook(db, new RegisterBook(db));
    this.#ledger = ledger;
    this.queue = new TagQueue(db);
  }

  /**
   * Tags recordings; those of which nothing else is said now are left alone. Whoever asks does not take them off their queue
   * before: what was said while they were looked at has them looked at again.
   */
  async tag(evidence: readonly string[]): Promise<void> {
    const slices = new Slices();
    const drafts: AnyDraft[] = [];
    const changed: WorkChange[] = [];
    for (const one of evidence) {
      const news = this.#news(one);
      drafts.push(...news);
      if (news.length > 0) changed.push(relabelled(one));
      await slices.breathe();
    }
    if (drafts.length > 0) await this.#ledger.append(drafts, changed);
  }

  /** When the officer was back, by the one duty to which these recordings of a session belong. */
  returned(evidence: readonly string[]): string | null {
    const recordings = evidence.map((one) => this.book.recording(one)).filter((one) => one !== null);
    return returnByRoster(recordings.flatMap((one) => dutiesOf(one, this.book)));
  }

  /** The one duty that a recording belongs to; null where none does, or several do. */
  duty(evidence: string): Duty | null {
    const recording = this.book.recording(evidence);
    const [only, ...others] = recording === null ? [] : dutiesOf(recording, this.book);
    if (recording === null || only === undefined || others.length > 0) return null;
    const { officer = '', from = '', to = '' } = only;
    return { key: `${officer} ${from}`, recorder: recording.recorder, from, to };
  }

  /** Which of these fields one of the recordings has no value for, or several that contradict each other. */
  unlabelled<F extends TagField>(evidence: readonly string[], fields: readonly F[]): readonly F[] {
    const held = evidence.map((one) => effectiveTags(this.book.tags(one)));
    const has = (tags: readonly EffectiveTag[], name: F): boolean =>
      tags.some(({ field, value }) => field === name && value !== null);
    return fields.filter((field) => !held.every((tags) => has(tags, field)));
  }

  #news(evidence: string): readonly AnyDraft[] {
    const recording = this.book.recording(evidence);
    if (recording === null) return [];
    const all = this.book.tags(evidence);
    const byPersons = all.filter(({ source }) => source === 'person');
    const standing = new Map(
      all.filter(({ source }) => source !== 'person').map((tag) => [`${tag.field} ${tag.source}`, tag]),
    );
    const machines = machineTags(recording, this.book.track(evidence), this.book, byPersons);
    const said = new Map(machines.map((tag) => [`${tag.field} ${tag.source}`, tag]));
    const changed = [...said.values()].filter(({ field, source, values }) => {
      const before = standing.get(`${field} ${source}`)?.values ?? [];
      return canonicalText(before) !== canonicalText(values);
    });
    const gone = [...standing.values()].filter(
      ({ field, source, values }) => values.length > 0 && !said.has(`${field} ${source}`),
    );
    return [
      ...changed.map(({ field, source, values }) => tagDraft(evidence, field, source, values, machine)),
      ...gone.map(({ field, source }) => tagDraft(evidence, field, source, [], machine)),
    ];
  }
}
