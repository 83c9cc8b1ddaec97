import type { GivenVerdict } from '../../custody/entry-kinds.ts';
import type { PolicyVersion } from '../../deadlines/policy-version.ts';
import { assumptionTexts } from '../../texts/assumptions.ts';
import { verdictTexts } from '../../texts/chips.ts';
import { justificationTexts } from '../../texts/deadlines.ts';
import { say } from '../../texts/say.ts';
import { fill, type Language, labelled, type Text } from '../../texts/text.ts';
import { timeWords } from '../../texts/units.ts';

/** A code of the judging in words; one that this program does not know as it stands. */
function words(texts: Readonly<Record<string, Text>>, code: string, language: Language): string {
  const text = texts[code];
  return text === undefined ? code : fill(text, language, {});
}

export function verdictWords(language: Language, verdict: string): string {
  return words(verdictTexts, verdict, language);
}

export function justificationWords(language: Language, state: string): string {
  return words(justificationTexts, state, language);
}

/** The verdict with its marks: `late (doubtful, justification submitted)`. */
export function verdictLine(language: Language, given: GivenVerdict): string {
  const marks = verdictMarks(language, given);
  const verdict = verdictWords(language, given.verdict);
  return marks.length === 0 ? verdict : `${verdict} (${marks.join(', ')})`;
}

export function verdictMarks(language: Language, given: GivenVerdict): readonly string[] {
  const { doubtful, provisional, justification, verdict } = given;
  return [
    ...(doubtful ? [say(language, 'cli.deadline.doubtful')] : []),
    ...(provisional ? [say(language, 'cli.deadline.provisional')] : []),
    ...(justification === 'none' || verdict === 'on_time'
      ? []
      : [justificationWords(language, justification)]),
  ];
}

/** Everything of a judgement, so that a person can follow the count. */
export function judgementLines(
  language: Language,
  given: GivenVerdict,
  zone: string,
  versions: readonly PolicyVersion[],
): readonly string[] {
  const at = (instant: string | null): string =>
    instant === null ? say(language, 'cli.deadline.unknown') : timeWords(instant, zone);
  const counted = (days: readonly string[]): string => (days.length === 0 ? '' : `  (${days.join(', ')})`);
  const policy = versions.find(({ digest }) => digest === given.digest)?.content.policy;
  const rule = policy?.rules[given.rule];
  const needs = rule?.extension?.needs[language];
  return [
    ...(rule === undefined ? [] : [labelled(language, `${policy?.name[language]}`, rule.what[language])]),
    `${given.clause}  ${verdictLine(language, given)}`,
    `  ${say(language, 'cli.deadline.start')}  ${at(given.start)}`,
    `  ${say(language, 'cli.deadline.due')}  ${at(given.due)}${counted(given.countedDays)}`,
    ...(given.lastDue === null
      ? []
      : [
          `  ${needs === undefined ? say(language, 'cli.session.col.last_due') : say(language, 'cli.deadline.extension', { needs })}  ${at(given.lastDue)}${counted(given.lastCountedDays)}`,
        ]),
    `  ${say(language, 'cli.session.col.stored')}  ${given.stored === null ? '–' : at(given.stored)}`,
    ...given.assumptions.map((one) => `  – ${words(assumptionTexts, one, language)}`),
    ...(given.bySystem ? [`  – ${say(language, 'cli.session.by_system')}`] : []),
    `  ${say(language, 'cli.session.judged_by', { policy: given.policy, digest: given.digest.slice(0, 12) })}`,
  ];
}
