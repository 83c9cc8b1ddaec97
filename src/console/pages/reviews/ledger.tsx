import {
  CheckCircleFilled,
  CloseCircleFilled,
  EditOutlined,
  ExclamationCircleFilled,
  HourglassOutlined,
} from '@ant-design/icons';
import { reviewsTexts } from '../../../texts/console/reviews.ts';
import { printable } from '../../../texts/text.ts';
import { useMay, useWho } from '../../data/session.ts';
import { AccountText } from '../../parts/account-text.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Link } from '../../parts/link.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { addressOf } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';
import type { ReviewAnswer, ReviewLine } from './review-file.tsx';

interface ReviewLedgerProps {
  readonly review: ReviewAnswer;
  readonly enter: (line: ReviewLine) => void;
}

/** Each drawn case, who reviews it, and what was found. */
export function ReviewLedger({ review: { lines, people }, enter }: ReviewLedgerProps) {
  const say = useWords(reviewsTexts);
  const none = <span className="quiet">–</span>;
  const words = (text: string | null) =>
    text === null ? none : <span className="said">{printable(text)}</span>;
  return (
    <DataTable
      caption={say('ledger')}
      columns={[
        {
          name: 'case',
          title: say('case'),
          cell: (line) => (
            <Link to={addressOf('cases', line.case)} className="nowrap">
              {printable(line.case)}
            </Link>
          ),
        },
        { name: 'title', title: say('title'), kind: 'long', cell: ({ title }) => words(title) },
        { name: 'handler', title: say('handler'), cell: ({ handler }) => handler ?? none },
        {
          name: 'reviewer',
          title: say('reviewer'),
          cell: ({ reviewer }) => <AccountText account={reviewer} people={people} />,
        },
        { name: 'grade', title: say('grade'), cell: ({ grade }) => <Grade grade={grade} /> },
        { name: 'found', title: say('found'), cell: ({ found }) => words(found) },
        { name: 'mend', title: say('mend'), cell: ({ mend }) => words(mend) },
        {
          name: 'enter',
          title: say('enter'),
          cell: (line) => (
            <Enter line={line} who={people[line.reviewer] ?? line.reviewer} enter={() => enter(line)} />
          ),
        },
      ]}
      rows={lines}
      keyOf={(line) => line.case}
    />
  );
}

const looks = {
  good: { tone: 'good', icon: <CheckCircleFilled /> },
  fair: { tone: 'warn', icon: <ExclamationCircleFilled /> },
  poor: { tone: 'bad', icon: <CloseCircleFilled /> },
} as const;

function Grade({ grade }: { readonly grade: ReviewLine['grade'] }) {
  const say = useWords(reviewsTexts);
  if (grade === null)
    return (
      <StateChip tone="quiet" icon={<HourglassOutlined />}>
        {say('waiting')}
      </StateChip>
    );
  return <StateChip {...looks[grade]}>{say(grade)}</StateChip>;
}

interface EnterProps {
  readonly line: ReviewLine;
  readonly who: string;
  readonly enter: () => void;
}

function Enter({ line, who, enter }: EnterProps) {
  const say = useWords(reviewsTexts);
  const { account } = useWho();
  const may = useMay();
  const mine = line.reviewer === account && may('review.enter');
  return (
    <WhyDisabled
      why={mine ? null : say('not_yours', { who })}
      icon={<EditOutlined />}
      aria-label={`${say(line.grade === null ? 'enter' : 'enter_again')} ${printable(line.case)}`}
      onClick={enter}
    >
      {say(line.grade === null ? 'enter' : 'enter_again')}
    </WhyDisabled>
  );
}
