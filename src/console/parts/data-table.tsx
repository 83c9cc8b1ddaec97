import type { ReactNode } from 'react';

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
}

/** A plain table: read by whatever reads pages aloud, printed as it is, fast with a thousand rows. */
export function DataTable<R>({ caption, columns, rows, keyOf, old = false }: DataTableProps<R>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than the screen it is scrolled, also by keyboard
    <section className="table-frame" aria-label={caption} tabIndex={0}>
      <table className={old ? 'rows old' : 'rows'} aria-busy={old}>
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
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ name, cell, kind }) => (
                <td key={name} className={kind}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
