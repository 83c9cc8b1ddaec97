import { AlertFilled, ReloadOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { pageNames } from '../../../texts/console/pages.ts';
import { checkTexts, stationTexts } from '../../../texts/console/station.ts';
import { useAnswer } from '../../data/answers.ts';
import { useMay } from '../../data/session.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { addressOf } from '../../shell/place.ts';
import { useCode, useWords } from '../../words/language.ts';
import { type Check, CheckChip, worstFirst } from './check-chip.tsx';
import { HealthTiles } from './health-tiles.tsx';
import { StationParts } from './station-parts.tsx';

/** Whether the station is well: one sentence, a tile a subject, and every check below. */
export function Health() {
  const say = useWords(stationTexts);
  const name = useWords(pageNames);
  const doctor = useAnswer('doctor', {}, { everyMs: 120_000 });
  const status = useAnswer('stationStatus', {}, { everyMs: 30_000 });
  const fixity = useAnswer('fixityState', {}, { enabled: useMay()('fixity.see'), everyMs: 120_000 });
  const error = doctor.error ?? status.error;
  const again = (): void => void Promise.all([doctor.refetch(), status.refetch(), fixity.refetch()]);
  const checks = doctor.data?.checks ?? null;
  return (
    <>
      <PageHead title={name('station')} help={say('health_help')}>
        <Button type="primary" icon={<ReloadOutlined />} loading={doctor.isFetching} onClick={again}>
          {say('check_again')}
        </Button>
      </PageHead>
      <StationParts at="health" />
      {error === null ? null : <ProblemNote error={error} again={again} />}
      {checks === null || status.data === undefined ? (
        error === null ? (
          <Skeleton paragraph={{ rows: 8 }} />
        ) : null
      ) : (
        <>
          <Verdict checks={checks} alarms={status.data.alarms} />
          <HealthTiles checks={checks} status={status.data} fixity={fixity.data ?? null} />
          <Checks checks={checks} />
        </>
      )}
    </>
  );
}

interface VerdictProps {
  readonly checks: readonly Check[];
  readonly alarms: Readonly<Record<string, number>>;
}

function Verdict({ checks, alarms }: VerdictProps) {
  const say = useWords(stationTexts);
  const failed = checks.filter(({ state }) => state === 'failed').length;
  const warned = checks.filter(({ state }) => state === 'warning').length;
  const { open = 0, critical = 0 } = alarms;
  const [tone, icon, sentence] =
    failed > 0
      ? (['bad', 'failed', say('broken', { count: failed })] as const)
      : warned > 0
        ? (['warn', 'warning', say('works_but', { count: warned })] as const)
        : (['good', 'ok', say('all_well')] as const);
  return (
    <section className={`verdict ${tone}`} role="status">
      <CheckChip state={icon} bare />
      <strong>{sentence}</strong>
      <Link to={addressOf('station', 'alarms')} className={open > 0 ? 'verdict-alarms' : 'quiet'}>
        {open > 0 ? <AlertFilled aria-hidden="true" /> : null}{' '}
        {open > 0 ? say('alarms_open', { count: open }) : say('alarms_none')}
        {critical > 0 ? `, ${say('alarms_critical', { count: critical })}` : null}
      </Link>
    </section>
  );
}

function Checks({ checks }: { readonly checks: readonly Check[] }) {
  const say = useWords(stationTexts);
  const word = useCode(checkTexts);
  const rows = worstFirst(checks);
  return (
    <section className="part">
      <h2>{say('every_check')}</h2>
      <DataTable
        caption={say('every_check')}
        rows={rows}
        keyOf={({ check, says }) => `${check} ${says}`}
        columns={[
          { name: 'state', title: say('state'), cell: ({ state }) => <CheckChip state={state} /> },
          {
            name: 'check',
            title: say('check'),
            cell: ({ check }) => <span className="nowrap">{word(check)}</span>,
          },
          { name: 'says', title: say('found'), cell: ({ says }) => <span className="said">{says}</span> },
          {
            name: 'next',
            title: say('next'),
            cell: ({ next }) =>
              next === null ? (
                <span className="quiet">{say('nothing_to_do')}</span>
              ) : (
                <span className="said">{next}</span>
              ),
          },
        ]}
      />
    </section>
  );
}
