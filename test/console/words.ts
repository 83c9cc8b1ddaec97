import { fill, type Language, type Text } from '../../src/texts/text.ts';

/** What a screen says, out of the catalogue of texts: so one story is told in either language. */
export type Say = <T extends Readonly<Record<string, Text>>>(
  texts: T,
  key: keyof T & string,
  params?: Readonly<Record<string, string | number>>,
) => string;

export function sayIn(language: Language): Say {
  return (texts, key, params = {}) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`there is no text ${key}`);
    return fill(text, language, params);
  };
}
