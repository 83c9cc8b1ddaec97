import type { ReactNode } from 'react';
import { partTexts } from '../../texts/console/parts.ts';
import { useWords } from '../words/language.ts';

export interface Side {
  readonly title: string;
  readonly value: ReactNode;
}

interface BothSidesProps {
  readonly caption: string;
  /** As the station has it by now. */
  readonly theirs: readonly Side[];
  /** As it is typed here. */
  readonly mine: readonly Side[];
  /** For each value that may be taken over. */
  readonly choose?: (title: string, side: 'theirs' | 'mine') => ReactNode;
}

/** What somebody else has said meanwhile beside what is typed here, line by line. */
export function BothSides({ caption, theirs, mine, choose }: BothSidesProps) {
  const say = useWords(partTexts);
  const titles = [...new Set([...theirs, ...mine].map(({ title }) => title))];
  const cell = (side: 'theirs' | 'mine', title: string): ReactNode => {
    const found = (side === 'theirs' ? theirs : mine).find((one) => one.title === title);
    return (
      <td>
        {found === undefined ? <span className="quiet">–</span> : found.value}
        {found === undefined ? null : choose?.(title, side)}
      </td>
    );
  };
  return (
    <section className="both-sides" aria-label={caption}>
      <table className="rows">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{say('theirs')}</th>
            <th scope="col">{say('mine')}</th>
          </tr>
        </thead>
        <tbody>
          {titles.map((title) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {cell('theirs', title)}
              {cell('mine', title)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
