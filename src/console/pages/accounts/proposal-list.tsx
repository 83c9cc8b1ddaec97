import { CheckCircleFilled, CloseCircleOutlined, HourglassOutlined } from '@ant-design/icons';
import { proposalTexts } from '../../../texts/console/accounts.ts';
import { deskTexts } from '../../../texts/console/desk.ts';
import { pageNames } from '../../../texts/console/pages.ts';
import { printable } from '../../../texts/text.ts';
import { useDeed } from '../../data/answers.ts';
import { askStation } from '../../data/ask-station.ts';
import { useNames } from '../../data/names.ts';
import { useMay, useWho } from '../../data/session.ts';
import { AccountText } from '../../parts/account-text.tsx';
import { Decision } from '../../parts/decision.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { useCode, useWords } from '../../words/language.ts';
import { AccountsParts } from './accounts-parts.tsx';
import { type Proposal, proposalIn } from './proposal.ts';

/** What waits for a second person. */
export function ProposalList() {
  const say = useWords(proposalTexts);
  const code = useCode(proposalTexts);
  const name = useWords(pageNames);
  const people = useNames();
  return (
    <ListPage
      list="proposalList"
      title={name('accounts')}
      help={say('help')}
      above={<AccountsParts at="proposals" />}
      filters={[
        { kind: 'choice', name: 'show', title: say('show'), options: [{ value: 'all', label: say('all') }] },
      ]}
      asked={(search) => ({
        sort: search.get('sort') === 'id' ? ('id' as const) : ('-id' as const),
        ...(search.get('show') === 'all' ? { all: true } : {}),
      })}
      columns={[
        {
          name: 'proposal',
          title: say('proposal'),
          cell: (row) => <span className="mono nowrap">{proposalIn(row).proposal}</span>,
        },
        { name: 'kind', title: say('kind'), cell: (row) => code(`kind_${proposalIn(row).kind}`) },
        { name: 'content', title: say('content'), cell: (row) => <Changes of={proposalIn(row)} /> },
        {
          name: 'proposer',
          title: say('proposer'),
          cell: (row) => <AccountText account={proposalIn(row).proposer} people={people} />,
        },
        { name: 'made', title: say('made'), cell: (row) => <TimeText at={proposalIn(row).made} /> },
        { name: 'until', title: say('until'), cell: (row) => <TimeText at={proposalIn(row).until} /> },
        { name: 'state', title: say('state'), cell: (row) => <ProposalChip state={proposalIn(row).state} /> },
        { name: 'acts', title: say('acts'), cell: (row) => <Decide of={proposalIn(row)} /> },
      ]}
      keyOf={(row) => proposalIn(row).proposal}
      empty={{ says: say('empty'), next: say('empty_next') }}
      sort="id"
    />
  );
}

function Changes({ of: { changes } }: { readonly of: Proposal }) {
  return (
    <dl className="changes">
      {changes.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt className="mono">{printable(name)}</dt>
          <dd>{printable(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function ProposalChip({ state }: { readonly state: string }) {
  const code = useCode(proposalTexts);
  const tone = state === 'proposed' ? 'warn' : state === 'confirmed' ? 'good' : 'quiet';
  const icon =
    state === 'proposed' ? (
      <HourglassOutlined />
    ) : state === 'confirmed' ? (
      <CheckCircleFilled />
    ) : (
      <CloseCircleOutlined />
    );
  return (
    <StateChip tone={tone} icon={icon}>
      {code(`state_${state}`)}
    </StateChip>
  );
}

function Decide({ of: { proposal, proposer, state } }: { readonly of: Proposal }) {
  const say = useWords(proposalTexts);
  const code = useCode(proposalTexts);
  const desk = useWords(deskTexts);
  const { account } = useWho();
  const may = useMay();
  const stale = ['proposalList', 'accountList', 'roleList', 'tokenList'] as const;
  const decide = useDeed('proposalDecide', stale);
  const withdraw = useDeed('proposalWithdraw', stale);
  if (state !== 'proposed') return null;
  const own = proposer === account;
  const others = own ? say('own') : may('proposal.confirm') ? null : say('may_not');
  const params = { proposal };
  return (
    <div className="row-acts">
      <Decision
        small
        own={own}
        why={(deed) => (deed === 'withdraw' ? null : others)}
        verb={(deed) => (deed === 'approve' ? say('confirm') : desk(deed))}
        asks={(deed) => say(deed === 'approve' ? 'confirm_asks' : `${deed}_asks`, params)}
        says={(deed) => say(deed === 'approve' ? 'confirm_says' : 'reject_says')}
        needsReason={() => false}
        decide={(decision, note) => {
          const done = decision === 'approve' ? ('confirmed' as const) : ('rejected' as const);
          return decide.mutateAsync({ params, body: { decision: done, note } });
        }}
        withdraw={(note) => withdraw.mutateAsync({ params, body: { note } })}
        stands={async () => {
          const { rows } = await askStation('proposalList', { query: { all: true, sort: '-id' } });
          const found = rows.map(proposalIn).find((one) => one.proposal === proposal);
          return found === undefined
            ? null
            : { state: code(`state_${found.state}`), decider: found.decider, note: found.note };
        }}
      />
    </div>
  );
}
