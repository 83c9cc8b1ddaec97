/** Mutual review of case files (HY-16). */
export interface ReviewKinds {
  /**
   * Anyone can draw again: of the cases closed in the span, those with the smallest SHA-256 of `seed`, a line feed and
   * the case number are drawn. `population` and its digest say from what.
   */
  'review.drawn': {
    data: {
      review: string;
      from: string;
      to: string;
      unit: string | null;
      seed: string;
      population: number;
      /** SHA-256 of the case numbers in order of their code points, a line feed after each. */
      populationSha256: string;
      drawn: readonly { readonly case: string; readonly reviewer: string }[];
    };
    personal: { note?: string };
  };
  'review.entered': {
    data: { review: string; case: string; grade: ReviewGrade };
    /** What was found, and what is to be mended (ZZ-30). */
    personal: { found: string; mend?: string };
  };
  /** Its review ledger (评查台账) left the station. */
  'review.exported': {
    data: { review: string; rows: number; bytes: number; sha256: string };
    personal: { destination: string };
  };
}

export const reviewGrades = ['good', 'fair', 'poor'] as const;
export type ReviewGrade = (typeof reviewGrades)[number];
