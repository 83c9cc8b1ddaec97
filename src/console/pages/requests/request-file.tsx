import { AlertFilled } from '@ant-design/icons';
import { Skeleton } from 'antd';
import type { Answer } from '../../../api/client/client.ts';
import { deskTexts } from '../../../texts/console/desk.ts';
import { requestsTexts } from '../../../texts/console/requests.ts';
import { printable } from '../../../texts/text.ts';
import { useAnswer } from '../../data/answers.ts';
import { AccountText } from '../../parts/account-text.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { addressOf } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';
import { Deciding } from './deciding.tsx';
import { RequestHistory } from './history.tsx';
import { EmergencyChip, RequestChip } from './request-chip.tsx';

export type RequestAnswer = Answer<'request'>;

/** One request: what is asked, what it is about, what became of it, and what can be done now. */
export function RequestFile({ request }: { readonly request: string }) {
  const say = useWords(requestsTexts);
  const desk = useWords(deskTexts);
  const { data, error, refetch } = useAnswer('request', { params: { request } });
  return (
    <>
      <p className="no-print">
        <Link to={addressOf('requests')}>← {desk('back')}</Link>
      </p>
      <PageHead title={`${say('request')} ${printable(request)}`} help={say('one_help')}>
        {data === undefined ? null : <Deciding request={data} again={() => void refetch()} />}
      </PageHead>
      {error === null ? null : <ProblemNote error={error} again={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton active={false} /> : null}
      {data === undefined ? null : <File request={data} />}
    </>
  );
}

function File({ request }: { readonly request: RequestAnswer }) {
  const say = useWords(requestsTexts);
  return (
    <>
      {request.emergency ? <Emergency state={request.state} /> : null}
      <section className="part">
        <h2>{say('facts')}</h2>
        <Asked request={request} />
      </section>
      <section className="part">
        <h2>
          {say('recordings')} <span className="quiet">{request.items}</span>
        </h2>
        <ul className="card line">
          {request.evidence.map((id) => (
            <li key={id}>
              <Link to={addressOf('item', id)} className="mono">
                {id}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section className="part">
        <h2>{say('history')}</h2>
        <RequestHistory request={request} />
      </section>
    </>
  );
}

function Emergency({ state }: { readonly state: RequestAnswer['state'] }) {
  const say = useWords(requestsTexts);
  const settled = state === 'approved' || state === 'expired';
  return (
    <div className={settled ? 'card note' : 'card loud'}>
      <p className="line">
        <AlertFilled aria-hidden="true" />
        <b>{say(settled ? 'emergency_approved' : 'emergency_now')}</b>
      </p>
      {settled ? null : <p className="said">{say('emergency_says')}</p>}
    </div>
  );
}

function Asked({ request }: { readonly request: RequestAnswer }) {
  const say = useWords(requestsTexts);
  const { kind, emergency, state, submitter, for: who, people, until, submitted, why, recipient } = request;
  const kindWords = (
    <>
      {say(kind)} {emergency ? <EmergencyChip /> : null}
    </>
  );
  return (
    <Facts
      rows={[
        [say('kind'), kindWords],
        [say('state'), <RequestChip key="state" state={state} />],
        [say('submitter'), <AccountText key="submitter" account={submitter} people={people} />],
        [say('for'), <AccountText key="for" account={who} people={people} />],
        [say('until'), <TimeText key="until" at={until} />],
        [say('asked_at'), <TimeText key="asked" at={submitted} />],
        ...(recipient === null ? [] : [[say('recipient'), printable(recipient)] as const]),
        [
          say('why'),
          <span key="why" className="said">
            {why === null ? say('erased') : printable(why)}
          </span>,
        ],
      ]}
    />
  );
}
