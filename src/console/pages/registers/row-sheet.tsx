import { DeleteOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { registersPageTexts } from '../../../texts/console/registers.ts';
import { printable } from '../../../texts/text.ts';
import { useAnswer, useDeed } from '../../data/answers.ts';
import { isConflict } from '../../data/ask-station.ts';
import { useMay } from '../../data/session.ts';
import { AskReason } from '../../parts/ask-reason.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { Window } from '../../parts/window.tsx';
import { useWords } from '../../words/language.ts';
import { Conflicts } from './conflicts.tsx';
import { FieldInput } from './field-input.tsx';
import { RowHistory } from './row-history.tsx';
import { nameOf, type Register, type Values } from './shapes.ts';

interface RowSheetProps {
  readonly register: Register;
  /** Its key; null: a new one. */
  readonly row: string | null;
  readonly onClose: () => void;
}

/** One row: entered or changed, removed, and how it came to be. */
export function RowSheet({ register, row, onClose }: RowSheetProps) {
  const say = useWords(registersPageTexts);
  const name = nameOf(register);
  const answer = useAnswer(
    'registerRow',
    { params: { register: name, key: row ?? '-' } },
    { enabled: row !== null },
  );
  const ready = row === null || answer.data !== undefined;
  return (
    <Window width={720} title={row === null ? say('enter') : say('edit', { key: row })} onClose={onClose}>
      {answer.error === null ? null : <ProblemNote error={answer.error} />}
      {!ready && answer.error === null ? <Skeleton paragraph={{ rows: 5 }} /> : null}
      {ready ? (
        <Form register={register} row={row} standing={answer.data?.values ?? {}} onClose={onClose} />
      ) : null}
      {answer.data === undefined ? null : <RowHistory fields={register.fields} of={answer.data.history} />}
    </Window>
  );
}

function Form({ register, row, standing, onClose }: RowSheetProps & { readonly standing: Values }) {
  const say = useWords(registersPageTexts);
  const may = useMay()('register.edit');
  const [typed, setTyped] = useState<Values>({});
  const [removing, setRemoving] = useState(false);
  // What stood when each field was first changed: what came in since is not written over unseen.
  const [seen, setSeen] = useState<Values>({});
  const seenOf = (fields: Values): Values =>
    Object.fromEntries(Object.keys(fields).map((field) => [field, seen[field] ?? standing[field] ?? '']));
  const change = (field: string, value: string): void => {
    setTyped({ ...typed, [field]: value });
    setSeen({ ...seen, [field]: seen[field] ?? standing[field] ?? '' });
  };
  const settle = (field: string, value: string): void => {
    setTyped({ ...typed, [field]: value });
    setSeen({ ...seen, [field]: standing[field] ?? '' });
  };
  const enter = useDeed('registerEnter', ['registerRows', 'registerRow']);
  const name = nameOf(register);
  // What somebody else has changed meanwhile is not written over.
  const changes = Object.fromEntries(
    Object.entries(typed).filter(([field, value]) => value.trim() !== (standing[field] ?? '')),
  );
  const keys = Object.fromEntries(
    register.key.map((field) => [field, standing[field] ?? typed[field] ?? '']),
  );
  const missing = register.fields
    .filter((field) => field.required && (typed[field.name] ?? standing[field.name] ?? '').trim() === '')
    .map(({ title }) => title);
  const save = (): void =>
    enter.mutate(
      { params: { register: name }, body: { values: { ...keys, ...changes }, standing: seenOf(changes) } },
      { onSuccess: onClose },
    );
  const why = may ? waitsFor(say, missing, Object.keys(changes).length) : say('may_not');
  return (
    <div className="row-form">
      {register.fields.map((field) => (
        <div key={field.name}>
          <label htmlFor={`field-${field.name}`}>
            {field.title}
            {field.required ? <span className="quiet"> · {say('required')}</span> : null}
          </label>
          <FieldInput
            id={`field-${field.name}`}
            field={field}
            value={typed[field.name] ?? standing[field.name] ?? ''}
            fixed={!may || (row !== null && register.key.includes(field.name))}
            onChange={(value) => change(field.name, value)}
          />
        </div>
      ))}
      {enter.error === null ? null : <ProblemNote error={enter.error} />}
      {isConflict(enter.error) ? (
        <Conflicts register={register} {...{ typed, seen, standing, settle }} />
      ) : null}
      <div className="row-acts">
        <WhyDisabled why={why} type="primary" loading={enter.isPending} onClick={save}>
          {say('save')}
        </WhyDisabled>
        {row === null ? null : (
          <WhyDisabled
            why={may ? null : say('may_not')}
            danger
            icon={<DeleteOutlined />}
            onClick={() => setRemoving(true)}
          >
            {say('remove')}
          </WhyDisabled>
        )}
      </div>
      {removing && row !== null ? (
        <Removing register={register} row={row} onClose={() => setRemoving(false)} onGone={onClose} />
      ) : null}
    </div>
  );
}

function waitsFor(
  say: ReturnType<typeof useWords<typeof registersPageTexts>>,
  missing: readonly string[],
  changes: number,
): string | null {
  if (missing.length > 0) return say('missing', { fields: missing.join(', ') });
  return changes === 0 ? say('unchanged') : null;
}

interface RemovingProps {
  readonly register: Register;
  readonly row: string;
  readonly onClose: () => void;
  readonly onGone: () => void;
}

function Removing({ register, row, onClose, onGone }: RemovingProps) {
  const say = useWords(registersPageTexts);
  const remove = useDeed('registerRemove', ['registerRows']);
  const params = { register: nameOf(register), key: row };
  return (
    <AskReason
      asks={say('remove_asks', { key: printable(row) })}
      says={say('remove_says')}
      deed={say('remove')}
      needed
      onConfirm={async (note) => {
        await remove.mutateAsync({ params, query: { cause: note ?? '' } });
        onGone();
      }}
      onClose={onClose}
    />
  );
}
