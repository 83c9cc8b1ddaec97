/** The two languages every screen and message is written in. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** One message in both languages; `{name}` stands for a parameter. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** An error's words: what was expected and found (`says`), and what to do next (`next`). */
export interface Problem {
  readonly says: Text;
  readonly next: Text;
}

type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

/** The parameters that a text asks for, read off its English wording. */
export type Params<T> = T extends Problem
  ? { readonly [K in Names<T['says']['en']> | Names<T['next']['en']>]: string | number }
  : T extends Text
    ? { readonly [K in Names<T['en']>]: string | number }
    : never;

/**
 * Puts parameters into a text. A parameter may come from an attacker's card (a file name with an escape
 * sequence or a right-to-left mark), so control and bidi characters are shown as escapes, never sent to a terminal.
 */
export function fill(
  text: Text,
  language: Language,
  params: Readonly<Record<string, string | number>>,
): string {
  return text[language].replace(/\{(\w+)\}/g, (hole, name: string) =>
    params[name] === undefined ? hole : printable(String(params[name])),
  );
}

/** What something is, and what is said of it: Chinese has a colon of its own, two cells wide and without a space. */
export function labelled(language: Language, label: string, words: string): string {
  return `${label}${language === 'zh' ? '：' : ': '}${words}`;
}

/** Shows control, bidi-control and lone-surrogate characters as `\u{…}`; everything else is left as it is. */
export function printable(value: string): string {
  return value.replace(
    /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu,
    (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
