import '../../look/desk.css';
import { AlertFilled } from '@ant-design/icons';
import { pageNames } from '../../../texts/console/pages.ts';
import { requestsTexts } from '../../../texts/console/requests.ts';
import { printable } from '../../../texts/text.ts';
import { type FiltersOf, useList } from '../../data/answers.ts';
import type { PageProps } from '../../page-row.ts';
import { AccountText } from '../../parts/account-text.tsx';
import type { Column } from '../../parts/data-table.tsx';
import type { Filter } from '../../parts/filter-bar.tsx';
import { Link } from '../../parts/link.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { addressOf } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';
import { EmergencyChip, RequestChip, type RequestLine } from './request-chip.tsx';
import { RequestFile } from './request-file.tsx';

const states = ['submitted', 'approved', 'rejected', 'withdrawn', 'expired'] as const;

export default function RequestsPage({ thing }: PageProps) {
  return thing === null ? <Inbox /> : <RequestFile request={thing} />;
}

function Inbox() {
  const say = useWords(requestsTexts);
  const name = useWords(pageNames);
  return (
    <ListPage
      list="requestList"
      title={name('requests')}
      help={say('help')}
      above={<Emergencies />}
      filters={useFilters()}
      asked={filtersIn}
      columns={useColumns()}
      keyOf={({ request }) => request}
      empty={{ says: say('empty'), next: say('empty_next') }}
      sort="id"
    />
  );
}

/** What was watched before anybody approved it comes before everything else. */
function Emergencies() {
  const say = useWords(requestsTexts);
  const { rows } = useList('requestList', { state: 'submitted' });
  const open = rows.filter(({ emergency }) => emergency);
  if (open.length === 0) return null;
  return (
    <div className="above" role="alert">
      {open.map(({ request, for: who, people, submitted, why }) => (
        <div key={request} className="card loud">
          <div className="line">
            <AlertFilled aria-hidden="true" />
            <b>{say('emergency_now')}</b>
            <AccountText account={who} people={people} />
            <TimeText at={submitted} />
            <span className="acts">
              <Link to={addressOf('requests', request)}>{say('look')}</Link>
            </span>
          </div>
          <p className="said">{why === null ? say('erased') : printable(why)}</p>
        </div>
      ))}
    </div>
  );
}

function useFilters(): readonly Filter[] {
  const say = useWords(requestsTexts);
  return [
    {
      ...{ kind: 'choice', name: 'state', title: say('state') },
      options: states.map((value) => ({ value, label: say(value) })),
    },
    { kind: 'text', name: 'of', title: say('of') },
    { kind: 'text', name: 'evidence', title: say('evidence') },
  ];
}

function filtersIn(search: URLSearchParams): FiltersOf<'requestList'> {
  const state = states.find((one) => one === search.get('state'));
  const sort = search.get('sort') === 'id' ? ('id' as const) : undefined;
  const [of, evidence] = [search.get('of'), search.get('evidence')];
  return {
    ...(of === null ? {} : { of }),
    ...(evidence === null ? {} : { evidence }),
    ...(sort === undefined ? {} : { sort }),
    ...(state === undefined ? {} : { state }),
  };
}

function useColumns(): readonly Column<RequestLine>[] {
  const say = useWords(requestsTexts);
  return [
    {
      name: 'request',
      title: say('request'),
      cell: ({ request }) => (
        <Link to={addressOf('requests', request)} className="mono nowrap">
          {request}
        </Link>
      ),
    },
    { name: 'state', title: say('state'), cell: ({ state }) => <RequestChip state={state} /> },
    {
      name: 'kind',
      title: say('kind'),
      cell: ({ kind, emergency }) => (
        <span className="nowrap">
          {say(kind)} {emergency ? <EmergencyChip /> : null}
        </span>
      ),
    },
    { name: 'items', title: say('items'), kind: 'number', cell: ({ items }) => items },
    {
      name: 'submitter',
      title: say('submitter'),
      cell: ({ submitter, people }) => <AccountText account={submitter} people={people} />,
    },
    {
      name: 'for',
      title: say('for'),
      cell: ({ for: who, people }) => <AccountText account={who} people={people} />,
    },
    {
      name: 'why',
      title: say('why'),
      kind: 'long',
      cell: ({ why }) => {
        const words = why === null ? say('erased') : printable(why);
        return <span title={words}>{words}</span>;
      },
    },
    { name: 'until', title: say('until'), cell: ({ until }) => <TimeText at={until} /> },
    {
      name: 'asked',
      title: say('asked_at'),
      hidden: true,
      cell: ({ submitted }) => <TimeText at={submitted} />,
    },
    {
      name: 'decider',
      title: say('decider'),
      hidden: true,
      cell: ({ decider, people }) =>
        decider === null ? (
          <span className="quiet">–</span>
        ) : (
          <AccountText account={decider} people={people} />
        ),
    },
  ];
}
