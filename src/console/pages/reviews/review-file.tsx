import { Skeleton } from 'antd';
import { useState } from 'react';
import type { Answer } from '../../../api/client/client.ts';
import { deskTexts } from '../../../texts/console/desk.ts';
import { reviewsTexts } from '../../../texts/console/reviews.ts';
import { printable } from '../../../texts/text.ts';
import { useAnswer } from '../../data/answers.ts';
import { askStation } from '../../data/ask-station.ts';
import { AccountText } from '../../parts/account-text.tsx';
import { ExportButton, PrintButton } from '../../parts/export-buttons.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { addressOf } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';
import { EnterForm } from './enter-form.tsx';
import { ReviewLedger } from './ledger.tsx';
import { Progress, SpanText } from './review-parts.tsx';

export type ReviewAnswer = Answer<'review'>;
export type ReviewLine = ReviewAnswer['lines'][number];

/** One draw with its review ledger (评查台账). */
export function ReviewFile({ review }: { readonly review: string }) {
  const say = useWords(reviewsTexts);
  const desk = useWords(deskTexts);
  const { data, error, refetch } = useAnswer('review', { params: { review } });
  return (
    <>
      <p className="no-print">
        <Link to={addressOf('reviews')}>← {desk('back')}</Link>
      </p>
      <PageHead title={`${say('review')} ${printable(review)}`} help={say('one_help')}>
        <PrintButton />
        <ExportButton
          name="review-ledger"
          ask={(format) => askStation('reviewLedger', { params: { review }, query: { format } })}
        />
      </PageHead>
      {error === null ? null : <ProblemNote error={error} again={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton active={false} /> : null}
      {data === undefined ? null : <File review={data} />}
    </>
  );
}

function File({ review }: { readonly review: ReviewAnswer }) {
  const say = useWords(reviewsTexts);
  const [entering, setEntering] = useState<ReviewLine | null>(null);
  const { cases, population, people } = review;
  return (
    <>
      <Facts
        rows={[
          [say('progress'), <Progress key="progress" {...review} />],
          [say('span'), <SpanText key="span" {...review} />],
          [say('unit'), review.unit ?? say('all_units')],
          [say('cases'), say('of_population', { cases, population })],
          [say('drawer'), <AccountText key="drawer" account={review.drawer} people={people} />],
          [say('drawn'), <TimeText key="drawn" at={review.drawn} />],
          [
            say('seed'),
            <span key="seed" className="mono">
              {printable(review.seed)}
            </span>,
          ],
          [
            say('population'),
            <span key="digest" className="mono">
              {review.populationSha256}
            </span>,
          ],
          ...(review.note === null ? [] : [[say('note'), printable(review.note)] as const]),
        ]}
      />
      <section className="part">
        <h2>{say('ledger')}</h2>
        <ReviewLedger review={review} enter={setEntering} />
      </section>
      {entering === null ? null : <EnterForm line={entering} onClose={() => setEntering(null)} />}
    </>
  );
}
