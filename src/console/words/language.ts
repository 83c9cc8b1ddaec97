import { createContext, useContext } from 'react';
import { fill, type Language, type Params, type Text } from '../../texts/text.ts';

export interface Reading {
  readonly language: Language;
  readonly change: (language: Language) => void;
}

export const ReadingContext = createContext<Reading>({ language: 'zh', change: () => undefined });

export function useLanguage(): Reading {
  return useContext(ReadingContext);
}

type Arguments<P> = keyof P extends never ? [] : [params: P];

/** Says a sentence of a page's own texts in the reader's language. */
export type Say<T extends Readonly<Record<string, Text>>> = <K extends keyof T>(
  key: K,
  ...params: Arguments<Params<T[K]>>
) => string;

export function useWords<const T extends Readonly<Record<string, Text>>>(texts: T): Say<T> {
  const { language } = useLanguage();
  return (key, ...params) => {
    const text = texts[key];
    return text === undefined ? String(key) : fill(text, language, params[0] ?? {});
  };
}

/** Codes that stand in answers, in words; one that this console does not know is shown as it is. */
export function useCode(texts: Readonly<Record<string, Text>>): (code: string) => string {
  const { language } = useLanguage();
  return (code) => texts[code]?.[language] ?? code;
}
