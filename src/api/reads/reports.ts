import { momentOf } from '../../station/catalogue/conditions.ts';
import { type Grouping, punctuality, punctualityCounts } from '../../station/catalogue/punctuality.ts';
import { type SupervisionRow, supervision } from '../../station/catalogue/supervision.ts';
import type { SupervisionGroup } from '../../station/catalogue/supervision-group.ts';
import type { Visible } from '../../station/catalogue/visible.ts';
import { countSheet, listSheet } from '../../station/sheets/punctuality-sheets.ts';
import { csvText, xlsxBytes } from '../../station/sheets/sheet.ts';
import { say } from '../../texts/say.ts';
import type { Language } from '../../texts/text.ts';
import type { ReadWorld } from '../reading/read-world.ts';
import type { TableFormat } from './cases.ts';

/** What of a report is wanted; instants are RFC 3339. */
export interface ReportWish<By> {
  readonly by: By;
  readonly since: string;
  readonly until: string | null;
  readonly format: TableFormat;
  readonly language: Language;
  readonly visible: Visible;
}

/** Who was late, as JSON text or a file. */
export async function readPunctuality(
  { db, config }: ReadWorld,
  { by, since, until, format, language, visible }: ReportWish<Grouping>,
): Promise<string | Uint8Array> {
  const { unit, zone } = config.station;
  const rows = punctuality(db, { since: momentOf(since), until: momentOf(until), visible });
  const counts = punctualityCounts(rows, by, { unit, zone });
  const list = listSheet(language, rows, zone);
  switch (format) {
    case 'json':
      return JSON.stringify({ by, ...counts, sessions: rows });
    case 'csv':
      return await csvText(list);
    case 'xlsx':
      return await xlsxBytes([list, countSheet(language, counts)]);
  }
}

const columns = [
  ...(['due', 'stored', 'onTime', 'late', 'excused', 'overdue', 'undetermined', 'open'] as const),
  ...(['uncategorised', 'requests', 'checked', 'damaged'] as const),
] as const;

/** The report for supervision (ZZ-30), as JSON text with series for a chart, or a file. */
export async function readSupervision(
  { db, config }: ReadWorld,
  { by, since, until, format, language, visible }: ReportWish<SupervisionGroup>,
): Promise<string | Uint8Array> {
  const { zone } = config.station;
  const rows = supervision(db, { by, since: momentOf(since), until: momentOf(until), zone, visible });
  if (format === 'json') return JSON.stringify({ by, rows, chart: chartOf(rows) });
  const sheet = {
    name: say(language, 'api.report.sheet'),
    titles: [
      say(language, 'api.report.group'),
      ...columns.map((name) => say(language, `api.report.${name}`)),
    ],
    rows: rows.map((row) => [row.group, ...columns.map((name) => row[name])]),
  };
  return format === 'csv' ? await csvText(sheet) : await xlsxBytes([sheet]);
}

function chartOf(rows: readonly SupervisionRow[]) {
  return {
    labels: rows.map(({ group }) => group),
    series: columns.map((name) => ({ name, values: rows.map((row) => row[name]) })),
  };
}
