import { PaperClipOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { deskTexts } from '../../../texts/console/desk.ts';
import { lateTexts } from '../../../texts/console/late.ts';
import { partTexts } from '../../../texts/console/parts.ts';
import { categoryTexts, justificationTexts } from '../../../texts/deadlines.ts';
import { printable } from '../../../texts/text.ts';
import { type RowOf, useDeed, useList } from '../../data/answers.ts';
import { askStation } from '../../data/ask-station.ts';
import { useMay, useWho } from '../../data/session.ts';
import { AccountText } from '../../parts/account-text.tsx';
import { AttachedFiles } from '../../parts/attached-files.tsx';
import { Decision } from '../../parts/decision.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { useCode, useWords } from '../../words/language.ts';
import type { Judged } from './report.ts';

type Reason = RowOf<'justificationList'>;

/** Written reasons for being late that wait for somebody. */
export function Reasons({ judged }: { readonly judged: readonly Judged[] }) {
  const say = useWords(lateTexts);
  const part = useWords(partTexts);
  const answer = useList('justificationList', { state: 'submitted', sort: 'id' });
  const { rows, isPending, error, hasNextPage, more, refetch } = answer;
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
          again={() => void refetch()}
        />
      ))}
      {hasNextPage ? <Button onClick={more}>{part('more')}</Button> : null}
    </section>
  );
}

interface ReasonCardProps {
  readonly reason: Reason;
  readonly judged: Judged | null;
  /** Somebody else may have decided it meanwhile. */
  readonly again: () => void;
}

function ReasonCard({ reason, judged, again }: ReasonCardProps) {
  const say = useWords(lateTexts);
  const desk = useWords(deskTexts);
  const category = useCode(categoryTexts);
  const { account } = useWho();
  const may = useMay();
  const own = reason.submitter === account;
  const deciding = useDeciding(reason);
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
          <Decision
            own={own}
            why={(deed) => (deed === 'withdraw' ? null : why)}
            asks={(deed) => say(`${deed}_asks`, { id: reason.justification })}
            says={(deed) => say(`${deed}_says`)}
            needsReason={(deed) => deed === 'reject'}
            onClose={again}
            {...deciding}
          />
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

function useDeciding({ justification, session }: Reason) {
  const word = useCode(justificationTexts);
  const decide = useDeed('justificationDecide', stale);
  const withdraw = useDeed('justificationWithdraw', stale);
  const params = { justification };
  return {
    decide: (decision: 'approve' | 'reject', note: string | null) => {
      const done = decision === 'approve' ? ('approved' as const) : ('rejected' as const);
      return decide.mutateAsync({ params, body: { decision: done, note } });
    },
    withdraw: (note: string | null) => withdraw.mutateAsync({ params, body: { note } }),
    stands: async () => {
      const { rows } = await askStation('justificationList', { query: { session } });
      const found = rows.find((one) => one.justification === justification);
      if (found === undefined) return null;
      const { state, decider, note, people } = found;
      return { state: word(state), decider: decider === null ? null : (people[decider] ?? decider), note };
    },
  };
}
