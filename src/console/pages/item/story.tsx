import { Button } from 'antd';
import { useState } from 'react';
import { itemTexts } from '../../../texts/console/item.ts';
import { printable } from '../../../texts/text.ts';
import { useAnswer } from '../../data/answers.ts';
import { useMay } from '../../data/session.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { useWords } from '../../words/language.ts';
import type { Item, Step } from './item.ts';
import { Proof } from './proof.tsx';
import { Section } from './section.tsx';

const firstShown = 12;

/** Its custody from the card to today, step by step, each with its place in the ledger. */
export function Story({ item }: { readonly item: Item }) {
  const say = useWords(itemTexts);
  const may = useMay();
  const { evidenceId: evidence } = item;
  const { data, error, refetch } = useAnswer('evidenceStory', { params: { evidence } });
  const [all, setAll] = useState(false);
  const story = data?.story ?? [];
  const shown = all ? story : story.slice(0, firstShown);
  const exported = `/api/v1/ledger/export?${new URLSearchParams({ evidence, format: 'jsonl' })}`;
  return (
    <Section
      title={say('story')}
      acts={
        may('ledger.export') ? (
          <Button size="small" href={exported} download>
            {say('export')}
          </Button>
        ) : null
      }
    >
      <p className="quiet">
        {say('proof_help')} {may('ledger.see') ? null : say('proof_may_not')}
      </p>
      {error === null ? null : <ProblemNote error={error} again={() => void refetch()} />}
      <ol className="story">
        {shown.map((step) => (
          <Told key={step.seq} step={step} proven={may('ledger.see')} />
        ))}
      </ol>
      {story.length <= firstShown ? null : (
        <Button size="small" className="no-print" onClick={() => setAll(!all)}>
          {all ? say('story_less') : say('story_more', { count: story.length })}
        </Button>
      )}
    </Section>
  );
}

function Told({ step, proven }: { readonly step: Step; readonly proven: boolean }) {
  const say = useWords(itemTexts);
  const { seq, at, actor, words, type } = step;
  return (
    <li>
      <p className="step-head quiet">
        <TimeText at={at} fineness="second" />
        <span className="mono">{printable(actor.id)}</span>
        <span>{say('entry', { seq })}</span>
        {proven ? <Proof seq={seq} /> : null}
      </p>
      <p className="wraps">{printable(words ?? type)}</p>
    </li>
  );
}
