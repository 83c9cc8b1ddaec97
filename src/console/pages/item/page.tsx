import './item.css';
import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { itemTexts } from '../../../texts/console/item.ts';
import { pageNames } from '../../../texts/console/pages.ts';
import { problemOf } from '../../data/ask-station.ts';
import { useMay } from '../../data/session.ts';
import type { PageProps } from '../../page-row.ts';
import { Empty } from '../../parts/empty.tsx';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { addressOf } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';
import { Deadline } from './deadline.tsx';
import { Facts } from './facts.tsx';
import { Findings } from './findings.tsx';
import { type Item, useItem } from './item.ts';
import { Keeping } from './keeping.tsx';
import { Notes, StateLine } from './notes.tsx';
import { Story } from './story.tsx';
import { Tags } from './tags.tsx';
import { TrackMap } from './track-map.tsx';
import { Verify } from './verify.tsx';
import { Watching } from './watching.tsx';

const notThere: readonly string[] = ['station.evidence_unknown', 'api.row_gone'];

export default function ItemPage({ thing }: PageProps) {
  const say = useWords(itemTexts);
  const name = useWords(pageNames);
  const evidence = thing ?? '';
  const { data: item, error, isPending, refetch } = useItem(evidence);
  const may = useMay();
  if (isPending)
    return (
      <>
        <PageHead title={`${name('item')} ${evidence}`} help={say('help')} />
        <Skeleton paragraph={{ rows: 10 }} />
      </>
    );
  if (item !== undefined) return <Whole item={item} />;
  const missing = notThere.includes(problemOf(error)?.code ?? '');
  return (
    <>
      <PageHead
        title={missing ? say('not_here') : name('item')}
        help={missing ? say('not_here_next') : say('help')}
      >
        <BackToList />
      </PageHead>
      {missing ? (
        // An approval opens footage that lies beyond somebody's reach.
        may('evidence.watch') ? (
          <Watching evidence={evidence} item={null} />
        ) : (
          <div className="panel">
            <Empty says={say('not_here')} next={say('not_here_next')} />
          </div>
        )
      ) : (
        <ProblemNote error={error} again={() => void refetch()} />
      )}
    </>
  );
}

function BackToList() {
  const say = useWords(itemTexts);
  return (
    <Link to={addressOf('evidence')} className="back">
      <ArrowLeftOutlined aria-hidden="true" /> {say('back')}
    </Link>
  );
}

function Whole({ item }: { readonly item: Item }) {
  const say = useWords(itemTexts);
  const name = useWords(pageNames);
  return (
    <>
      <PageHead title={`${name('item')} ${item.evidenceId}`} help={say('help')}>
        <BackToList />
        <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
          {say('print')}
        </Button>
      </PageHead>
      <StateLine item={item} />
      <Notes item={item} />
      <div className="item">
        <div className="item-main">
          <Watching evidence={item.evidenceId} item={item} />
          <Deadline item={item} />
          <Findings item={item} />
          <Story item={item} />
        </div>
        <div className="item-side">
          <Verify item={item} />
          <Tags item={item} />
          <Facts item={item} />
          <Keeping item={item} />
          <TrackMap item={item} />
        </div>
      </div>
    </>
  );
}
