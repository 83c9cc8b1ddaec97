import { findingWords } from '../station/catalogue/finding-words.ts';
import type { ListedFinding } from '../station/catalogue/findings.ts';
import { findingCodeTexts, findingStateTexts } from '../texts/findings.ts';
import { say } from '../texts/say.ts';
import { fill, type Language, labelled, type Text } from '../texts/text.ts';

/** A finding's kind in words; one that this program does not know as it stands. */
export function kindWords(language: Language, code: string): string {
  return words(findingCodeTexts, code, language);
}

export function stateWords(language: Language, state: string): string {
  return words(findingStateTexts, state, language);
}

/** The findings of something else that is shown, one line each under a heading; nothing where there are none. */
export function findingSection(
  language: Language,
  zone: string,
  findings: readonly ListedFinding[],
): readonly string[] {
  if (findings.length === 0) return [];
  const lines = findings.map((one) => {
    const kind = `${kindWords(language, one.code)} (${stateWords(language, one.state)})`;
    return `  ${one.finding}  ${labelled(language, kind, saidWords(language, zone, one))}`;
  });
  return [say(language, 'cli.finding.heading'), ...lines, ''];
}

export function saidWords(language: Language, zone: string, finding: ListedFinding): string {
  return findingWords(language, zone, { ...finding });
}

function words(texts: Readonly<Record<string, Text>>, code: string, language: Language): string {
  const text = texts[code];
  return text === undefined ? code : fill(text, language, {});
}
