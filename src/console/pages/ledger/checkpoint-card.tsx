import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { ledgerPageTexts } from '../../../texts/console/ledger.ts';
import { printable } from '../../../texts/text.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/language.ts';
import { CopyButton } from './copy-button.tsx';
import { useCheckpoint } from './use-checkpoint.ts';
import { hexOf } from './walk-proof.ts';

/** The signed head of the ledger, to be kept elsewhere. */
export function CheckpointCard() {
  const say = useWords(ledgerPageTexts);
  const { data, error, refetch } = useCheckpoint();
  if (error !== null) return <ProblemNote error={error} again={() => void refetch()} />;
  return (
    <section className="checkpoint" aria-labelledby="checkpoint">
      <SafetyCertificateOutlined className="seal" aria-hidden="true" />
      <div className="says">
        <h2 id="checkpoint">{say('checkpoint')}</h2>
        {data === undefined ? <Skeleton title={false} paragraph={{ rows: 1 }} /> : null}
        {data === null ? <p>{say('checkpoint_none')}</p> : null}
        {data === undefined || data === null ? null : (
          <>
            <p>{say('checkpoint_says', { size: data.size })}</p>
            <dl>
              <div className="pair">
                <dt>{say('origin')}</dt>
                <dd className="mono">{printable(data.origin)}</dd>
              </div>
              <div className="pair">
                <dt>{say('root')}</dt>
                <dd className="mono">{hexOf(data.root)}</dd>
              </div>
            </dl>
          </>
        )}
      </div>
      {data === undefined || data === null ? null : <CopyButton text={data.note} says={say('copy')} />}
    </section>
  );
}
