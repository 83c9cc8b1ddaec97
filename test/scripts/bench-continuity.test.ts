import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { removeFolder } from '../../scripts/lib/bench/contenders.ts';
import { planCards } from '../../scripts/lib/bench/continuity/cards.ts';
import { habits } from '../../scripts/lib/bench/continuity/habits.ts';
import { PlayedStation } from '../../scripts/lib/bench/continuity/played.ts';
import { realScores } from '../../scripts/lib/bench/continuity/real.ts';
import { type Scores, scored } from '../../scripts/lib/bench/continuity/score.ts';
import type { ContinuityResult } from '../../scripts/lib/bench/continuity.ts';
import {
  continuityReport,
  continuityVerdicts,
  precision,
  recall,
} from '../../scripts/lib/bench/continuity-report.ts';
import { machineWith } from '../../scripts/lib/bench/machine.ts';
import { readWish } from '../../scripts/lib/bench/wish.ts';
import { loadProfiles } from '../../src/dock/load-profiles.ts';
import { findingWords } from '../../src/station/catalogue/finding-words.ts';
import { findingList } from '../../src/station/catalogue/findings.ts';
import { languages } from '../../src/texts/text.ts';

const profiles = await loadProfiles(fileURLToPath(new URL('../../devices/', import.meta.url)));
const quiet = (): void => undefined;

t.test('the same seed gives the same cards, half of them clean', async (t) => {
  const cards = planCards(60, 3);
  const text = (seed: number): string => JSON.stringify(planCards(60, seed));
  t.ok(text(3) === JSON.stringify(cards));
  t.notOk(text(4) === JSON.stringify(cards));
  const clean = cards.filter(({ expected }) => expected.length === 0);
  t.equal(clean.length, 30);
  t.same(new Set(cards.map(({ habit }) => habit)), new Set(habits.map(({ name }) => name)), 'of every habit');
});

t.test(
  'no clean card of any habit has a finding, and nearly everything that was done is found',
  async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'docket-cards-'));
    const station = new PlayedStation(folder, profiles);
    t.teardown(() => {
      station.close();
      rmSync(folder, { recursive: true });
    });
    const cards = planCards(2 * habits.length, 31);
    await station.play(cards);
    const scores = scored(station.db, cards);
    t.equal(scores.onClean, 0);
    t.ok(precision(scores.all) >= 0.95, scores.invented.join('\n'));
    t.ok(recall(scores.all) >= 0.9, scores.missed.join('\n'));
    for (const { kind, done } of scores.kinds) t.ok(done > 0, kind);
    const { findings } = findingList(station.db, {
      openOnly: true,
      evidence: null,
      session: null,
      after: null,
      limit: 1_000,
    });
    t.equal(findings.length, scores.all.made);
    for (const one of findings)
      for (const language of languages)
        t.notMatch(
          findingWords(language, 'Asia/Shanghai', { ...one }),
          /(?<!u)\{|undefined|NaN/,
          one.wording,
        );
  },
);

t.test('real recordings of a clean and of a damaged card go through the real intake', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'docket-real-'));
  t.teardown(() => removeFolder(folder));
  const few = habits.filter(({ name }) => name === '3 min, a few files');
  const cards = planCards(2, 5, few);
  const scores = await realScores(folder, cards, quiet);
  t.match(scores, { cards: 2, clean: 1, onClean: 0, invented: [], missed: [] });
  t.ok(scores.all.done > 0);
});

const score = (kind: 'gap' | 'all', done: number, made: number, right: number) => ({
  kind,
  done,
  made,
  right,
});
const scores: Scores = {
  ...{ cards: 4, clean: 2, recordings: 40, onClean: 0 },
  kinds: [score('gap', 4, 3, 3)],
  all: score('all', 4, 3, 3),
  missed: ['3000002 (5 min): gap a.mp4'],
  invented: [],
};

t.test('a report says what is generated, what is real, and what was missed', async (t) => {
  const result: ContinuityResult = {
    ...{ benchmark: 'continuity', machine: machineWith(t.testdir()), seed: 1, habits: 3 },
    ...{ played: scores, real: { ...scores, missed: [] } },
  };
  const report = continuityReport(result);
  t.match(report, '| gap | 4 | 3 | 3 | 1 | 0.75 |');
  t.match(report, /\*\*Real\*\*: 4 cards, 2 of them clean/);
  t.match(report, /Not found:\n\n- 3000002/);
  t.match(continuityVerdicts(result), [
    { what: /clean/, reached: true },
    { reached: true },
    { what: /recall/, measured: { median: 0.75 }, reached: false },
  ]);
  t.equal(precision(score('gap', 1, 0, 0)), 1, 'nothing was invented');
});

t.test('the options are read', async (t) => {
  t.match(readWish(['continuity', '--cards', '20', '--real-cards', '2', '--seed', '7']), {
    ...{ benchmark: 'continuity', cards: 20, realCards: 2, seed: 7 },
  });
  t.hasProp(readWish(['continuity', '--seed', '0']), 'wrong');
});
