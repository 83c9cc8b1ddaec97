import {
  AlertFilled,
  CheckCircleFilled,
  CloseCircleFilled,
  HistoryOutlined,
  HourglassOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { requestsTexts } from '../../../texts/console/requests.ts';
import type { RowOf } from '../../data/answers.ts';
import { StateChip } from '../../parts/state-chip.tsx';
import { useWords } from '../../words/language.ts';

export type RequestLine = RowOf<'requestList'>;

const looks = {
  submitted: { tone: 'warn', icon: <HourglassOutlined /> },
  approved: { tone: 'good', icon: <CheckCircleFilled /> },
  rejected: { tone: 'bad', icon: <CloseCircleFilled /> },
  withdrawn: { tone: 'quiet', icon: <UndoOutlined /> },
  expired: { tone: 'quiet', icon: <HistoryOutlined /> },
} as const;

export function RequestChip({ state }: { readonly state: RequestLine['state'] }) {
  const say = useWords(requestsTexts);
  return <StateChip {...looks[state]}>{say(state)}</StateChip>;
}

export function EmergencyChip() {
  const say = useWords(requestsTexts);
  return (
    <StateChip tone="bad" icon={<AlertFilled />}>
      {say('emergency')}
    </StateChip>
  );
}
