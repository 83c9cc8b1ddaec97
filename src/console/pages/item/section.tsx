import { type ReactNode, useId } from 'react';

interface SectionProps {
  readonly title: string;
  /** Buttons and marks beside the heading. */
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** One part of the page, under its heading. */
export function Section({ title, acts, children }: SectionProps) {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {acts === undefined ? null : <div className="acts">{acts}</div>}
      </div>
      {children}
    </section>
  );
}

/** A fact with its name. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
