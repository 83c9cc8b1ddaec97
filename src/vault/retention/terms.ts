import type { RetentionTerms } from './class.ts';

/** The days of each class as the configuration has them; `retentionDays` are those of ordinary originals. */
export function retentionTerms(
  zone: string,
  vault: {
    readonly retentionDays: number;
    readonly retention: {
      readonly importantDays: number;
      readonly evidenceDays: number;
      readonly unclassifiedDays: number;
    };
  },
): RetentionTerms {
  const { importantDays, evidenceDays, unclassifiedDays } = vault.retention;
  return {
    zone,
    days: {
      important: importantDays,
      evidence: evidenceDays,
      ordinary: vault.retentionDays,
      unclassified: unclassifiedDays,
    },
  };
}
