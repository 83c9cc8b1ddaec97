import type { ReactNode } from 'react';
import type { Answer } from '../../../api/client/client.ts';
import { healthTexts, stationTexts } from '../../../texts/console/station.ts';
import { sizeWords } from '../../../texts/measures.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { momentWords } from '../../words/moments.ts';
import { greeting } from '../../words/station.ts';
import { type Check, CheckChip, type CheckState, worstFirst } from './check-chip.tsx';

type Status = Answer<'stationStatus'>;
type Fixity = Answer<'fixityState'>;
type Subject = keyof typeof healthTexts;

/** Which of the doctor's checks belong to a subject. */
const checksOf: Readonly<Record<Subject, readonly string[]>> = {
  disk: ['space', 'write', 'filesystem', 'direct'],
  vault: ['vault', 'immutable', 'strays', 'store'],
  queue: [],
  mirror: ['mirror'],
  fixity: [],
  backup: ['backup'],
  clock: ['clock', 'ledger_time'],
  calendar: ['calendar'],
  key: ['key', 'database', 'data'],
  tools: ['ffmpeg', 'ffprobe', 'exiftool', 'confinement', 'font', 'node'],
  dock: ['dock', 'usb', 'profiles'],
};

interface HealthTilesProps {
  readonly checks: readonly Check[];
  readonly status: Status;
  readonly fixity: Fixity | null;
}

/** A tile a subject: how it stands, and the one line that matters most. */
export function HealthTiles({ checks, status, fixity }: HealthTilesProps) {
  const about = (subject: Subject): readonly Check[] =>
    worstFirst(checksOf[subject].flatMap((name) => checks.filter(({ check }) => check === name)));
  const tile = (subject: Subject, more: ReactNode = null) => (
    <Tile subject={subject} checks={about(subject)} more={more} />
  );
  return (
    <div className="health">
      {tile('disk', <Room vault={status.vault} />)}
      {tile('vault', <Stored count={status.counts['stored'] ?? 0} />)}
      <QueueTile status={status} />
      {tile('mirror')}
      {fixity === null ? null : <FixityTile fixity={fixity} />}
      {tile('backup')}
      {tile('clock')}
      {tile('calendar')}
      {tile('key')}
      {tile('tools')}
      {tile('dock')}
    </div>
  );
}

interface TileProps {
  readonly subject: Subject;
  readonly checks: readonly Check[];
  readonly more: ReactNode;
}

function Tile({ subject, checks, more }: TileProps) {
  const first = checks[0];
  if (first === undefined) return null;
  const { state, says } = first;
  return (
    <Shape subject={subject} state={state}>
      {more}
      {more !== null && state === 'ok' ? null : <p className="said">{says}</p>}
    </Shape>
  );
}

interface ShapeProps {
  readonly subject: Subject;
  readonly state: CheckState;
  readonly children: ReactNode;
}

function Shape({ subject, state, children }: ShapeProps) {
  const say = useWords(healthTexts);
  return (
    <section className={`tile ${state}`}>
      <header>
        <h2>{say(subject)}</h2>
        <CheckChip state={state} />
      </header>
      {children}
    </section>
  );
}

function Room({ vault: { freeBytes, totalBytes } }: { readonly vault: Status['vault'] }) {
  const say = useWords(stationTexts);
  if (freeBytes === null || totalBytes === null || totalBytes === 0) return null;
  const percent = Math.round((100 * (totalBytes - freeBytes)) / totalBytes);
  return (
    <>
      <p>
        <b>{say('free_of', { free: sizeWords(freeBytes), total: sizeWords(totalBytes) })}</b>
      </p>
      <meter min={0} max={100} high={90} value={percent} aria-label={say('free_share', { percent })} />
      <p className="quiet">{say('free_share', { percent })}</p>
    </>
  );
}

function Stored({ count }: { readonly count: number }) {
  const say = useWords(stationTexts);
  return (
    <p>
      <b>{say('stored', { count })}</b>
    </p>
  );
}

function QueueTile({ status }: { readonly status: Status }) {
  const say = useWords(stationTexts);
  const secured = status.counts['secured'] ?? 0;
  const viewing = Number(status.viewing['waiting'] ?? 0);
  const lines = [
    ...(status.dockings.length > 0 ? [say('queue_docked', { count: status.dockings.length })] : []),
    ...(secured > 0 ? [say('queue_secured', { count: secured })] : []),
    ...(viewing > 0 ? [say('queue_viewing', { count: viewing })] : []),
  ];
  return (
    <Shape subject="queue" state={secured > 0 && status.dockings.length === 0 ? 'warning' : 'ok'}>
      {(lines.length === 0 ? [say('queue_none')] : lines).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Shape>
  );
}

function FixityTile({ fixity: { vaults } }: { readonly fixity: Fixity }) {
  const say = useWords(stationTexts);
  const { language } = useLanguage();
  const damaged = vaults.reduce((sum, one) => sum + one.damaged, 0);
  const overdue = vaults.reduce((sum, one) => sum + one.overdue, 0);
  const since = vaults.map(({ allSince }) => allSince ?? '').sort()[0] ?? '';
  return (
    <Shape subject="fixity" state={damaged > 0 ? 'failed' : overdue > 0 ? 'warning' : 'ok'}>
      {damaged > 0 ? <p>{say('fixity_damaged', { count: damaged })}</p> : null}
      {overdue > 0 ? <p>{say('fixity_overdue', { count: overdue })}</p> : null}
      <p>
        {since === ''
          ? say('fixity_none')
          : say('fixity_sound', { day: momentWords(since, greeting.zone, language, 'day') })}
      </p>
    </Shape>
  );
}
