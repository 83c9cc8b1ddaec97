import { CheckOutlined, CloseOutlined, PaperClipOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { deskTexts } from '../../../texts/console/desk.ts';
import { lateTexts } from '../../../texts/console/late.ts';
import { partTexts } from '../../../texts/console/parts.ts';
import { categoryTexts } from '../../../texts/deadlines.ts';
import { printable } from '../../../texts/text.ts';
import { type RowOf, useDeed, useList } from '../../data/answers.ts';
import { askStation } from '../../data/ask-station.ts';
import { useMay, useWho } from '../../data/session.ts';
import { AccountText } from '../../parts/account-text.tsx';
import { AskReason } from '../../parts/ask-reason.tsx';
import { AttachedFiles } from '../../parts/attached-files.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { useCode, useWords } from '../../words/language.ts';
import type { Judged } from './report.ts';

type Reason = RowOf<'justificationList'>;
type Deed = 'approve' | 'reject' | 'withdraw';

/** Written reasons for being late that wait for somebody. */
export function Reasons({ judged }: { readonly judged: readonly Judged[] }) {
  const say = useWords(lateTexts);
  const part = useWords(partTexts);
  const answer = useList('justificationList', { state: 'submitted', sort: 'id' });
  const { rows, isPending, error, hasNextPage, more, refetch } = answer;
  const [asked, setAsked] = useState<{ readonly reason: Reason; readonly deed: Deed } | null>(null);
  const close = (): void => {
    setAsked(null);
    // Somebody else may have decided it meanwhile.
    void refetch();
  };
  return (
    <section className="part">
      <h2>
        {say('to_approve')} <span className="quiet">{rows.length === 0 ? null : rows.length}</span>
      </h2>
      {error === null ? null : <ProblemNote error={error} again={() => void refetch()} />}
      {isPending && error === null ? <Skeleton active={false} /> : null}
      {isPending || rows.length > 0 ? null : <p className="card quiet">{say('no_reasons')}</p>}
      {rows.map((reason) => (
        <ReasonCard
          key={reason.justification}
          reason={reason}
          judged={judged.find(({ session }) => session === reason.session) ?? null}
          ask={(deed) => setAsked({ reason, deed })}
        />
      ))}
      {hasNextPage ? <Button onClick={more}>{part('more')}</Button> : null}
      {asked === null ? null : <Asked {...asked} onClose={close} />}
    </section>
  );
}

interface ReasonCardProps {
  readonly reason: Reason;
  readonly judged: Judged | null;
  readonly ask: (deed: Deed) => void;
}

function ReasonCard({ reason, judged, ask }: ReasonCardProps) {
  const say = useWords(lateTexts);
  const desk = useWords(deskTexts);
  const category = useCode(categoryTexts);
  const { account } = useWho();
  const may = useMay();
  const own = reason.submitter === account;
  const why = own ? desk('own') : may('justification.decide') ? null : desk('may_not');
  return (
    <article className="card" aria-label={reason.justification}>
      <div className="line">
        <b>{category(reason.category)}</b>
        {judged === null ? null : <VerdictChip verdict={judged.verdict} />}
        <span className="mono">{reason.session}</span>
        <span>
          <span className="quiet">{say('given_by')}</span>{' '}
          <AccountText account={reason.submitter} people={reason.people} />
        </span>
        <span>
          <span className="quiet">{say('given')}</span> <TimeText at={reason.submitted} />
        </span>
        {judged?.due == null ? null : (
          <span>
            <span className="quiet">{say('due')}</span> <TimeText at={judged.due} />
          </span>
        )}
        {reason.attachments.length === 0 ? null : (
          <StateChip tone="info" icon={<PaperClipOutlined />}>
            {say('attached', { count: reason.attachments.length })}
          </StateChip>
        )}
        <span className="acts">
          {own ? (
            <Button icon={<UndoOutlined />} onClick={() => ask('withdraw')}>
              {desk('withdraw')}
            </Button>
          ) : null}
          <WhyDisabled why={why} icon={<CloseOutlined />} onClick={() => ask('reject')}>
            {desk('reject')}
          </WhyDisabled>
          <WhyDisabled why={why} type="primary" icon={<CheckOutlined />} onClick={() => ask('approve')}>
            {desk('approve')}
          </WhyDisabled>
        </span>
      </div>
      <p className="said">{reason.text === null ? say('erased') : printable(reason.text)}</p>
      <AttachedFiles
        files={reason.attachments}
        ask={(sha256) =>
          askStation('justificationAttachment', {
            params: { justification: reason.justification, sha256 },
          })
        }
      />
    </article>
  );
}

const stale = ['justificationList', 'reportPunctuality', 'sessionList', 'session'] as const;
const asks = { approve: 'approve_asks', reject: 'reject_asks', withdraw: 'withdraw_asks' } as const;
const says = { approve: 'approve_says', reject: 'reject_says', withdraw: 'withdraw_says' } as const;

interface AskedProps {
  readonly reason: Reason;
  readonly deed: Deed;
  readonly onClose: () => void;
}

function Asked({ reason: { justification }, deed, onClose }: AskedProps) {
  const say = useWords(lateTexts);
  const desk = useWords(deskTexts);
  const decide = useDeed('justificationDecide', stale);
  const withdraw = useDeed('justificationWithdraw', stale);
  const params = { justification };
  const confirm = async (note: string | null): Promise<unknown> => {
    if (deed === 'withdraw') return await withdraw.mutateAsync({ params, body: { note } });
    const decision = deed === 'approve' ? 'approved' : 'rejected';
    return await decide.mutateAsync({ params, body: { decision, note } });
  };
  return (
    <AskReason
      asks={say(asks[deed], { id: justification })}
      says={say(says[deed])}
      deed={desk(deed)}
      needed={deed === 'reject'}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
