import '../../look/desk.css';
import { Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { lateTexts } from '../../../texts/console/late.ts';
import { pageNames } from '../../../texts/console/pages.ts';
import { askStation } from '../../data/ask-station.ts';
import { useMay } from '../../data/session.ts';
import { ExportButton, PrintButton } from '../../parts/export-buttons.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Switch } from '../../parts/switch.tsx';
import { usePlace } from '../../shell/place.ts';
import { spanIn } from '../../words/days-asked.ts';
import { useWords } from '../../words/language.ts';
import { Board, type Kind, kinds, ofKind } from './board.tsx';
import { MissingBoard, useMissing } from './missing.tsx';
import { Reasons } from './reasons.tsx';
import { groupings, type Judged, useJudged } from './report.ts';

const Charts = lazy(() => import('./charts.tsx'));
const tones = { overdue: 'bad', late: 'warn', pending: '', undetermined: '', missing: 'warn' } as const;

export default function LatePage() {
  const say = useWords(lateTexts);
  const name = useWords(pageNames);
  const { search } = usePlace();
  const span = spanIn(search);
  const { data: judged, error, refetch } = useJudged(span);
  const by = groupings.find((one) => one === search.get('by')) ?? 'week';
  return (
    <>
      <PageHead title={name('late')} help={say('help')}>
        <PrintButton />
        <ExportButton
          name="punctuality"
          ask={(format) => askStation('reportPunctuality', { query: { format, ...span } })}
        />
      </PageHead>
      <div className="alone">
        <FilterBar filters={[{ kind: 'days', name: 'since', until: 'until', title: say('limits_end') }]} />
      </div>
      <div className="part">
        {error === null ? null : <ProblemNote error={error} again={() => void refetch()} />}
        {judged === undefined && error === null ? <Skeleton active={false} /> : null}
        {judged === undefined ? null : <Boards judged={judged} />}
      </div>
      <Reasons judged={judged ?? []} />
      <section className="part">
        <h2>{say('charts')}</h2>
        <Switch
          title={say('by')}
          name="by"
          chosen={by}
          choices={groupings.map((value) => ({
            value,
            label: say(value === 'officer' ? 'by_officer' : value),
          }))}
        />
        <Suspense fallback={<Skeleton active={false} />}>
          <Charts by={by} span={span} />
        </Suspense>
      </section>
    </>
  );
}

function Boards({ judged }: { readonly judged: readonly Judged[] }) {
  return useMay()('alarm.see') ? <WithMissing judged={judged} /> : <Tiles judged={judged} missing={null} />;
}

function WithMissing({ judged }: { readonly judged: readonly Judged[] }) {
  return <Tiles judged={judged} missing={useMissing()} />;
}

interface TilesProps {
  readonly judged: readonly Judged[];
  /** Null: whoever looks does not see it. */
  readonly missing: ReturnType<typeof useMissing> | null;
}

function Tiles({ judged, missing }: TilesProps) {
  const say = useWords(lateTexts);
  const asked = usePlace().search.get('board');
  const kind = kinds.find((one) => one === asked) ?? 'overdue';
  const chosen = asked === 'missing' && missing !== null ? 'missing' : kind;
  const tile = (value: Kind | 'missing', count: string | number) => ({
    value,
    label: (
      <span className={tones[value]}>
        {say(value)}
        <br />
        <b>{count}</b>
        <br />
        <small>{say(`${value}_says`)}</small>
      </span>
    ),
  });
  const tiles = kinds.map((one) => tile(one, ofKind(judged, one).length));
  const more = missing?.hasNextPage === true ? '+' : '';
  const all = missing === null ? tiles : [...tiles, tile('missing', `${missing.rows.length}${more}`)];
  return (
    <>
      <Switch title={say('board')} name="board" look="tiles" chosen={chosen} choices={all} />
      {chosen === 'missing' && missing !== null ? (
        <MissingBoard missing={missing} />
      ) : (
        <Board kind={kind} judged={judged} />
      )}
    </>
  );
}
