import { CheckOutlined, CloseOutlined, UndoOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { deskTexts } from '../../../texts/console/desk.ts';
import { requestsTexts } from '../../../texts/console/requests.ts';
import { useDeed } from '../../data/answers.ts';
import { useMay, useWho } from '../../data/session.ts';
import { AskReason } from '../../parts/ask-reason.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { useWords } from '../../words/language.ts';
import type { RequestAnswer } from './request-file.tsx';

type Deed = 'approve' | 'reject' | 'withdraw';

interface DecidingProps {
  readonly request: RequestAnswer;
  readonly again: () => void;
}

/** What whoever looks can do with it, and what keeps them from it. */
export function Deciding({ request, again }: DecidingProps) {
  const desk = useWords(deskTexts);
  const why = useWhyNot(request);
  const { account } = useWho();
  const [deed, setDeed] = useState<Deed | null>(null);
  const close = (): void => {
    setDeed(null);
    again();
  };
  return (
    <>
      {request.submitter === account ? (
        <WhyDisabled why={why('withdraw')} icon={<UndoOutlined />} onClick={() => setDeed('withdraw')}>
          {desk('withdraw')}
        </WhyDisabled>
      ) : null}
      <WhyDisabled why={why('reject')} icon={<CloseOutlined />} onClick={() => setDeed('reject')}>
        {desk('reject')}
      </WhyDisabled>
      <WhyDisabled
        why={why('approve')}
        type="primary"
        icon={<CheckOutlined />}
        onClick={() => setDeed('approve')}
      >
        {desk('approve')}
      </WhyDisabled>
      {deed === null ? null : <Asked request={request.request} deed={deed} onClose={close} />}
    </>
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

const stale = ['request', 'requestList', 'alarmList'] as const;

interface AskedProps {
  readonly request: string;
  readonly deed: Deed;
  readonly onClose: () => void;
}

function Asked({ request, deed, onClose }: AskedProps) {
  const say = useWords(requestsTexts);
  const desk = useWords(deskTexts);
  const decide = useDeed('requestDecide', stale);
  const withdraw = useDeed('requestWithdraw', stale);
  const params = { request };
  const confirm = async (note: string | null): Promise<unknown> => {
    if (deed === 'withdraw') return await withdraw.mutateAsync({ params, body: { note } });
    const decision = deed === 'approve' ? 'approved' : 'rejected';
    return await decide.mutateAsync({ params, body: { decision, note } });
  };
  return (
    <AskReason
      asks={say(`${deed}_asks`, { id: request })}
      says={say(`${deed}_says`)}
      deed={desk(deed)}
      needed={deed === 'reject'}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
