import { CheckCircleFilled, CloseCircleFilled, HourglassOutlined, SafetyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Answer } from '../../../api/client/client.ts';
import { itemTexts } from '../../../texts/console/item.ts';
import { useAnswer } from '../../data/answers.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { useWords } from '../../words/language.ts';

type Proven = Answer<'entryProof'>;

/** That an entry stands in the ledger, to be looked at and to be taken to an outsider. */
export function Proof({ seq }: { readonly seq: number }) {
  const say = useWords(itemTexts);
  const [asked, setAsked] = useState(false);
  const { data, error } = useAnswer('entryProof', { params: { seq } }, { enabled: asked });
  if (!asked)
    return (
      <Button
        size="small"
        type="link"
        className="no-print"
        icon={<SafetyOutlined aria-hidden="true" />}
        aria-label={`${say('proof')} ${say('entry', { seq })}`}
        onClick={() => setAsked(true)}
      >
        {say('proof')}
      </Button>
    );
  return (
    <span className="proof" role="status">
      {error === null ? null : <ProblemNote error={error} />}
      {data === undefined ? null : <Holds seq={seq} proven={data} />}
    </span>
  );
}

function Holds({ seq, proven }: { readonly seq: number; readonly proven: Proven }) {
  const say = useWords(itemTexts);
  const { inclusion } = proven;
  if (inclusion === null)
    return (
      <StateChip tone="quiet" icon={<HourglassOutlined aria-hidden="true" />}>
        {say('proof_waits')}
      </StateChip>
    );
  if (!inclusion.holds)
    return (
      <StateChip tone="bad" icon={<CloseCircleFilled aria-hidden="true" />}>
        {say('proof_fails')}
      </StateChip>
    );
  return (
    <>
      <StateChip tone="good" icon={<CheckCircleFilled aria-hidden="true" />}>
        {say('proof_holds', { seq, number: inclusion.index + 1, size: inclusion.size })}
      </StateChip>
      <Button size="small" className="no-print" onClick={() => saveAs(`entry-${seq}.json`, proven)}>
        {say('proof_save', { seq })}
      </Button>
    </>
  );
}

function saveAs(name: string, content: unknown): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
