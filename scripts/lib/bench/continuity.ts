import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadProfiles } from '../../../src/dock/load-profiles.ts';
import { freshFolder, removeFolder } from './contenders.ts';
import { planCards } from './continuity/cards.ts';
import { habits } from './continuity/habits.ts';
import { Dice, minute } from './continuity/plan.ts';
import { PlayedStation } from './continuity/played.ts';
import { realScores } from './continuity/real.ts';
import { type Scores, scored } from './continuity/score.ts';
import { type Machine, machineWith } from './machine.ts';

export interface ContinuityWish {
  readonly folder: string;
  readonly cards: number;
  /** So many more are real media. */
  readonly realCards: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface ContinuityResult {
  readonly benchmark: 'continuity';
  readonly machine: Machine;
  readonly seed: number;
  readonly played: Scores;
  readonly real: Scores;
  readonly habits: number;
}

/** Real media are cut from recordings of twelve minutes. */
const longestSplitMs = 10 * minute;
const devices = fileURLToPath(new URL('../../../devices/', import.meta.url));

/** In an order of the seed's own: there are fewer real cards than habits. */
function mixed<T>(all: readonly T[], seed: number): readonly T[] {
  const dice = new Dice(seed);
  return all
    .map((one) => ({ one, place: dice.next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ one }) => one);
}

/** How much of what was done to cards is found, and how much is found where nothing was done. */
export async function benchContinuity({
  folder,
  cards,
  realCards,
  seed,
  say,
}: ContinuityWish): Promise<ContinuityResult> {
  const into = freshFolder(join(folder, 'continuity'));
  const machine = machineWith(into);
  const planned = planCards(cards, seed);
  const station = new PlayedStation(into, await loadProfiles(devices));
  try {
    await station.play(planned);
    const played = scored(station.db, planned);
    say(`${played.cards} generated cards with ${played.recordings} recordings were docked`);
    const short = habits.filter(
      ({ splitMs, splitBytes }) => splitMs <= longestSplitMs && splitBytes === undefined,
    );
    const real = await realScores(into, planCards(realCards, seed + 1, mixed(short, seed)), say);
    return { benchmark: 'continuity', machine, seed, played, real, habits: habits.length };
  } finally {
    station.close();
    removeFolder(into);
  }
}
