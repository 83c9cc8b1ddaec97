import type { Db } from '../../../../src/custody/database.ts';
import { findingCodes, type MadeFinding } from '../../../../src/custody/entry-kinds.ts';
import type { Expected, Kind, PlannedCard } from './plan.ts';

/** How well one kind was found. */
export interface Score {
  readonly kind: Kind | 'all';
  /** Things that were done to cards, findings that were made, and those that are about one of the things. */
  readonly done: number;
  readonly made: number;
  readonly right: number;
}

export interface Scores {
  readonly cards: number;
  readonly clean: number;
  readonly recordings: number;
  readonly kinds: readonly Score[];
  readonly all: Score;
  /** Findings on cards to which nothing was done. */
  readonly onClean: number;
  /** What was not found, and what was found where nothing was done. */
  readonly missed: readonly string[];
  readonly invented: readonly string[];
}

interface Standing {
  readonly made: MadeFinding;
  readonly paths: readonly string[];
}

/** Compares what stands in the catalogue with what was done to the cards. */
export function scored(db: Db, cards: readonly PlannedCard[]): Scores {
  const standing = standingOf(db);
  const [missed, invented]: [string[], string[]] = [[], []];
  const right: Standing[] = [];
  const done: Kind[] = [];
  for (const { recorder, habit, expected } of cards) {
    const open = standing.filter(({ made }) => isOf(made.recorder, recorder));
    for (const one of expected) {
      const at = open.findIndex((found) => isAbout(found, one));
      done.push(open[at]?.made.code ?? one.kind);
      if (at >= 0) right.push(...open.splice(at, 1));
      else missed.push(`${recorder} (${habit}): ${one.kind} ${one.path}`);
    }
    for (const { made, paths } of open)
      invented.push(`${recorder} (${habit}): ${made.code} ${made.wording} ${paths.at(-1)}`);
  }
  const score = (kind: Kind | 'all'): Score => {
    const of = (one: Kind): boolean => kind === 'all' || one === kind;
    return {
      kind,
      done: done.filter(of).length,
      made: standing.filter(({ made }) => of(made.code)).length,
      right: right.filter(({ made }) => of(made.code)).length,
    };
  };
  const clean = cards.filter(({ expected }) => expected.length === 0);
  return {
    cards: cards.length,
    clean: clean.length,
    recordings: db.prepare<[], number>('SELECT count(*) FROM view_evidence').pluck().get() ?? 0,
    kinds: findingCodes.map(score),
    all: score('all'),
    onClean: standing.filter(({ made }) => clean.some(({ recorder }) => isOf(made.recorder, recorder)))
      .length,
    missed,
    invented,
  };
}

/** A card whose names say nothing is known by its folder, which bears the number here. */
function isOf(found: string, recorder: string): boolean {
  return found === recorder || found.endsWith(`/${recorder}`);
}

function isAbout({ made, paths }: Standing, { kind, or, path }: Expected): boolean {
  if (made.code !== kind && made.code !== or) return false;
  return kind === 'gone_from_card' ? paths.includes(path) : paths.at(-1) === path;
}

function standingOf(db: Db): readonly Standing[] {
  const path = db.prepare<[string], string>('SELECT path FROM view_evidence WHERE evidence = ?').pluck();
  return db
    .prepare<[], string>(`SELECT made FROM view_finding WHERE state <> 'withdrawn' ORDER BY finding`)
    .pluck()
    .all()
    .map((text) => {
      // The projector wrote it, as its entry had it.
      const made = JSON.parse(text) as MadeFinding;
      return { made, paths: made.evidence.map((one) => path.get(one) ?? '?') };
    });
}
