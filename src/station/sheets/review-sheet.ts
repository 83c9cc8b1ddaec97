import { say } from '../../texts/say.ts';
import type { Language } from '../../texts/text.ts';
import { timeWords } from '../../texts/units.ts';
import { codeWords } from '../catalogue/entry-words.ts';
import type { ReviewLine } from '../catalogue/reviews.ts';
import type { Sheet } from './sheet.ts';

/** The review ledger (评查台账, HY-16) as a table for screens and files. */
export function reviewSheet(language: Language, lines: readonly ReviewLine[], zone: string): Sheet {
  const titles = [
    ...(['review', 'case', 'title', 'handler', 'unit', 'reviewer'] as const),
    ...(['grade', 'found', 'mend', 'entered'] as const),
  ];
  return {
    name: say(language, 'cli.review.sheet'),
    titles: titles.map((title) => say(language, `cli.review.col.${title}`)),
    rows: lines.map((one) => [
      one.review,
      one.case,
      one.title,
      one.handler,
      one.unit,
      one.reviewerName ?? one.reviewer,
      one.grade === null ? null : (codeWords(language, 'grade', one.grade) ?? one.grade),
      one.found,
      one.mend,
      one.entered === null ? null : timeWords(one.entered, zone),
    ]),
  };
}
