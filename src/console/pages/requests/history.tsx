import { requestsTexts } from '../../../texts/console/requests.ts';
import { printable } from '../../../texts/text.ts';
import { AccountText } from '../../parts/account-text.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { useWords } from '../../words/language.ts';
import type { RequestAnswer } from './request-file.tsx';

interface Step {
  readonly at: string;
  /** Null: the station itself. */
  readonly who: string | null;
  readonly what: string;
  readonly words: string | null;
}

/** Asked, decided, run out. */
export function RequestHistory({ request }: { readonly request: RequestAnswer }) {
  const say = useWords(requestsTexts);
  const { submitted, submitter, why, decided, decider, note, state, until, people } = request;
  const steps: readonly Step[] = [
    { at: submitted, who: submitter, what: say('did_ask'), words: why },
    ...(decided === null
      ? []
      : [{ at: decided, who: decider, what: say(state === 'expired' ? 'approved' : state), words: note }]),
    ...(state === 'expired' ? [{ at: until, who: null, what: say('ran_out'), words: null }] : []),
  ];
  return (
    <DataTable
      caption={say('history')}
      columns={[
        { name: 'when', title: say('when'), cell: ({ at }) => <TimeText at={at} fineness="second" /> },
        {
          name: 'who',
          title: say('who'),
          cell: ({ who }) => (who === null ? say('machine') : <AccountText account={who} people={people} />),
        },
        { name: 'what', title: say('what'), cell: ({ what }) => what },
        {
          name: 'words',
          title: say('words'),
          cell: ({ words }) =>
            words === null ? (
              <span className="quiet">–</span>
            ) : (
              <span className="said">{printable(words)}</span>
            ),
        },
      ]}
      rows={steps}
      keyOf={({ at, what }) => `${at} ${what}`}
    />
  );
}
