import { DeleteOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Modal, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { registersPageTexts } from '../../../texts/console/registers.ts';
import { useAnswer, useDeed } from '../../data/answers.ts';
import { problemOf } from '../../data/ask-station.ts';
import { useMay } from '../../data/session.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { useWords } from '../../words/language.ts';
import { FieldInput } from './field-input.tsx';
import { FieldText } from './field-text.tsx';
import { Removing } from './removing.tsx';
import { RowHistory } from './row-history.tsx';
import { type Field, nameOf, type Register, type Values } from './shapes.ts';

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
    <Modal
      open
      scrollLock={false}
      width={720}
      title={row === null ? say('enter') : say('edit', { key: row })}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {answer.error === null ? null : <ProblemNote error={answer.error} />}
      {!ready && answer.error === null ? <Skeleton paragraph={{ rows: 5 }} /> : null}
      {ready ? (
        <Form
          register={register}
          row={row}
          standing={answer.data?.values ?? {}}
          version={answer.data?.version ?? null}
          onClose={onClose}
        />
      ) : null}
      {answer.data === undefined ? null : <RowHistory fields={register.fields} of={answer.data.history} />}
    </Modal>
  );
}

interface FormProps extends RowSheetProps {
  readonly standing: Values;
  /** By which the station knows whether somebody else was faster; null: of a new row. */
  readonly version: number | null;
}

function Form({ register, row, standing, version, onClose }: FormProps) {
  const say = useWords(registersPageTexts);
  const may = useMay()('register.edit');
  const [typed, setTyped] = useState<Values>({});
  const [removing, setRemoving] = useState(false);
  // What stood when the form was opened: what comes in meanwhile is not written over unseen.
  const [seen, setSeen] = useState({ version, values: standing });
  const queries = useQueryClient();
  const enter = useDeed('registerEnter', ['registerRows', 'registerRow']);
  const changed = problemOf(enter.error)?.code === 'tagging.row_changed';
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
      { params: { register: name }, body: { values: { ...keys, ...changes }, version: seen.version } },
      {
        onSuccess: onClose,
        onError: () => void queries.invalidateQueries({ queryKey: ['registerRow'] }),
      },
    );
  // Once it is shown, whoever saves again has seen it.
  useEffect(() => {
    if (changed) setSeen((before) => ({ ...before, version }));
  }, [changed, version]);
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
            onChange={(value) => setTyped({ ...typed, [field.name]: value })}
          />
          {changed ? (
            <Others field={field} before={seen.values[field.name]} now={standing[field.name]} />
          ) : null}
        </div>
      ))}
      {enter.error === null ? null : <ProblemNote error={enter.error} />}
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
        <Removing
          register={register}
          row={row}
          version={seen.version}
          onClose={() => setRemoving(false)}
          onGone={onClose}
        />
      ) : null}
    </div>
  );
}

interface OthersProps {
  readonly field: Field;
  readonly before: string | undefined;
  readonly now: string | undefined;
}

/** What somebody else has made of a field while this form was open. */
function Others({ field, before, now }: OthersProps) {
  const say = useWords(registersPageTexts);
  if (before === now) return null;
  return (
    <p className="others">
      {say('others_say')} <FieldText field={field} value={now} />
    </p>
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
