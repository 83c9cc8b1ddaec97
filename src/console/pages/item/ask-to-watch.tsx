import { LockOutlined, ThunderboltOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { itemTexts } from '../../../texts/console/item.ts';
import { itemWatchTexts } from '../../../texts/console/item-watching.ts';
import { printable } from '../../../texts/text.ts';
import { useAnswer, useDeed } from '../../data/answers.ts';
import { useMay, useWho } from '../../data/session.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TypedForm } from '../../parts/typed-form.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { useWords } from '../../words/language.ts';
import { Field } from './finding-form.tsx';

interface AskToWatchProps {
  readonly evidence: string;
  readonly mayAsk: boolean;
}

const pollMs = 5_000;
const dayMs = 86_400_000;
const emergencyMs = 2 * 3_600_000;
const days = [1, 3, 7, 30] as const;

/** Where no approval stands: asking for one, and how the asking stands. */
export function AskToWatch({ evidence, mayAsk }: AskToWatchProps) {
  const say = useWords(itemWatchTexts);
  const may = useMay();
  const { account } = useWho();
  const listed = useAnswer(
    'requestList',
    { query: { evidence, limit: 20 } },
    { enabled: may('request.see'), everyMs: pollMs },
  );
  const own = (listed.data?.rows ?? []).filter((one) => one.for === account);
  const [newest] = own;
  const approved = newest?.state === 'approved' ? newest.request : null;
  const queries = useQueryClient();
  useEffect(() => {
    if (approved !== null) void queries.invalidateQueries({ queryKey: ['viewingState'] });
  }, [approved, queries]);
  return (
    <div className="ask">
      <h3>
        <LockOutlined aria-hidden="true" /> {say('ask_title')}
      </h3>
      <div role="status">
        {newest?.state === 'submitted' ? <p>{say('asked', { request: newest.request })}</p> : null}
        {newest?.state === 'rejected' ? (
          <p>{say('rejected', { request: newest.request, note: printable(newest.note ?? '–') })}</p>
        ) : null}
      </div>
      {newest?.state === 'submitted' ? null : <p>{say('ask_says')}</p>}
      {may('request.submit') && mayAsk ? (
        <Asking evidence={evidence} waits={newest?.state === 'submitted'} />
      ) : (
        <p className="quiet">{say('ask_may_not')}</p>
      )}
    </div>
  );
}

interface AskingProps {
  readonly evidence: string;
  readonly waits: boolean;
}

function Asking({ evidence, waits }: AskingProps) {
  const say = useWords(itemWatchTexts);
  const reasons = useWords(itemTexts);
  const may = useMay();
  const [kind, setKind] = useState<'view' | 'copy'>('view');
  const [why, setWhy] = useState('');
  const [count, setCount] = useState<number>(7);
  const [urgent, setUrgent] = useState(false);
  const { mutateAsync, isPending, error } = useDeed('requestSubmit', [
    'requestList',
    'evidenceStory',
    'viewingState',
  ]);
  const missing = why.trim() === '' ? reasons('reason_missing') : null;
  const submit = async (emergency: boolean): Promise<void> => {
    const until = new Date(Date.now() + (emergency ? emergencyMs : count * dayMs)).toISOString();
    const wish = { kind: emergency ? ('view' as const) : kind, evidence: [evidence], for: null, until };
    await mutateAsync({ body: { ...wish, why: why.trim(), recipient: null, emergency } });
  };
  return (
    <TypedForm
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        // What went wrong stands in `error`.
        if (missing === null) void submit(false).catch(() => undefined);
      }}
    >
      {waits ? null : (
        <div className="field-row">
          <div className="field">
            <span>{say('kind')}</span>
            <Select
              aria-label={say('kind')}
              value={kind}
              options={[
                { value: 'view', label: say('ask_view') },
                ...(may('evidence.copy') ? [{ value: 'copy', label: say('ask_copy') }] : []),
              ]}
              onChange={setKind}
            />
          </div>
          <div className="field">
            <span>{say('days')}</span>
            <Select
              aria-label={say('days')}
              value={count}
              options={days.map((one) => ({ value: one, label: say('days_count', { count: one }) }))}
              onChange={setCount}
            />
          </div>
        </div>
      )}
      <Field name={say('why')} value={why} onChange={setWhy} long />
      {error === null || urgent ? null : <ProblemNote error={error} />}
      <div className="buttons">
        {waits ? null : (
          <WhyDisabled type="primary" htmlType="submit" loading={isPending} why={missing}>
            {say('ask')}
          </WhyDisabled>
        )}
        <WhyDisabled
          danger
          icon={<ThunderboltOutlined aria-hidden="true" />}
          why={missing}
          onClick={() => setUrgent(true)}
        >
          {say('emergency')}
        </WhyDisabled>
      </div>
      {urgent ? (
        <Confirm
          asks={say('emergency_asks')}
          says={<p>{say('emergency_says')}</p>}
          deed={say('emergency_deed')}
          danger
          onConfirm={() => submit(true)}
          onClose={() => setUrgent(false)}
        />
      ) : null}
    </TypedForm>
  );
}
