import type { Db } from '../../custody/database.ts';
import type { AnyDraft } from '../../custody/entry.ts';
import type { FindingBook, StandingFinding } from './finding-book.ts';
import { type CardAt, type CardFile, goneFromCard } from './gone.ts';

/** Reasons for which a file was left that say nothing of it, or that hide others. */
const hiding = ['unreadable_folder', 'too_deep'];
const wasNone = ['file_vanished', 'not_a_file'];

/** Compares what lies on a recorder's card with what lay there at its docking before. */
export class CardLook {
  readonly #book: FindingBook;
  readonly #sql: ReturnType<typeof statements>;

  constructor(db: Db, book: FindingBook) {
    this.#book = book;
    this.#sql = statements(db);
  }

  news(docking: string): readonly AnyDraft[] {
    const recorder = this.#sql.recorder.get(docking);
    const before = this.#sql.before.get(docking, docking);
    if (recorder === undefined) return [];
    const now = this.#at(recorder, docking);
    if (now === null) return [];
    const fallen = this.#book
      .ofRecorder(recorder, 'gone_from_card')
      .filter((one) => one.docking < docking && this.#isBack(recorder, one, now))
      .map(({ finding }) => this.#book.withdraw(finding, 'arrived'));
    const stood = before === undefined ? null : this.#at(recorder, before);
    const then = stood === null ? null : this.#withoutErased(stood, docking);
    const found = then === null ? null : goneFromCard(then, now);
    if (found === null || this.#book.isMade(found.key)) return fallen;
    return [...fallen, this.#book.make(found, recorder, docking)];
  }

  /** Null where a part of the card could not be listed. */
  #at(recorder: string, docking: string): CardAt | null {
    const left = this.#sql.left.all(docking);
    if (left.some(({ reason }) => hiding.includes(reason))) return null;
    const known = new Map<string, CardFile>();
    for (const file of this.#sql.seen.all(docking)) known.set(file.evidence, file);
    const unknown: { path: string; bytes: number }[] = [];
    for (const { path, pathBase64, bytes, reason } of left) {
      if (wasNone.includes(reason)) continue;
      const file = this.#sql.sighted.get(recorder, path, pathBase64 ?? '', bytes);
      if (file === undefined) unknown.push({ path, bytes });
      else known.set(file.evidence, file);
    }
    return { docking, files: known, unknown, freeShare: this.#freeShare(docking) };
  }

  /** What the station itself has taken off the card since, or may have, is not missing there. */
  #withoutErased(then: CardAt, now: string): CardAt {
    const erased = new Set(this.#sql.erased.all({ from: then.docking, to: now }));
    if (erased.size === 0) return then;
    return { ...then, files: new Map([...then.files].filter(([evidence]) => !erased.has(evidence))) };
  }

  #isBack(recorder: string, { evidence, said }: StandingFinding, { files }: CardAt): boolean {
    const paths: unknown = said === null ? [] : JSON.parse(said);
    const taken = (path: unknown): boolean => this.#sql.taken.get(recorder, String(path)) !== undefined;
    const back = evidence.every((one) => files.has(one));
    return back && Array.isArray(paths) && paths.every(taken);
  }

  /** What the bus said of its volumes; null where it said nothing. */
  #freeShare(docking: string): number | null {
    const leaf = this.#sql.device.get(docking);
    if (leaf === undefined) return null;
    // An entry of this kind has this shape.
    const { data } = JSON.parse(leaf.toString('utf8')) as {
      data: { volumes: readonly { bytes: number; freeBytes: number | null }[] };
    };
    const shares = data.volumes.flatMap(({ bytes, freeBytes }) =>
      freeBytes === null || bytes === 0 ? [] : [freeBytes / bytes],
    );
    return shares.length === 0 ? null : Math.min(...shares);
  }
}

function statements(db: Db) {
  const file = `e.evidence, e.bytes, e.important, coalesce(i.start, e.modified) AS start
    FROM view_evidence e JOIN view_session_item i USING (evidence)`;
  return {
    recorder: db.prepare<[string], string>('SELECT recorder FROM view_card WHERE docking = ?').pluck(),
    before: db
      .prepare<[string, string], string>(
        `SELECT docking FROM view_card WHERE recorder = (SELECT recorder FROM view_card WHERE docking = ?)
           AND docking < ? AND completed IS NOT NULL ORDER BY docking DESC LIMIT 1`,
      )
      .pluck(),
    seen: db.prepare<[string], CardFile>(
      `SELECT ${file} JOIN view_seen s USING (evidence) WHERE s.docking = ?`,
    ),
    sighted: db.prepare<[string, string, string, number], CardFile>(
      `SELECT ${file} JOIN view_sighting s ON s.evidence = e.evidence
       WHERE s.recorder = ? AND s.path = ? AND s.path_base64 = ? AND s.bytes = ? LIMIT 1`,
    ),
    taken: db.prepare<[string, string], number>(
      'SELECT 1 FROM view_sighting WHERE recorder = ? AND path = ? LIMIT 1',
    ),
    left: db.prepare<[string], { path: string; pathBase64: string | null; bytes: number; reason: string }>(
      'SELECT path, path_base64 AS pathBase64, bytes, reason FROM view_left WHERE docking = ?',
    ),
    erased: db
      .prepare<[{ from: string; to: string }], string>(
        `SELECT f.evidence FROM view_erasing e JOIN view_erased f USING (erasing)
         WHERE e.docking >= @from AND e.docking <= @to AND f.recorder = (SELECT recorder FROM view_card WHERE docking = @to)
           AND f.state IN ('going', 'gone')`,
      )
      .pluck(),
    device: db
      .prepare<[string], Buffer>(
        `SELECT e.leaf FROM view_entry v JOIN ledger_entry e USING (seq)
         WHERE v.subject = 'docking:' || ? AND v.type = 'docking.device' ORDER BY seq DESC LIMIT 1`,
      )
      .pluck(),
  };
}
