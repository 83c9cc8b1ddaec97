import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  ExclamationCircleFilled,
  FileDoneOutlined,
  HourglassOutlined,
  QuestionCircleOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { verdictTexts } from '../../texts/chips.ts';
import { useCode } from '../words/language.ts';
import { StateChip, type Tone } from './state-chip.tsx';

const looks: Readonly<Record<string, { readonly tone: Tone; readonly icon: ReactNode }>> = {
  on_time: { tone: 'good', icon: <CheckCircleFilled /> },
  excused: { tone: 'info', icon: <FileDoneOutlined /> },
  pending: { tone: 'quiet', icon: <HourglassOutlined /> },
  due_soon: { tone: 'warn', icon: <ClockCircleOutlined /> },
  late: { tone: 'warn', icon: <ExclamationCircleFilled /> },
  overdue: { tone: 'bad', icon: <CloseCircleFilled /> },
};
const unknown = { tone: 'quiet', icon: <QuestionCircleOutlined /> } as const;

/** Whether something came in time. */
export function VerdictChip({ verdict }: { readonly verdict: string }) {
  const word = useCode(verdictTexts);
  const { tone, icon } = looks[verdict] ?? unknown;
  return (
    <StateChip tone={tone} icon={icon}>
      {word(verdict)}
    </StateChip>
  );
}
