import type { AnyDraft } from '../../custody/entry.ts';
import type { FindingCode } from '../../custody/entry-kinds.ts';
import { type FindingBook, mostOfAKind, type StandingFinding } from './finding-book.ts';
import { lookOver } from './look.ts';
import type { OtherName } from './segments.ts';
import type { Allowances, Found, Stretch } from './stretch.ts';
import type { ReadStretch, StretchReader } from './stretch-reader.ts';

export interface ChangedRecording {
  readonly evidence: string;
  readonly start: string | null;
}

/** What is farther apart is looked at apart. */
const apartMs = 86_400_000;

/** One batch's findings that are news, and those that fall. */
export class StretchNews {
  readonly #reader: StretchReader;
  readonly #book: FindingBook;
  readonly #allowances: Allowances;
  /** Keys that were made and findings that fell in this batch: two stretches may share recordings. */
  readonly #seen = new Set<string>();
  readonly #counts = new Map<string, number>();
  /** Of which kinds in which dockings there are more than are entered. */
  readonly over = new Map<string, { readonly docking: string; readonly code: FindingCode }>();

  constructor(reader: StretchReader, book: FindingBook, allowances: Allowances) {
    this.#reader = reader;
    this.#book = book;
    this.#allowances = allowances;
  }

  of(recorder: string, changed: readonly ChangedRecording[]): readonly AnyDraft[] {
    const spans = spansOf(changed.flatMap(({ start }) => start ?? []));
    const alone = changed.filter(({ start }) => start === null);
    return [
      ...spans.flatMap(({ from, to }) => this.#in(recorder, this.#reader.between(recorder, from, to))),
      ...alone.flatMap(({ evidence }) => this.#in(recorder, this.#reader.alone(evidence))),
    ];
  }

  #in(recorder: string, { stretch, judged }: ReadStretch): readonly AnyDraft[] {
    let names: readonly OtherName[] | null = null;
    const others = (): readonly OtherName[] => {
      names ??= this.#reader.otherNames(recorder, stretch);
      return names;
    };
    // The last recording that a finding is about decides: the one before it is known wherever it lies.
    const found = lookOver(stretch, this.#allowances, others).filter(({ evidence }) =>
      judged.has(evidence.at(-1) ?? ''),
    );
    const holding = new Set(found.map(({ key }) => key));
    const fallen = [...judged]
      .flatMap((one) => this.#book.endingAt(one))
      .filter((one) => isFallen(one, holding) && this.#isNew(one.finding));
    const dockings = new Map(stretch.map(({ evidence, docking }) => [evidence, docking]));
    return [
      ...fallen.map((one) => this.#book.withdraw(one.finding, whyFallen(one, stretch))),
      ...found.flatMap((one) => this.#made(one, recorder, dockings.get(one.evidence.at(-1) ?? '') ?? '')),
    ];
  }

  #made(found: Found, recorder: string, docking: string): readonly AnyDraft[] {
    if (!this.#isNew(found.key) || this.#book.isMade(found.key)) return [];
    const { code } = found;
    const kind = `${docking}:${code}`;
    const before = this.#counts.get(kind) ?? this.#book.count(docking, code);
    this.#counts.set(kind, before + 1);
    if (before < mostOfAKind) return [this.#book.make(found, recorder, docking)];
    this.over.set(kind, { docking, code });
    return [];
  }

  #isNew(key: string): boolean {
    const before = this.#seen.size;
    return this.#seen.add(key).size > before;
  }
}

/** What a person has put aside stays so; what a card's listing has shown, no stretch takes away. */
function isFallen({ code, state, key }: StandingFinding, holding: ReadonlySet<string>): boolean {
  return code !== 'gone_from_card' && state !== 'dismissed' && !holding.has(key);
}

const filled: readonly FindingCode[] = ['segments_missing', 'gap'];

function whyFallen({ code, at }: StandingFinding, stretch: Stretch): 'arrived' | 'changed' {
  const arrived = filled.includes(code) && stretch.some(({ secured }) => secured > at);
  return arrived ? 'arrived' : 'changed';
}

/** Where the starts lie together, as the catalogue has them. */
function spansOf(starts: readonly string[]): readonly { readonly from: string; readonly to: string }[] {
  const spans: { from: string; to: string }[] = [];
  for (const start of starts.toSorted()) {
    const last = spans.at(-1);
    if (last !== undefined && millis(start) - millis(last.to) <= apartMs) last.to = start;
    else spans.push({ from: start, to: start });
  }
  return spans;
}

function millis(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}
