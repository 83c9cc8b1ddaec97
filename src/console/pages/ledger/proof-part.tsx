import {
  CheckCircleFilled,
  CloseCircleFilled,
  DownloadOutlined,
  HourglassOutlined,
  ReloadOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { proofTexts } from '../../../texts/console/ledger.ts';
import { useAnswer } from '../../data/answers.ts';
import { saveFile } from '../../data/save-file.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/language.ts';
import { ProofDrawing } from './proof-drawing.tsx';
import { ProofSteps } from './proof-steps.tsx';
import { type Proven, useWalk } from './use-walk.ts';

/** That the entry stands in the signed ledger: calculated here, drawn, and said in plain words. */
export function ProofPart({ seq }: { readonly seq: number }) {
  const say = useWords(proofTexts);
  const answer = useAnswer('entryProof', { params: { seq } });
  const walked = useWalk(seq, answer.data);
  const inclusion = answer.data?.inclusion ?? null;
  return (
    <section className="entry-part" aria-labelledby="proof">
      <div className="part-head">
        <h2 id="proof">{say('title')}</h2>
        <Button icon={<ReloadOutlined />} onClick={() => void answer.refetch().then(() => walked.refetch())}>
          {say('again')}
        </Button>
        {inclusion === null ? null : (
          <Button
            icon={<DownloadOutlined />}
            onClick={() => void saveFile(`entry-${seq}.tlog-proof`, new Response(inclusion.proof))}
          >
            {say('take')}
          </Button>
        )}
      </div>
      {answer.error === null ? null : <ProblemNote error={answer.error} />}
      {walked.data === undefined && answer.error === null ? <Skeleton paragraph={{ rows: 6 }} /> : null}
      {walked.data === undefined ? null : <Outcome of={walked.data} />}
    </section>
  );
}

function Outcome({ of }: { readonly of: Proven }) {
  if (of.is !== 'walked') return <Verdict is={of.is === 'unreadable' ? 'broken' : of.is} />;
  const { proof, walk } = of;
  return (
    <>
      <div className="proof">
        <ProofDrawing proof={proof} walk={walk} />
        <div className="proof-says">
          <Verdict is={walk.holds ? 'holds' : 'broken'} index={proof.index} size={proof.checkpoint.size} />
          <Legend />
        </div>
      </div>
      <ProofSteps proof={proof} walk={walk} />
    </>
  );
}

const looks = {
  holds: { tone: 'good', icon: <CheckCircleFilled /> },
  broken: { tone: 'bad', icon: <CloseCircleFilled /> },
  unsigned: { tone: 'quiet', icon: <HourglassOutlined /> },
  insecure: { tone: 'warn', icon: <WarningFilled /> },
} as const;

interface VerdictProps {
  readonly is: keyof typeof looks;
  readonly index?: number;
  readonly size?: number;
}

function Verdict({ is, index = 0, size = 0 }: VerdictProps) {
  const say = useWords(proofTexts);
  const { tone, icon } = looks[is];
  return (
    <div role="status" className={`proved ${tone}`}>
      <b>
        <span aria-hidden="true">{icon}</span> {say(is)}
      </b>
      <p>{is === 'holds' ? say('holds_says', { index, size }) : say(`${is}_says`)}</p>
    </div>
  );
}

function Legend() {
  const say = useWords(proofTexts);
  return (
    <div className="legend">
      <p>
        <span className="swatch path" aria-hidden="true" /> {say('path')}
      </p>
      <p>
        <span className="swatch given" aria-hidden="true" /> {say('given')}
      </p>
      <p className="quiet">{say('unproven')}</p>
    </div>
  );
}
