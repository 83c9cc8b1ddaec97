import type { ReactNode } from 'react';

/** What is known of one thing: a word, and what stands beside it. */
export function Facts({ rows }: { readonly rows: readonly (readonly [title: string, fact: ReactNode])[] }) {
  return (
    <dl className="facts">
      {rows.map(([title, fact]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
