import type { TableFormat } from '../reads/cases.ts';

/** The media type of each form of a table. */
export const tableTypes: Readonly<Record<TableFormat, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
