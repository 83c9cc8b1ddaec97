import { printable } from '../texts/text.ts';
import { displayWidth } from './display-width.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'right';
}

/**
 * Rows under their titles, columns as wide as their widest cell. Cells may come from a card: what would steer the
 * terminal is shown as an escape.
 */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const shown = [columns.map(({ title }) => title), ...rows.map((row) => row.map(printable))];
  const widths = columns.map((_, i) => Math.max(...shown.map((row) => displayWidth(row[i] ?? ''))));
  return shown.map((row) => line(columns, widths, row)).join('\n');
}

function line(columns: readonly Column[], widths: readonly number[], row: readonly string[]): string {
  const cells = columns.map(({ align }, i) => {
    const cell = row[i] ?? '';
    const rest = ' '.repeat((widths[i] ?? 0) - displayWidth(cell));
    return align === 'right' ? rest + cell : cell + rest;
  });
  return cells.join('  ').trimEnd();
}

/** `name  value` lines, the values below one another. */
export function pairs(rows: readonly (readonly [string, string])[], indent = ''): string {
  const width = Math.max(0, ...rows.map(([name]) => displayWidth(name)));
  return rows
    .map(([name, value]) =>
      `${indent}${name}${' '.repeat(width - displayWidth(name))}  ${printable(value)}`.trimEnd(),
    )
    .join('\n');
}
