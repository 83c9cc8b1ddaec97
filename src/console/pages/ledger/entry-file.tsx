import { LeftOutlined, RightOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { deskTexts } from '../../../texts/console/desk.ts';
import { ledgerPageTexts } from '../../../texts/console/ledger.ts';
import { printable } from '../../../texts/text.ts';
import { useAnswer } from '../../data/answers.ts';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { addressOf } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';
import { ActorText } from './actor-text.tsx';
import { EntryRaw } from './entry-raw.tsx';
import { ProofPart } from './proof-part.tsx';
import { useCheckpoint } from './use-checkpoint.ts';

/** One entry: what it says, its proof, and as it was written. */
export function EntryFile({ place }: { readonly place: string }) {
  const say = useWords(ledgerPageTexts);
  const seq = Number(place);
  const entry = useAnswer('entry', { params: { seq } });
  return (
    <div className="entry-file">
      <PageHead title={say('entry_title', { seq: place })} help={say('entry_help')}>
        <Neighbours seq={seq} there={entry.data !== undefined} />
      </PageHead>
      {entry.error === null ? null : <ProblemNote error={entry.error} again={() => void entry.refetch()} />}
      {entry.isPending && entry.error === null ? <Skeleton paragraph={{ rows: 6 }} /> : null}
      {entry.data === undefined ? null : (
        <>
          <section className="entry-said" aria-label={say('says')}>
            <p className="entry-sentence">{printable(entry.data.words ?? entry.data.type)}</p>
            <dl>
              <Fact title={say('at')}>
                <TimeText at={entry.data.at} fineness="second" />
              </Fact>
              <Fact title={say('actor')}>
                <ActorText actor={entry.data.actor} />
              </Fact>
              <Fact title={say('subject')}>
                <span className="mono">
                  {printable(`${entry.data.subject.kind}:${entry.data.subject.id}`)}
                </span>
              </Fact>
              <Fact title={say('type')}>
                <span className="mono">{entry.data.type}</span>
              </Fact>
            </dl>
          </section>
          <ProofPart seq={seq} />
          <EntryRaw seq={seq} />
        </>
      )}
    </div>
  );
}

function Fact({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Neighbours({ seq, there }: { readonly seq: number; readonly there: boolean }) {
  const say = useWords(ledgerPageTexts);
  const desk = useWords(deskTexts);
  const { data } = useCheckpoint();
  const at = (place: number) => addressOf('ledger', String(place));
  return (
    <nav className="neighbours" aria-label={say('seq')}>
      {there && seq > 0 ? (
        <Link to={at(seq - 1)}>
          <LeftOutlined aria-hidden="true" /> {say('entry_before')}
        </Link>
      ) : null}
      {seq + 1 < (data?.size ?? 0) ? (
        <Link to={at(seq + 1)}>
          {say('entry_after')} <RightOutlined aria-hidden="true" />
        </Link>
      ) : null}
      <Link to={addressOf('ledger')}>
        <UnorderedListOutlined aria-hidden="true" /> {desk('back')}
      </Link>
    </nav>
  );
}
