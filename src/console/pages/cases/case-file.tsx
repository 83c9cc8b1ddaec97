import { QuestionCircleFilled, WarningFilled } from '@ant-design/icons';
import { Skeleton } from 'antd';
import type { Answer } from '../../../api/client/client.ts';
import { casesTexts } from '../../../texts/console/cases.ts';
import { deskTexts } from '../../../texts/console/desk.ts';
import { sizeWords } from '../../../texts/measures.ts';
import { printable } from '../../../texts/text.ts';
import { useAnswer } from '../../data/answers.ts';
import { askStation } from '../../data/ask-station.ts';
import { useMay } from '../../data/session.ts';
import { ExportButton, PrintButton } from '../../parts/export-buttons.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Link } from '../../parts/link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { PersonText } from '../../parts/person-text.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { addressOf } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';
import { CaseState } from './columns.tsx';
import { Courses } from './courses.tsx';
import { Limits } from './limits.tsx';
import { MomentText } from './moment-text.tsx';

export type CaseFileAnswer = Answer<'case'>;

/** One case: what was written and what was recorded, with what is missing at the top. */
export function CaseFile({ number }: { readonly number: string }) {
  const say = useWords(casesTexts);
  const desk = useWords(deskTexts);
  const may = useMay();
  const { data, error, refetch } = useAnswer('case', { params: { number } });
  return (
    <>
      <p className="no-print">
        <Link to={addressOf('cases')}>← {desk('back')}</Link>
      </p>
      <PageHead title={printable(number)} help={say('case_help')}>
        <PrintButton />
        <ExportButton
          name="case-ledger"
          why={may('case.export') ? null : desk('may_not_export')}
          ask={(format) => askStation('caseLedger', { query: { of: 'case', key: number, format } })}
        />
      </PageHead>
      {error === null ? null : <ProblemNote error={error} again={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton active={false} /> : null}
      {data === undefined ? null : <File file={data} />}
    </>
  );
}

function File({ file }: { readonly file: CaseFileAnswer }) {
  const say = useWords(casesTexts);
  return (
    <>
      <Missing file={file} />
      <section className="part">
        <h2>{say('particulars')}</h2>
        <Particulars file={file} />
      </section>
      <section className="part">
        <h2>{say('limits')}</h2>
        <Limits limits={file.limits} />
      </section>
      <section className="part">
        <h2>
          {say('courses')}{' '}
          <Link
            to={addressOf('evidence', null, new URLSearchParams({ case: file.number }).toString())}
            className="no-print"
          >
            {say('see_evidence')}
          </Link>
        </h2>
        <Courses courses={file.courses} />
      </section>
    </>
  );
}

function Missing({ file: { missing, matter, candidates } }: { readonly file: CaseFileAnswer }) {
  const say = useWords(casesTexts);
  return (
    <>
      {missing ? (
        <div className="card loud">
          <p className="line">
            <WarningFilled aria-hidden="true" />
            <b>{say('missing_says', { matter: matter?.name ?? matter?.number ?? '–' })}</b>
          </p>
          <p className="said">{say('missing_next')}</p>
        </div>
      ) : null}
      {candidates === 0 ? null : (
        <p className="card note line">
          <QuestionCircleFilled aria-hidden="true" /> {say('candidates_says', { count: candidates })}
        </p>
      )}
    </>
  );
}

const moments = [
  ...(['inspected', 'inspectionPublished', 'actEnded', 'decided', 'published', 'executed'] as const),
] as const;

function Particulars({ file }: { readonly file: CaseFileAnswer }) {
  const say = useWords(casesTexts);
  const none = <span className="quiet">–</span>;
  const words = (text: string | null | undefined) => (text == null ? none : printable(text));
  const moment = (name: string) => {
    const found = file.moments[name] ?? null;
    return found === null ? none : <MomentText moment={found} />;
  };
  const { matter, handler, party, unit } = file;
  const matterWords =
    matter === null ? null : `${matter.name ?? matter.number}${matter.whole ? `（${say('whole')}）` : ''}`;
  return (
    <Facts
      rows={[
        [say('title'), words(file.title)],
        [say('state'), <CaseState key="state" state={file.state} />],
        [say('party'), party === null ? none : <PersonText key="party" {...party} />],
        [say('handler'), handler === null ? none : <PersonText key="handler" {...handler} />],
        [say('unit'), words(unit?.name ?? unit?.number)],
        [say('matter'), words(matterWords)],
        [say('recordings'), `${file.recordings} · ${sizeWords(file.bytes)}`],
        ...moments
          .map((name) => [say(name), moment(name)] as const)
          .filter((_row, i) => file.moments[moments[i] ?? ''] != null),
        [say('closed_at'), moment('closed')],
        [say('archived_at'), moment('archived')],
      ]}
    />
  );
}
