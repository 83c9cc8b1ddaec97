import { caseCount } from '../../station/case-count.ts';
import { caseDetail, partyDetail } from '../../station/catalogue/case-detail.ts';
import { caseLedger, type LedgerLine, type LedgerOf } from '../../station/catalogue/case-ledger.ts';
import { type CaseFilter, CaseReader } from '../../station/catalogue/case-list.ts';
import { ledgerSheet } from '../../station/sheets/case-ledger-sheet.ts';
import { csvText, xlsxBytes } from '../../station/sheets/sheet.ts';
import type { Language } from '../../texts/text.ts';
import { ApiError } from '../error.ts';
import { maskedAnswer } from '../masking/masked-answer.ts';
import type { ReadWorld } from '../reading/read-world.ts';

export async function readCases({ db, config }: ReadWorld, filter: CaseFilter) {
  return new CaseReader(db, await caseCount(db, config)).list(filter);
}

/** Error: `tagging.row_unknown`. */
export async function readCase({ db, config }: ReadWorld, { number }: { readonly number: string }) {
  return caseDetail(db, number, await caseCount(db, config));
}

/** Error: `tagging.row_unknown`. */
export async function readParty({ db, config }: ReadWorld, { code }: { readonly code: string }) {
  return partyDetail(db, code, await caseCount(db, config));
}

export const tableFormats = ['json', 'csv', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** A workbook is made in memory, cell by cell. */
const mostLines = 20_000;

export interface LedgerFile {
  readonly content: string | Uint8Array;
  readonly rows: number;
  readonly recordings: number;
}

/** The electronic ledger as a file. Errors: `tagging.row_unknown`; `api.value_wrong` where it would be too long. */
export async function readCaseLedger(
  { db, config }: ReadWorld,
  args: {
    readonly wanted: LedgerOf;
    readonly format: TableFormat;
    readonly language: Language;
    readonly whole: boolean;
  },
): Promise<LedgerFile> {
  const { wanted, format, language, whole } = args;
  const lines: LedgerLine[] = [];
  for (const line of caseLedger(db, wanted, await caseCount(db, config))) {
    if (lines.length === mostLines)
      throw new ApiError(
        'api.value_wrong',
        { field: 'of', allowed: `≤ ${mostLines}`, found: wanted.of },
        { field: 'of' },
      );
    lines.push(whole ? line : masked(line));
  }
  const recordings = new Set(lines.flatMap(({ recording }) => recording?.evidenceId ?? [])).size;
  return {
    content: await written(lines, format, language, config.station.zone),
    rows: lines.length,
    recordings,
  };
}

async function written(
  lines: readonly LedgerLine[],
  format: TableFormat,
  language: Language,
  zone: string,
): Promise<string | Uint8Array> {
  if (format === 'json') return JSON.stringify({ lines });
  const sheet = ledgerSheet(language, lines, zone);
  return format === 'csv' ? await csvText(sheet) : await xlsxBytes([sheet]);
}

function masked(line: LedgerLine): LedgerLine {
  // Masking changes texts within fields, never the fields.
  return maskedAnswer(line) as LedgerLine;
}
