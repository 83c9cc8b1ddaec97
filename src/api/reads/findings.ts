import { findingWords } from '../../station/catalogue/finding-words.ts';
import {
  type FindingFilter,
  findingDetail,
  findingList,
  type ListedFinding,
} from '../../station/catalogue/findings.ts';
import type { ReadWorld } from '../reading/read-world.ts';
import { type Telling, told } from './entries.ts';

/** What a finding says, in the language asked for; a text that is masked is not in its words. */
export function withWords<T extends ListedFinding>(
  { config }: ReadWorld,
  { language, whole }: Telling,
  finding: T,
) {
  const said = whole ? finding.said : null;
  return { ...finding, words: findingWords(language, config.station.zone, { ...factsOf(finding), said }) };
}

/** What the machine has found, by field. */
function factsOf({ wording, facts, evidence }: ListedFinding) {
  return { wording, facts, evidence };
}

export function readFindings(world: ReadWorld, { language, whole, ...filter }: FindingFilter & Telling) {
  const { findings, next } = findingList(world.db, filter);
  return { findings: findings.map((one) => withWords(world, { language, whole }, one)), next };
}

/** Error: `tagging.finding_unknown`. */
export function readFinding(
  world: ReadWorld,
  { finding, ...telling }: Telling & { readonly finding: string },
) {
  const found = withWords(world, telling, findingDetail(world.db, finding));
  return { ...found, history: told(world, found.history, telling) };
}
