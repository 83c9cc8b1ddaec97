import { PlayCircleFilled } from '@ant-design/icons';
import { Button, Progress, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { Answer } from '../../../api/client/client.ts';
import { itemWatchTexts } from '../../../texts/console/item-watching.ts';
import { useAnswer, useDeed } from '../../data/answers.ts';
import { problemOf } from '../../data/ask-station.ts';
import { useMay } from '../../data/session.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/language.ts';
import { AskToWatch } from './ask-to-watch.tsx';
import { type Item, isDisposed } from './item.ts';
import { Section } from './section.tsx';
import { TakeAway } from './take-away.tsx';

const Player = lazy(() => import('./player.tsx'));
type ViewingCopy = Answer<'viewingState'>;
const pollMs = 2_000;

interface WatchingProps {
  readonly evidence: string;
  /** Null: its facts lie beyond the reader's reach, and an approval may open its footage all the same. */
  readonly item: Item | null;
}

/** The footage, as far as whoever is here may see it: its copy for watching, or what it waits for. */
export function Watching({ evidence, item }: WatchingProps) {
  const say = useWords(itemWatchTexts);
  const may = useMay();
  return (
    <Section title={say('footage')}>
      {!may('evidence.watch') ? (
        <p className="quiet">{say('no_role')}</p>
      ) : item !== null && isDisposed(item) ? (
        <p className="quiet">{say('gone')}</p>
      ) : (
        <Footage
          evidence={evidence}
          stored={item === null || item.state === 'stored'}
          mayAsk={item !== null}
        />
      )}
    </Section>
  );
}

interface FootageProps {
  readonly evidence: string;
  readonly stored: boolean;
  readonly mayAsk: boolean;
}

function Footage({ evidence, stored, mayAsk }: FootageProps) {
  const say = useWords(itemWatchTexts);
  const [everyMs, setEvery] = useState<number | undefined>(undefined);
  const options = everyMs === undefined ? {} : { everyMs };
  const { data, error, refetch, isPending } = useAnswer('viewingState', { params: { evidence } }, options);
  const waits = data?.state === 'waiting';
  if (waits !== (everyMs !== undefined)) setEvery(waits ? pollMs : undefined);
  if (isPending) return <Skeleton paragraph={{ rows: 2 }} title={false} />;
  const code = problemOf(error)?.code;
  if (code === 'access.may_not_watch') return <AskToWatch evidence={evidence} mayAsk={mayAsk} />;
  if (error !== null) return <ProblemNote error={error} again={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <>
      {stored ? <CopyState copy={data} /> : <p className="quiet">{say('not_stored')}</p>}
      <TakeAway evidence={evidence} copy={data} />
    </>
  );
}

function CopyState({ copy }: { readonly copy: ViewingCopy }) {
  const say = useWords(itemWatchTexts);
  const [watching, setWatching] = useState(false);
  const ask = useDeed('viewingAsk', ['viewingState']);
  const make = () => ask.mutate({ params: { evidence: copy.evidence } });
  const says =
    copy.state === 'waiting' || copy.state === 'gone' || copy.state === 'failed' || copy.state === 'removed'
      ? say(copy.state)
      : say('none');
  if (copy.state === 'made')
    return watching ? (
      <Suspense fallback={<Skeleton paragraph={{ rows: 6 }} />}>
        <Player evidence={copy.evidence} copy={copy} />
      </Suspense>
    ) : (
      <div className="to-watch">
        <Button
          type="primary"
          size="large"
          icon={<PlayCircleFilled aria-hidden="true" />}
          onClick={() => setWatching(true)}
        >
          {say('watch')}
        </Button>
        <p className="quiet">{say('is_recorded')}</p>
        <p className="quiet">{say('copy_not_original')}</p>
      </div>
    );
  return (
    <div className="to-watch" role="status">
      <p>
        <b>{says}</b>
      </p>
      {copy.why === null ? null : <p className="wraps">{copy.why}</p>}
      {copy.state === 'failed' ? <p className="quiet">{say('failed_next')}</p> : null}
      {copy.state === 'waiting' ? (
        <Progress percent={Math.round(copy.percent ?? 0)} aria-label={say('waiting')} />
      ) : null}
      {copy.state === 'none' || copy.state === 'removed' || copy.state === 'failed' ? (
        <Button type={copy.state === 'failed' ? 'default' : 'primary'} loading={ask.isPending} onClick={make}>
          {say(copy.state === 'failed' ? 'try_again' : 'make')}
        </Button>
      ) : null}
      {ask.error === null ? null : <ProblemNote error={ask.error} />}
    </div>
  );
}
