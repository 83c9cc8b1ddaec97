import {
  CheckCircleOutlined,
  DeleteOutlined,
  EyeInvisibleOutlined,
  FileProtectOutlined,
  FolderOutlined,
  LockOutlined,
  PauseCircleFilled,
  QuestionCircleOutlined,
  SafetyCertificateOutlined,
  StarFilled,
  UnlockOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { classTexts, secrecyTexts } from '../../../texts/chips.ts';
import { evidencePageTexts, evidenceStateTexts } from '../../../texts/console/evidence.ts';
import { StateChip, type Tone } from '../../parts/state-chip.tsx';
import { useCode, useLanguage, useWords } from '../../words/language.ts';
import { momentWords } from '../../words/moments.ts';
import { greeting } from '../../words/station.ts';
import type { EvidenceLine } from './columns.tsx';

export function FindingsChip({ count }: { readonly count: number }) {
  const say = useWords(evidencePageTexts);
  if (count === 0) return <span className="quiet">{say('no_findings')}</span>;
  return (
    <StateChip tone="warn" icon={<WarningFilled />}>
      {say('finding_count', { count })}
    </StateChip>
  );
}

const classLooks = {
  evidence: { tone: 'info', icon: <FileProtectOutlined /> },
  important: { tone: 'info', icon: <StarFilled /> },
  ordinary: { tone: 'quiet', icon: <FolderOutlined /> },
  unclassified: { tone: 'quiet', icon: <QuestionCircleOutlined /> },
} as const satisfies Readonly<Record<string, { tone: Tone; icon: React.ReactNode }>>;

export function ClassChip({ of }: { readonly of: EvidenceLine['marks']['class'] }) {
  const word = useCode(classTexts);
  return <StateChip {...classLooks[of]}>{word(of)}</StateChip>;
}

export function SecrecyChip({ of }: { readonly of: string }) {
  const word = useCode(secrecyTexts);
  return (
    <StateChip tone={of === 'ordinary' ? 'quiet' : 'hold'} icon={<EyeInvisibleOutlined />}>
      {word(of)}
    </StateChip>
  );
}

export function LockChip({ marks }: { readonly marks: EvidenceLine['marks'] }) {
  const say = useWords(evidencePageTexts);
  const { language } = useLanguage();
  const { lockedUntil, held } = marks;
  if (held)
    return (
      <StateChip tone="hold" icon={<PauseCircleFilled />}>
        {say('held')}
      </StateChip>
    );
  if (lockedUntil === null)
    return (
      <StateChip tone="warn" icon={<UnlockOutlined />}>
        {say('unlocked')}
      </StateChip>
    );
  return (
    <StateChip tone="quiet" icon={<LockOutlined />}>
      {say('locked_until', { day: momentWords(lockedUntil, greeting.zone, language, 'day') })}
    </StateChip>
  );
}

const stateLooks = {
  stored: { tone: 'good', icon: <SafetyCertificateOutlined /> },
  secured: { tone: 'warn', icon: <CheckCircleOutlined /> },
  disposed: { tone: 'quiet', icon: <DeleteOutlined /> },
} as const satisfies Readonly<Record<string, { tone: Tone; icon: React.ReactNode }>>;

export function StateOfItem({ state }: { readonly state: EvidenceLine['state'] }) {
  const word = useCode(evidenceStateTexts);
  return <StateChip {...stateLooks[state]}>{word(state)}</StateChip>;
}
