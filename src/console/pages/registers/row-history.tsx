import type { Answer } from '../../../api/client/client.ts';
import { registersPageTexts } from '../../../texts/console/registers.ts';
import { printable } from '../../../texts/text.ts';
import { TimeText } from '../../parts/time-text.tsx';
import { useWords } from '../../words/language.ts';
import type { Field } from './shapes.ts';

type Deed = Answer<'registerRow'>['history'][number];

interface RowHistoryProps {
  readonly fields: readonly Field[];
  readonly of: readonly Deed[];
}

/** Every value that a row ever had, newest first. */
export function RowHistory({ fields, of }: RowHistoryProps) {
  const say = useWords(registersPageTexts);
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="part-title">
        {say('history')}
      </h2>
      <ol className="row-history">
        {[...of].reverse().map((deed) => (
          <li key={deed.seq}>
            <TimeText at={deed.at} /> <span className="mono">{printable(deed.actor.id)}</span>{' '}
            {deed.event === 'removed'
              ? say('event_removed', { cause: deed.cause ?? '–' })
              : say(`event_${deed.event}`)}
            {deed.import === null ? null : <span className="quiet"> · {say('by_import')}</span>}
            <Changes fields={fields} deed={deed} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Changes({ fields, deed }: { readonly fields: readonly Field[]; readonly deed: Deed }) {
  const say = useWords(registersPageTexts);
  if (deed.event !== 'changed') return null;
  return (
    <ul>
      {deed.changes.map(({ field, from, to }) => (
        <li key={field}>
          {say('change', {
            field: fields.find(({ name }) => name === field)?.title ?? field,
            from: from ?? say('nothing'),
            to: to ?? say('nothing'),
          })}
        </li>
      ))}
    </ul>
  );
}
