import { filterValue } from './filter-text.ts';

/** A font that may be burnt in with, and whether it has Chinese characters. */
export interface MarkFont {
  readonly path: string;
  readonly chinese: boolean;
}

/** Numbers that this station gives; a name from a card can never come here. */
const evidenceNumber = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** What a viewing copy is, in the picture and over it. */
export const markWords = {
  chinese: '预览副本 非原件 / viewing copy',
  latin: 'VIEWING COPY - NOT THE ORIGINAL',
} as const;

/** What a copy says of itself. Error: `RangeError` where the number is none of this station's. */
export function markText(evidence: string, chinese: boolean): string {
  if (!evidenceNumber.test(evidence)) throw new RangeError(`no evidence number: ${JSON.stringify(evidence)}`);
  return `${chinese ? markWords.chinese : markWords.latin}  ${evidence}`;
}

/**
 * The filter that burns it in at the top, where recorders keep least of their own clock and numbers. A picture too
 * narrow for one line is not covered by it: the text shrinks with the width.
 * @param fontFile as ffmpeg sees it
 */
export function markFilter(evidence: string, font: MarkFont, fontFile: string): string {
  const text = markText(evidence, font.chinese);
  const size = `max(8\\,min(h/24\\,w/${Math.ceil(textUnits(text) * 0.66)}))`;
  const options = [
    `fontfile=${filterValue(fontFile)}`,
    `text=${filterValue(text)}`,
    'expansion=none',
    `fontsize=${size}`,
    ...['fontcolor=white@0.9', 'box=1', 'boxcolor=black@0.45', 'boxborderw=6'],
    ...['x=(w-tw)/2', 'y=10'],
  ];
  return `drawtext=${options.join(':')}`;
}

/** Width in half characters: a Chinese one takes two. */
function textUnits(text: string): number {
  return [...text].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
}
