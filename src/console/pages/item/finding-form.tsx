import { Button, DatePicker, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { type ReactNode, useId, useState } from 'react';
import { itemTexts } from '../../../texts/console/item.ts';
import { itemTagTexts } from '../../../texts/console/item-tags.ts';
import { partTexts } from '../../../texts/console/parts.ts';
import { useDeed } from '../../data/answers.ts';
import { askStation } from '../../data/ask-station.ts';
import { useWho } from '../../data/session.ts';
import { Attaching, type Sent } from '../../parts/attaching.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TypedForm } from '../../parts/typed-form.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { useWords } from '../../words/language.ts';
import { touched } from './item.ts';

interface FindingFormProps {
  readonly finding: string;
  readonly kind: 'explain' | 'dismiss';
  readonly onClose: () => void;
}

/** What somebody says to a finding; it stays in the ledger with their name. */
export function FindingForm({ finding, kind, onClose }: FindingFormProps) {
  return kind === 'explain' ? (
    <Explain finding={finding} onClose={onClose} />
  ) : (
    <Dismiss finding={finding} onClose={onClose} />
  );
}

function Explain({ finding, onClose }: Omit<FindingFormProps, 'kind'>) {
  const say = useWords(itemTagTexts);
  const { person, name } = useWho();
  const [who, setWho] = useState(person ?? name ?? '');
  const [when, setWhen] = useState<Dayjs | null>(null);
  const [why, setWhy] = useState('');
  const [signedBy, setSignedBy] = useState('');
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const { mutateAsync, isPending, error } = useDeed('findingExplain', touched);
  const ready = [who, why, signedBy].every((one) => one.trim() !== '') && when !== null;
  const submit = async (): Promise<void> => {
    if (when === null || !ready) return;
    const attach = sent.map(({ attachment }) => attachment);
    const body = { who, why, signedBy, text: null, when: when.toISOString(), attach };
    await mutateAsync({ params: { finding }, body });
    onClose();
  };
  return (
    <Form
      help={say('explain_help')}
      deed={say('explain')}
      why={ready ? null : say('fill_all')}
      {...{ submit, onClose, error, busy: isPending }}
    >
      <Field name={say('who')} value={who} onChange={setWho} />
      <div className="field">
        <span>{say('when')}</span>
        <DatePicker showTime={{ format: 'HH:mm' }} aria-label={say('when')} value={when} onChange={setWhen} />
      </div>
      <Field name={say('why')} value={why} onChange={setWhy} long />
      <Field name={say('signed_by')} value={signedBy} onChange={setSignedBy} />
      <Attaching
        sent={sent}
        onChange={setSent}
        send={(body, name) => askStation('findingAttach', { params: { finding }, query: { name }, body })}
      />
    </Form>
  );
}

function Dismiss({ finding, onClose }: Omit<FindingFormProps, 'kind'>) {
  const say = useWords(itemTagTexts);
  const item = useWords(itemTexts);
  const [reason, setReason] = useState('');
  const { mutateAsync, isPending, error } = useDeed('findingDismiss', touched);
  const submit = async (): Promise<void> => {
    await mutateAsync({ params: { finding }, body: { reason } });
    onClose();
  };
  const why = reason.trim() === '' ? item('reason_missing') : null;
  return (
    <Form
      help={say('dismiss_help')}
      deed={say('dismiss')}
      {...{ why, submit, onClose, error, busy: isPending }}
    >
      <Field name={item('reason')} value={reason} onChange={setReason} long />
    </Form>
  );
}

interface FormProps {
  readonly help: string;
  readonly deed: string;
  readonly why: string | null;
  readonly busy: boolean;
  readonly error: unknown;
  readonly submit: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Form({ help, deed, why, busy, error, submit, onClose, children }: FormProps) {
  const shared = useWords(partTexts);
  // What went wrong stands in `error`.
  const send = (): void => void submit().catch(() => undefined);
  return (
    <TypedForm
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (why === null) send();
      }}
    >
      <p className="quiet">{help}</p>
      {children}
      {error === null ? null : <ProblemNote error={error} />}
      <div className="buttons">
        <WhyDisabled type="primary" htmlType="submit" loading={busy} why={why}>
          {deed}
        </WhyDisabled>
        <Button onClick={onClose}>{shared('cancel')}</Button>
      </div>
    </TypedForm>
  );
}

interface FieldProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly long?: boolean;
}

const mostLetters = 4_000;

export function Field({ name, value, onChange, long = false }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      {long ? (
        <Input.TextArea
          id={id}
          value={value}
          maxLength={mostLetters}
          rows={3}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <Input id={id} value={value} maxLength={200} onChange={({ target }) => onChange(target.value)} />
      )}
    </div>
  );
}
