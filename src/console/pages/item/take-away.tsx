import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Answer } from '../../../api/client/client.ts';
import { itemWatchTexts } from '../../../texts/console/item-watching.ts';
import { useAnswer } from '../../data/answers.ts';
import { useMay, useWho } from '../../data/session.ts';
import { useWords } from '../../words/language.ts';

interface TakeAwayProps {
  readonly evidence: string;
  readonly copy: Answer<'viewingState'>;
}

/** Copies to take away, where an approval to do so runs. */
export function TakeAway({ evidence, copy }: TakeAwayProps) {
  const say = useWords(itemWatchTexts);
  const may = useMay();
  const { account } = useWho();
  const asking = { query: { evidence, state: 'approved' as const } };
  const allowed = may('evidence.copy') && may('request.see');
  const { data } = useAnswer('requestList', asking, { enabled: allowed });
  const now = Date.now();
  const runs = (data?.rows ?? []).some(
    (one) => one.for === account && one.kind !== 'view' && one.kind !== 'lift' && Date.parse(one.until) > now,
  );
  if (!runs) return null;
  const original = `/api/v1/evidence/${encodeURIComponent(evidence)}/original`;
  return (
    <div className="take-away no-print">
      {copy.links === null ? null : (
        <Button size="small" icon={<DownloadOutlined aria-hidden="true" />} href={copy.links.file} download>
          {say('take_copy')}
        </Button>
      )}
      <Button size="small" icon={<DownloadOutlined aria-hidden="true" />} href={original} download>
        {say('take_original')}
      </Button>
      <span className="quiet">{say('takes_recorded')}</span>
    </div>
  );
}
