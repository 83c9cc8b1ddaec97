import { memo } from 'react';
import type { Column } from './data-table.tsx';

interface TableRowProps<R> {
  readonly row: R;
  /** Its place in the list, from 0. */
  readonly at: number;
  readonly columns: readonly Column<R>[];
}

function Cells<R>({ row, at, columns }: TableRowProps<R>) {
  return (
    // The heads of the columns are row 1 of the table.
    <tr data-at={at} aria-rowindex={at + 2}>
      {columns.map(({ name, cell, kind }) => (
        <td key={name} className={kind}>
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** One row; drawn again only where something of it is another. */
export const TableRow = memo(Cells) as typeof Cells;
