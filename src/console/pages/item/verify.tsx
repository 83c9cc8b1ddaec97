import {
  CheckCircleFilled,
  CloseCircleFilled,
  SafetyCertificateOutlined,
  SyncOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { Progress } from 'antd';
import type { Answer } from '../../../api/client/client.ts';
import { itemTexts } from '../../../texts/console/item.ts';
import { sizeWords } from '../../../texts/measures.ts';
import { useAnswer, useDeed } from '../../data/answers.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { useLanguage, useWords } from '../../words/language.ts';
import { momentWords } from '../../words/moments.ts';
import { greeting } from '../../words/station.ts';
import { Compared } from './compared.tsx';
import { type Item, isDisposed, touched } from './item.ts';

/** Every copy is read back whole and compared, while one watches. */
export function Verify({ item }: { readonly item: Item }) {
  const say = useWords(itemTexts);
  const { mutate, isPending, data, error, submittedAt } = useDeed('evidenceVerify', touched);
  const why = isDisposed(item)
    ? say('verify_waits_gone')
    : item.original === null
      ? say('verify_waits_stored')
      : null;
  return (
    <section className="panel verify" aria-label={say('verify')}>
      <WhyDisabled
        block
        size="large"
        icon={<SafetyCertificateOutlined aria-hidden="true" />}
        loading={isPending}
        why={why}
        onClick={() => mutate({ params: { evidence: item.evidenceId } })}
      >
        {say('verify')}
      </WhyDisabled>
      {why === null ? null : <p className="quiet">{why}</p>}
      <div role="status">
        {isPending ? <Running evidence={item.evidenceId} /> : null}
        {data === undefined || isPending ? null : (
          <Found found={data} at={submittedAt} own={item.digests.sha256} />
        )}
      </div>
      {error === null ? null : <ProblemNote error={error} />}
    </section>
  );
}

const pollMs = 500;

/** How much was read of every copy together. */
function Running({ evidence }: { readonly evidence: string }) {
  const say = useWords(itemTexts);
  const { data } = useAnswer('evidenceVerifying', { params: { evidence } }, { everyMs: pollMs });
  const { readBytes = 0, bytes = 0 } = data?.reading ?? {};
  return (
    <>
      <p className="verifying">
        <SyncOutlined spin aria-hidden="true" /> {say('verify_running')}
      </p>
      {bytes === 0 ? null : (
        <>
          <Progress percent={Math.floor((100 * readBytes) / bytes)} aria-label={say('verify_running')} />
          <p className="quiet">{say('verify_read', { read: sizeWords(readBytes), of: sizeWords(bytes) })}</p>
        </>
      )}
    </>
  );
}

interface FoundProps {
  readonly found: Answer<'evidenceVerify'>;
  readonly at: number;
  /** The recording's own digest. */
  readonly own: string;
}

function Found({ found: { checked, bytes, damaged, unreached, copies }, at, own }: FoundProps) {
  const say = useWords(itemTexts);
  const { language } = useLanguage();
  const moment = momentWords(new Date(at).toISOString(), greeting.zone, language, 'second');
  return (
    <>
      {damaged.length > 0 ? (
        <p className="outcome bad">
          <CloseCircleFilled aria-hidden="true" /> {say('verify_damaged', { count: damaged.length })}
        </p>
      ) : checked > 0 ? (
        <p className="outcome good">
          <CheckCircleFilled aria-hidden="true" /> {say('verify_sound', { checked, size: sizeWords(bytes) })}
        </p>
      ) : null}
      {unreached === 0 ? null : (
        <p className="outcome warn">
          <WarningFilled aria-hidden="true" /> {say('verify_unreached', { count: unreached })}
        </p>
      )}
      <Compared copies={copies} own={own} />
      <p className="quiet">{say('verify_at', { at: moment })}</p>
    </>
  );
}
