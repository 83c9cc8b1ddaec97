import {
  CheckCircleFilled,
  CloseCircleFilled,
  QuestionCircleOutlined,
  WarningFilled,
} from '@ant-design/icons';
import type { Answer } from '../../../api/client/client.ts';
import { checkStateTexts } from '../../../texts/console/station.ts';
import { StateChip, type Tone } from '../../parts/state-chip.tsx';
import { useWords } from '../../words/language.ts';

export type Check = Answer<'doctor'>['checks'][number];
export type CheckState = Check['state'];

const looks = {
  ok: { tone: 'good', icon: <CheckCircleFilled /> },
  unknown: { tone: 'quiet', icon: <QuestionCircleOutlined /> },
  warning: { tone: 'warn', icon: <WarningFilled /> },
  failed: { tone: 'bad', icon: <CloseCircleFilled /> },
} as const satisfies Readonly<Record<CheckState, { tone: Tone; icon: React.ReactNode }>>;

const ranks: readonly CheckState[] = ['failed', 'warning', 'unknown', 'ok'];

/** @param bare the icon alone, beside a sentence that says it */
export function CheckChip({ state, bare = false }: { readonly state: CheckState; readonly bare?: boolean }) {
  const say = useWords(checkStateTexts);
  const { tone, icon } = looks[state];
  if (bare)
    return (
      <span className="verdict-icon" aria-hidden="true">
        {icon}
      </span>
    );
  return (
    <StateChip tone={tone} icon={icon}>
      {say(state)}
    </StateChip>
  );
}

/** Pure. */
export function worstFirst(checks: readonly Check[]): readonly Check[] {
  return ranks.flatMap((rank) => checks.filter(({ state }) => state === rank));
}
