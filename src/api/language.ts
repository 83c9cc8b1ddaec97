import type { Language } from '../texts/text.ts';

/**
 * The language that a caller reads: the better liked of the two by `Accept-Language` (RFC 9110), else the station's own.
 * What cannot be read is passed over.
 */
export function languageAsked(header: string | undefined, standing: Language): Language {
  const liked = (header ?? '')
    .slice(0, 200)
    .split(',')
    .flatMap((part, place) => {
      const [, tag, quality] =
        /^\s*(zh|en)(?:-[\w-]*)?\s*(?:;\s*q=([01](?:\.\d{1,3})?))?\s*$/i.exec(part) ?? [];
      return tag === undefined ? [] : [{ language: tag.toLowerCase(), quality: Number(quality ?? 1), place }];
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality || a.place - b.place);
  const first = liked[0]?.language;
  return first === 'zh' || first === 'en' ? first : standing;
}
