import { type ProblemCode, problems, type TextKey, type TextParams, texts } from './catalogue.ts';
import { retentionProblemCodes } from './retention.ts';
import { fill, type Language, type Text } from './text.ts';

type Arguments<P> = keyof P extends never ? [] : [params: P];

/** A sentence of the catalogue in the reader's language. */
export function say<K extends TextKey>(
  language: Language,
  key: K,
  ...params: Arguments<TextParams<K>>
): string {
  return fill(texts[key], language, params[0] ?? {});
}

/** The same in both languages, for what is told before it is known who reads it. */
export function sayInBoth<K extends TextKey>(key: K, params: TextParams<K>): Text {
  return { en: fill(texts[key], 'en', params), zh: fill(texts[key], 'zh', params) };
}

/** An error's two sentences in the reader's language. */
export function sayProblem(
  language: Language,
  code: ProblemCode,
  params: Readonly<Record<string, string | number>>,
): { says: string; next: string } {
  const problem = problems[code];
  const words = { ...params, ...codesInWords(language, code, params) };
  return { says: fill(problem.says, language, words), next: fill(problem.next, language, words) };
}

/** Who scripts reads codes in the parameters; a sentence says them in words. */
function codesInWords(
  language: Language,
  code: ProblemCode,
  params: Readonly<Record<string, string | number>>,
): Readonly<Record<string, string>> {
  const said = Object.entries(retentionProblemCodes[code] ?? {}).flatMap(([name, texts]) => {
    const text = texts[String(params[name])];
    return text === undefined ? [] : [[name, fill(text, language, {})] as const];
  });
  return Object.fromEntries(said);
}

/** The reader's language from the usual environment variables; English where they say neither. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const wanted = env['DOCKET_LANG'] || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return wanted.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
