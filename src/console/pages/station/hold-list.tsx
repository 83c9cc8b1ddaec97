import { PauseCircleFilled, UnlockOutlined } from '@ant-design/icons';
import { pageNames } from '../../../texts/console/pages.ts';
import { holdTexts } from '../../../texts/console/station-lists.ts';
import { printable } from '../../../texts/text.ts';
import { type RowOf, useDeed } from '../../data/answers.ts';
import { useNames } from '../../data/names.ts';
import { useMay } from '../../data/session.ts';
import { AccountText } from '../../parts/account-text.tsx';
import { AskReason } from '../../parts/ask-reason.tsx';
import { useDialogs } from '../../parts/dialog-host.tsx';
import { Link } from '../../parts/link.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { addressOf } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';
import { StationParts } from './station-parts.tsx';

type Hold = RowOf<'holdList'>;

/** What is kept whatever its dates say. */
export function HoldList() {
  const say = useWords(holdTexts);
  const name = useWords(pageNames);
  const people = useNames();
  return (
    <ListPage
      list="holdList"
      title={name('station')}
      help={say('help')}
      above={<StationParts at="holds" />}
      filters={[
        {
          kind: 'choice',
          name: 'show',
          title: say('show'),
          options: [{ value: 'all', label: say('with_lifted') }],
        },
      ]}
      asked={(search) => ({
        sort: search.get('sort') === 'placed' ? ('placed' as const) : ('-placed' as const),
        ...(search.get('show') === 'all' ? { all: true } : {}),
      })}
      columns={[
        { name: 'hold', title: say('hold'), cell: ({ hold }) => <span className="mono nowrap">{hold}</span> },
        { name: 'of', title: say('of'), cell: ({ of }) => say(`of_${of}`) },
        {
          name: 'about',
          title: say('about'),
          cell: ({ of, about }) => (
            <Link to={addressOf(of === 'case' ? 'cases' : 'item', about)}>{printable(about)}</Link>
          ),
        },
        { name: 'items', title: say('items'), kind: 'number', cell: ({ items }) => items },
        {
          name: 'reason',
          title: say('reason'),
          cell: ({ reason }) => <span className="said">{printable(reason ?? '–')}</span>,
        },
        { name: 'placed', title: say('placed'), cell: ({ placed }) => <TimeText at={placed} /> },
        {
          name: 'placer',
          title: say('placer'),
          cell: ({ placer }) => <AccountText account={placer} people={people} />,
        },
        { name: 'state', title: say('state'), cell: ({ lifted }) => <HoldChip lifted={lifted !== null} /> },
        { name: 'acts', title: say('acts'), cell: (hold) => <Lift of={hold} /> },
      ]}
      keyOf={({ hold }) => hold}
      empty={{ says: say('empty'), next: say('empty_next') }}
      sort="placed"
    />
  );
}

function HoldChip({ lifted }: { readonly lifted: boolean }) {
  const say = useWords(holdTexts);
  return (
    <StateChip tone={lifted ? 'quiet' : 'hold'} icon={lifted ? <UnlockOutlined /> : <PauseCircleFilled />}>
      {say(lifted ? 'lifted' : 'standing')}
    </StateChip>
  );
}

function Lift({ of: { hold, lifted } }: { readonly of: Hold }) {
  const say = useWords(holdTexts);
  const may = useMay()('evidence.loosen');
  const open = useDialogs();
  const lift = useDeed('holdLift', ['holdList', 'evidenceList', 'evidenceItem']);
  if (lifted !== null) return null;
  const ask = (close: () => void) => (
    <AskReason
      asks={say('lift_asks', { hold })}
      says={say('lift_says')}
      deed={say('lift')}
      needed
      onConfirm={(reason) => lift.mutateAsync({ params: { hold }, body: { reason: reason ?? '' } })}
      onClose={close}
    />
  );
  return (
    <WhyDisabled size="small" why={may ? null : say('may_not')} onClick={() => open(ask)}>
      {say('lift')}
    </WhyDisabled>
  );
}
