import { type ReviewLine, reviewDetail } from '../../station/catalogue/reviews.ts';
import { reviewSheet } from '../../station/sheets/review-sheet.ts';
import { csvText, xlsxBytes } from '../../station/sheets/sheet.ts';
import type { Language } from '../../texts/text.ts';
import { maskedValue } from '../masking/mask.ts';
import { maskedAnswer } from '../masking/masked-answer.ts';
import type { ReadWorld } from '../reading/read-world.ts';
import type { TableFormat } from './cases.ts';

/** The ledger of one review as a file. Error: `access.review_unknown`. */
export async function readReviewLedger(
  { db, config }: ReadWorld,
  {
    review,
    format,
    language,
    whole,
  }: {
    readonly review: string;
    readonly format: TableFormat;
    readonly language: Language;
    readonly whole: boolean;
  },
): Promise<{ readonly content: string | Uint8Array; readonly rows: number }> {
  const { lines: found } = reviewDetail(db, review);
  const lines = whole ? found : found.map(masked);
  const rows = lines.length;
  if (format === 'json') return { content: JSON.stringify({ review, lines }), rows };
  const sheet = reviewSheet(language, lines, config.station.zone);
  return { content: format === 'csv' ? await csvText(sheet) : await xlsxBytes([sheet]), rows };
}

/** Beside what every answer masks: what was found of a case, and the reviewer’s name. */
function masked(line: ReviewLine): ReviewLine {
  const hidden = (value: string | null): string | null => (value === null ? null : maskedValue(value));
  const { found, mend, reviewerName } = line;
  return {
    // Masking changes texts within fields, never the fields.
    ...(maskedAnswer(line) as ReviewLine),
    ...{ found: hidden(found), mend: hidden(mend), reviewerName: hidden(reviewerName) },
  };
}
