import {
  CheckCircleFilled,
  CloseCircleOutlined,
  HourglassOutlined,
  RollbackOutlined,
} from '@ant-design/icons';
import { useState } from 'react';
import { pageNames } from '../../../texts/console/pages.ts';
import { disposalTexts } from '../../../texts/console/station-lists.ts';
import { printable } from '../../../texts/text.ts';
import { type RowOf, useDeed } from '../../data/answers.ts';
import { askStation } from '../../data/ask-station.ts';
import { useNames } from '../../data/names.ts';
import { useMay, useWho } from '../../data/session.ts';
import { AccountText } from '../../parts/account-text.tsx';
import { AskReason } from '../../parts/ask-reason.tsx';
import { Decision } from '../../parts/decision.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { StateChip, type Tone } from '../../parts/state-chip.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { useWords } from '../../words/language.ts';
import { StationParts } from './station-parts.tsx';

type Disposal = RowOf<'disposalList'>;
const states = ['proposed', 'approved', 'rejected', 'withdrawn'] as const;

/** What was proposed to be taken away, and what became of it. */
export function DisposalList() {
  const say = useWords(disposalTexts);
  const name = useWords(pageNames);
  const people = useNames();
  return (
    <ListPage
      list="disposalList"
      title={name('station')}
      help={say('help')}
      acts={<Propose />}
      above={<StationParts at="disposals" />}
      filters={[
        {
          kind: 'choice',
          name: 'state',
          title: say('state'),
          options: states.map((value) => ({ value, label: say(`state_${value}`) })),
        },
      ]}
      asked={(search) => {
        const state = states.find((one) => one === search.get('state'));
        const sort = search.get('sort') === 'proposed' ? ('proposed' as const) : ('-proposed' as const);
        return state === undefined ? { sort } : { sort, state };
      }}
      columns={[
        {
          name: 'disposal',
          title: say('disposal'),
          cell: ({ disposal }) => <span className="mono">{disposal}</span>,
        },
        { name: 'state', title: say('state'), cell: ({ state }) => <DisposalChip of={state} /> },
        { name: 'items', title: say('items'), kind: 'number', cell: ({ items }) => items },
        { name: 'disposed', title: say('disposed'), kind: 'number', cell: ({ disposed }) => disposed },
        {
          name: 'reason',
          title: say('reason'),
          kind: 'long',
          cell: ({ reason }) => printable(reason ?? '–'),
        },
        {
          name: 'proposer',
          title: say('proposer'),
          cell: ({ proposer }) => <AccountText account={proposer} people={people} />,
        },
        { name: 'proposed', title: say('proposed'), cell: ({ proposed }) => <TimeText at={proposed} /> },
        {
          name: 'decider',
          title: say('decider'),
          cell: ({ decider }) => (decider === null ? '–' : <AccountText account={decider} people={people} />),
        },
        { name: 'acts', title: say('acts'), cell: (disposal) => <Decide of={disposal} /> },
      ]}
      keyOf={({ disposal }) => disposal}
      empty={{ says: say('empty'), next: say('empty_next') }}
      sort="proposed"
    />
  );
}

const looks = {
  proposed: { tone: 'warn', icon: <HourglassOutlined /> },
  approved: { tone: 'good', icon: <CheckCircleFilled /> },
  rejected: { tone: 'bad', icon: <CloseCircleOutlined /> },
  withdrawn: { tone: 'quiet', icon: <RollbackOutlined /> },
} as const satisfies Readonly<Record<Disposal['state'], { tone: Tone; icon: React.ReactNode }>>;

function DisposalChip({ of }: { readonly of: Disposal['state'] }) {
  const say = useWords(disposalTexts);
  return <StateChip {...looks[of]}>{say(`state_${of}`)}</StateChip>;
}

function Propose() {
  const say = useWords(disposalTexts);
  const may = useMay()('disposal.propose');
  const [open, setOpen] = useState(false);
  const propose = useDeed('disposalPropose', ['disposalList']);
  return (
    <>
      <WhyDisabled type="primary" why={may ? null : say('may_not_propose')} onClick={() => setOpen(true)}>
        {say('propose')}
      </WhyDisabled>
      {open ? (
        <AskReason
          asks={say('propose_asks')}
          says={say('propose_says')}
          deed={say('propose')}
          needed
          onConfirm={(reason) => propose.mutateAsync({ body: { evidence: null, reason: reason ?? '' } })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

function Decide({ of: { disposal, state, proposer, items } }: { readonly of: Disposal }) {
  const say = useWords(disposalTexts);
  const may = useMay();
  const { account } = useWho();
  const stale = ['disposalList', 'disposal', 'evidenceList', 'evidenceItem'] as const;
  const decide = useDeed('disposalDecide', stale);
  const withdraw = useDeed('disposalWithdraw', stale);
  if (state !== 'proposed') return null;
  const own = proposer === account;
  const others = own ? say('own') : may('disposal.decide') ? null : say('may_not_decide');
  const params = { disposal };
  return (
    <div className="row-acts">
      <Decision
        small
        own={own}
        why={(deed) => (deed === 'withdraw' ? null : others)}
        asks={(deed) => (deed === 'withdraw' ? say('withdraw_asks') : say(`${deed}_asks`, { items }))}
        says={(deed) => say(deed === 'approve' ? 'approve_says' : 'reject_says')}
        needsReason={(deed) => deed === 'reject'}
        decide={(decision, note) => {
          const done = decision === 'approve' ? ('approved' as const) : ('rejected' as const);
          return decide.mutateAsync({ params, body: { decision: done, note } });
        }}
        withdraw={(note) => withdraw.mutateAsync({ params, body: { note } })}
        stands={async () => {
          const found = await askStation('disposal', { params });
          return { state: <DisposalChip of={found.state} />, decider: found.decider, note: found.note };
        }}
      />
    </div>
  );
}
