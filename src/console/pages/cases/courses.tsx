import { CheckCircleFilled, QuestionCircleFilled } from '@ant-design/icons';
import { casesTexts } from '../../../texts/console/cases.ts';
import { printable } from '../../../texts/text.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Link } from '../../parts/link.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { VerdictChip } from '../../parts/verdict-chip.tsx';
import { addressOf } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';
import type { CaseFileAnswer } from './case-file.tsx';

type Course = CaseFileAnswer['courses'][number];
type Line = { readonly course: Course; readonly first: boolean } & Course['recordings'][number][number];

/** What is filed under a case, course by course, segments in their order. */
export function Courses({ courses }: { readonly courses: readonly Course[] }) {
  const say = useWords(casesTexts);
  const lines: readonly Line[] = courses.flatMap((course) =>
    course.recordings.flat().map((recording, i) => ({ ...recording, course, first: i === 0 })),
  );
  if (lines.length === 0) return <p className="card quiet">{say('nothing_filed')}</p>;
  return (
    <DataTable
      caption={say('courses')}
      columns={[
        {
          name: 'course',
          title: say('course'),
          cell: ({ course, first }) => (first ? <CourseText course={course} /> : null),
        },
        {
          name: 'item',
          title: say('item'),
          cell: ({ evidenceId }) => (
            <Link to={addressOf('item', evidenceId)} className="mono nowrap">
              {evidenceId}
            </Link>
          ),
        },
        {
          name: 'path',
          title: say('path'),
          kind: 'long',
          cell: ({ path }) => <span title={printable(path)}>{printable(path)}</span>,
        },
        {
          name: 'certain',
          title: say('certain'),
          cell: ({ candidate }) => <Belonging candidate={candidate} />,
        },
      ]}
      rows={lines}
      keyOf={({ evidenceId }) => evidenceId}
    />
  );
}

function CourseText({ course: { session, verdicts } }: { readonly course: Course }) {
  const say = useWords(casesTexts);
  return (
    <span className="nowrap">
      <span className="mono">{session ?? ''} </span>
      {verdicts.length === 0 ? <span className="quiet">{say('unjudged')}</span> : null}
      {verdicts.map(({ rule, verdict }) => (
        <VerdictChip key={rule} verdict={verdict} />
      ))}
    </span>
  );
}

function Belonging({ candidate }: { readonly candidate: boolean }) {
  const say = useWords(casesTexts);
  return candidate ? (
    <StateChip tone="warn" icon={<QuestionCircleFilled />}>
      {say('candidate')}
    </StateChip>
  ) : (
    <StateChip tone="good" icon={<CheckCircleFilled />}>
      {say('filed')}
    </StateChip>
  );
}
