import {
  CloseCircleFilled,
  DeleteOutlined,
  HourglassOutlined,
  PauseCircleFilled,
  QuestionCircleFilled,
  WarningFilled,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { itemTexts } from '../../../texts/console/item.ts';
import { printable } from '../../../texts/text.ts';
import { StateChip } from '../../parts/state-chip.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { useLanguage, useWords } from '../../words/language.ts';
import { momentWords } from '../../words/moments.ts';
import { greeting } from '../../words/station.ts';
import { ClassChip, LockChip, SecrecyChip, StateOfItem } from '../evidence/chips.tsx';
import { type Item, keepingOf } from './item.ts';

const classes = ['evidence', 'important', 'ordinary', 'unclassified'] as const;
/** From the worst to the best. */
const verdicts = ['overdue', 'late', 'undetermined', 'due_soon', 'pending', 'excused', 'on_time'];

/** How the item stands, in one line. */
export function StateLine({ item }: { readonly item: Item }) {
  const kept = classes.find((one) => one === item.retention['class']) ?? 'unclassified';
  const secrecy = item.tags.find(({ field }) => field === 'classification')?.value ?? null;
  const verdict = verdicts.find((one) => item.verdicts.some((given) => given.verdict === one));
  const { because } = keepingOf(item);
  const held = because.includes('person');
  const lockedUntil = item.original?.retainUntil ?? null;
  return (
    <p className="state-line">
      <StateOfItem state={item.state} />
      {verdict === undefined ? null : <VerdictChip verdict={verdict} />}
      <ClassChip of={kept} />
      {item.state === 'disposed' ? null : <LockChip marks={{ ...noMarks, class: kept, held, lockedUntil }} />}
      {secrecy === null || secrecy === 'ordinary' ? null : <SecrecyChip of={secrecy} />}
      <FindingsWord count={item.findings.filter(({ state }) => state === 'open').length} />
    </p>
  );
}

const noMarks = { officer: null, case: null, classification: null, verdict: null, findings: 0 } as const;

function FindingsWord({ count }: { readonly count: number }) {
  const say = useWords(itemTexts);
  if (count === 0) return null;
  return (
    <StateChip tone="warn" icon={<WarningFilled />}>
      {say('findings_open', { count })}
    </StateChip>
  );
}

/** What is out of the ordinary with it, and what that means for whoever came here. */
export function Notes({ item }: { readonly item: Item }) {
  const say = useWords(itemTexts);
  const { language } = useLanguage();
  const { disposedAt, because } = keepingOf(item);
  const day = disposedAt === null ? '–' : momentWords(disposedAt, greeting.zone, language, 'day');
  return (
    <>
      {item.state === 'disposed' ? (
        <Note icon={<DeleteOutlined />}>{say('disposed_note', { day })}</Note>
      ) : null}
      {item.copies.map(({ vault, damage }) =>
        damage === null ? null : (
          <Note key={vault} icon={<CloseCircleFilled />} bad>
            {say('damaged_note', { vault: printable(vault), kind: say(`damage_${damage}`) })}
          </Note>
        ),
      )}
      {item.state === 'secured' ? <Note icon={<HourglassOutlined />}>{say('secured_note')}</Note> : null}
      {item.assigned ? null : (
        <Note icon={<QuestionCircleFilled />}>
          {say('unassigned_note', { recorder: printable(item.recorder) })}
        </Note>
      )}
      {because.includes('person') ? <Note icon={<PauseCircleFilled />}>{say('held_note')}</Note> : null}
    </>
  );
}

interface NoteProps {
  readonly icon: ReactNode;
  readonly bad?: boolean;
  readonly children: ReactNode;
}

function Note({ icon, bad = false, children }: NoteProps) {
  return (
    <p className={bad ? 'note bad' : 'note'}>
      <span aria-hidden="true">{icon}</span>
      {children}
    </p>
  );
}
