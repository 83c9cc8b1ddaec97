import { type ReactNode, useRef } from 'react';
import { TableRow } from './table-row.tsx';
import { useRowKeys } from './use-row-keys.ts';
import { useWindow } from './use-window.ts';

/** One column of a list. */
export interface Column<R> {
  readonly name: string;
  readonly title: string;
  readonly cell: (row: R) => ReactNode;
  readonly kind?: 'number' | 'long';
  /** Not shown until somebody chooses it. */
  readonly hidden?: true;
}

interface DataTableProps<R> {
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
  /** Rows of an earlier question, until the answer is there. */
  readonly old?: boolean;
  /** As high as the screen allows, scrolled in itself: its rows are one line each, and those out of sight are not drawn. */
  readonly tall?: boolean;
  /** Called when a tall table is scrolled near its end. */
  readonly onEnd?: (() => void) | null;
}

/** A plain table: read by whatever reads pages aloud, printed as it is. Arrows go from row to row, Enter opens one. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { caption, columns, rows, keyOf, old = false, tall = false, onEnd = null } = props;
  const frame = useRef<HTMLElement>(null);
  const { first, end, above, below, show } = useWindow(frame, tall ? rows.length : null, onEnd);
  const onKeyDown = useRowKeys(frame, rows.length, show);
  return (
    <section
      ref={frame}
      className={tall ? 'table-frame tall' : 'table-frame'}
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than the screen it is scrolled, also by keyboard
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <table
        className={old ? 'rows old' : 'rows'}
        aria-busy={old}
        {...(tall ? { 'aria-rowcount': rows.length + 1 } : {})}
      >
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name, title, kind }) => (
              <th key={name} scope="col" className={kind}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Space height={above} />
          {rows.slice(first, end).map((row, i) => (
            <TableRow key={keyOf(row)} row={row} at={first + i} columns={columns} />
          ))}
          <Space height={below} />
        </tbody>
      </table>
    </section>
  );
}

/** Stands for rows that are not drawn. */
function Space({ height }: { readonly height: number }) {
  if (height === 0) return null;
  return (
    <tr className="space">
      <td style={{ height }} />
    </tr>
  );
}
