import { deskTexts } from '../../../texts/console/desk.ts';
import { requestsTexts } from '../../../texts/console/requests.ts';
import { useDeed } from '../../data/answers.ts';
import { askStation } from '../../data/ask-station.ts';
import { useMay, useWho } from '../../data/session.ts';
import { Decision, type Deed } from '../../parts/decision.tsx';
import { useWords } from '../../words/language.ts';
import { RequestChip } from './request-chip.tsx';
import type { RequestAnswer } from './request-file.tsx';

interface DecidingProps {
  readonly request: RequestAnswer;
  readonly again: () => void;
}

const stale = ['request', 'requestList', 'alarmList'] as const;

/** What whoever looks can do with it, and what keeps them from it. */
export function Deciding({ request, again }: DecidingProps) {
  const say = useWords(requestsTexts);
  const why = useWhyNot(request);
  const { account } = useWho();
  const decide = useDeed('requestDecide', stale);
  const withdraw = useDeed('requestWithdraw', stale);
  const params = { request: request.request };
  return (
    <Decision
      own={request.submitter === account}
      why={why}
      asks={(deed) => say(`${deed}_asks`, { id: request.request })}
      says={(deed) => say(`${deed}_says`)}
      needsReason={(deed) => deed === 'reject'}
      decide={(decision, note) => {
        const done = decision === 'approve' ? ('approved' as const) : ('rejected' as const);
        return decide.mutateAsync({ params, body: { decision: done, note } });
      }}
      withdraw={(note) => withdraw.mutateAsync({ params, body: { note } })}
      stands={async () => {
        const { state, decider, note, people } = await askStation('request', { params });
        const called = decider === null ? null : (people[decider] ?? decider);
        return { state: <RequestChip state={state} />, decider: called, note };
      }}
      onClose={again}
    />
  );
}

function useWhyNot({ state, submitter, for: who, emergency }: RequestAnswer): (deed: Deed) => string | null {
  const say = useWords(requestsTexts);
  const desk = useWords(deskTexts);
  const may = useMay();
  const { account } = useWho();
  const settled = say('is_settled', { state: say(state) });
  return (deed) => {
    if (deed === 'withdraw') {
      if (emergency) return say('emergency_stays');
      return state === 'submitted' || state === 'approved' ? null : settled;
    }
    if (state !== 'submitted') return settled;
    if (submitter === account || who === account) return desk('own');
    return may('request.decide') ? null : desk('may_not');
  };
}
