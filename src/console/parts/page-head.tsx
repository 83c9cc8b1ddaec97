import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { greeting } from '../words/station.ts';

interface PageHeadProps {
  readonly title: string;
  /** Two sentences: what the page shows, and what to do with it. */
  readonly help: string;
  /** Buttons at the right. */
  readonly children?: ReactNode;
}

/** The head of a page: its one first heading, to which a change of page moves the focus, and its help. */
export function PageHead({ title, help, children }: PageHeadProps) {
  useEffect(() => {
    document.title = greeting.station === '' ? title : `${title} · ${greeting.station}`;
  }, [title]);
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        {children === undefined ? null : <div className="acts">{children}</div>}
      </div>
      <p className="page-help">{help}</p>
    </>
  );
}
