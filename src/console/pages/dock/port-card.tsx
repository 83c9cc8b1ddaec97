import {
  CheckCircleFilled,
  ClockCircleFilled,
  CloseCircleFilled,
  DisconnectOutlined,
  ExclamationCircleFilled,
  PoweroffOutlined,
  RedoOutlined,
  StopFilled,
  WarningFilled,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { verdictTexts } from '../../../texts/chips.ts';
import { liveTexts } from '../../../texts/cli-live.ts';
import { dockLeftTexts, dockRefusalTexts, dockTexts } from '../../../texts/console/dock.ts';
import { sizeWords, spanWords } from '../../../texts/measures.ts';
import type { Text } from '../../../texts/text.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { clockWords } from './clock-words.ts';
import { type PortVerdict, percentOf, phaseOf, verdictOf } from './port-state.ts';
import type { DockedRecorder, DockPort } from './use-dock.ts';

const icons: Readonly<Record<PortVerdict, ReactNode>> = {
  free: <PoweroffOutlined />,
  safe: <CheckCircleFilled />,
  hold: <StopFilled />,
  keep: <WarningFilled />,
  dock_again: <RedoOutlined />,
  refused: <CloseCircleFilled />,
};

interface PortCardProps {
  readonly of: DockPort;
  readonly first: boolean;
  /** The station does not answer: what is shown may not be so any more. */
  readonly gone: boolean;
  readonly onOpen: () => void;
}

/** One port of the dock: whether its recorder may be taken, and everything else smaller. */
export function PortCard({ of, first, gone, onOpen }: PortCardProps) {
  const say = useWords(dockTexts);
  const verdict = verdictOf(of);
  return (
    <button
      type="button"
      className={`port ${gone ? 'gone' : verdict}${isMarked(of) ? ' urged' : ''}`}
      onClick={onOpen}
    >
      <span className="port-head">
        <span className="port-number" role="img" aria-label={say('port', { port: of.port })}>
          {of.port}
        </span>
        <Whose of={of} />
        {first && !gone ? <span className="port-first">{say('first')}</span> : null}
      </span>
      <span className="port-verdict">
        <span aria-hidden="true">{gone ? <DisconnectOutlined /> : icons[verdict]}</span>
        <b>{say(gone ? 'gone_card' : verdict)}</b>
      </span>
      {of.docked === null ? <Last of={of} /> : <Docked of={of.docked} />}
    </button>
  );
}

function isMarked({ docked }: DockPort): boolean {
  return ['late', 'overdue', 'due_soon'].includes(docked?.verdict ?? '');
}

function Whose({ of: { docked } }: { readonly of: DockPort }) {
  const say = useWords(dockTexts);
  if (docked === null) return null;
  const { recorder, officer } = docked;
  return (
    <span className="port-whose">
      <span>{recorder === null ? say('nameless') : say('recorder', { recorder })}</span>
      {officer === null ? null : <span className="quiet">{say('officer', { officer })}</span>}
    </span>
  );
}

function Last({ of: { last } }: { readonly of: DockPort }) {
  const say = useWords(dockTexts);
  if (last === null) return <span className="port-words" />;
  const { recorder, early } = last;
  if (early)
    return (
      <span className="port-words">
        {recorder === null ? say('early_nameless') : say('early', { recorder })}
      </span>
    );
  return <span className="port-words quiet">{recorder === null ? '' : say('taken', { recorder })}</span>;
}

function Docked({ of }: { readonly of: DockedRecorder }) {
  const say = useWords(dockTexts);
  const { language } = useLanguage();
  const phase = (liveTexts as Readonly<Record<string, Text>>)[`live.phase.${phaseOf(of)}`];
  const percent = percentOf(of);
  return (
    <>
      <span className="port-state">
        <span>{of.heldBy === null ? (phase?.[language] ?? of.phase) : say('held')}</span>
        {percent === null || of.safeToTake ? null : <b>{percent}%</b>}
      </span>
      {percent === null || of.safeToTake ? null : (
        <span className="port-bar" aria-hidden="true">
          <span style={{ width: `${percent}%` }} />
        </span>
      )}
      <Words of={of} />
      <Marks of={of} />
    </>
  );
}

/** How far it is, or what became of it. */
function Words({ of }: { readonly of: DockedRecorder }) {
  const say = useWords(dockTexts);
  const refusal = useWords(dockRefusalTexts);
  const { files, bytes, bytesPerSecond, secondsLeft, erasing, erased, phase, heldBy } = of;
  if (phase === 'refused')
    return <span className="port-words">{refusal(known(dockRefusalTexts, of.refused ?? 'other'))}</span>;
  if (erasing !== null) return <span className="port-words">{say('erasing', erasing)}</span>;
  if (of.failed + of.deferred > 0) return <LeftBehind of={of} />;
  if (of.safeToTake) {
    const count = files.total;
    const key = erased !== null && erased.gone > 0 ? 'emptied' : 'all_in';
    const words = count === 1 ? say(`${key}_one`) : say(key, { count });
    return <span className="port-words">{count === 0 ? say('nothing_on_it') : words}</span>;
  }
  if (heldBy !== null) return <span className="port-words">{say('held_says', { port: heldBy })}</span>;
  if (files.total === 0) return <span className="port-words" />;
  return (
    <span className="port-words figures">
      <span>{say('files', files)}</span>
      <span>{say('of_bytes', { done: sizeWords(bytes.done), total: sizeWords(bytes.total) })}</span>
      {bytesPerSecond === 0 ? null : <span>{say('rate', { rate: sizeWords(bytesPerSecond) })}</span>}
      {secondsLeft === null ? null : <b>{say('time_left', { time: spanWords(secondsLeft) })}</b>}
    </span>
  );
}

function LeftBehind({ of: { failed, deferred, left } }: { readonly of: DockedRecorder }) {
  const say = useWords(dockTexts);
  const why = useWords(dockLeftTexts);
  const reasons = left.map(({ reason }) => why(known(dockLeftTexts, reason)));
  const [one] = reasons;
  return (
    <span className="port-words">
      {failed + deferred === 1 ? say('left_behind_one') : say('left_behind', { count: failed + deferred })}
      {one === undefined ? '' : ` · ${one}`}
    </span>
  );
}

/** Whether it came in time, and how full it is. */
function Marks({ of: { verdict, due, space } }: { readonly of: DockedRecorder }) {
  const say = useWords(dockTexts);
  const { language } = useLanguage();
  const late = verdict === 'late' || verdict === 'overdue';
  const word = (verdictTexts as Readonly<Record<string, Text>>)[verdict ?? ''];
  return (
    <span className="port-marks">
      {word !== undefined && (late || verdict === 'due_soon') ? (
        <span className={late ? 'late' : 'soon'}>
          <span aria-hidden="true">{late ? <ExclamationCircleFilled /> : <ClockCircleFilled />}</span>
          {word[language]}
          {verdict === 'due_soon' && due !== null
            ? ` · ${say('due', { time: clockWords(due, language) })}`
            : ''}
        </span>
      ) : null}
      {space === null ? null : (
        <span className="quiet">
          {say('space', { free: sizeWords(space.free), total: sizeWords(space.bytes) })}
        </span>
      )}
    </span>
  );
}

function known<T extends object>(texts: T, code: string): keyof T {
  return (Object.hasOwn(texts, code) ? code : 'other') as keyof T;
}
