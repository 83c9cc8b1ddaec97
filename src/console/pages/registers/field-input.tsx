import { AutoComplete, Input, Select } from 'antd';
import { registersPageTexts } from '../../../texts/console/registers.ts';
import { useAnswer } from '../../data/answers.ts';
import { useWords } from '../../words/language.ts';
import type { Field } from './shapes.ts';

interface FieldInputProps {
  readonly id: string;
  readonly field: Field;
  readonly value: string;
  /** What a row is called by stays as it is. */
  readonly fixed: boolean;
  readonly onChange: (value: string) => void;
}

const mostLetters = 1_000;

/** One field of a row, asked for as its kind needs it. */
export function FieldInput({ id, field, value, fixed, onChange }: FieldInputProps) {
  const say = useWords(registersPageTexts);
  const options =
    field.kind === 'yes_no'
      ? (['yes', 'no'] as const).map((one) => ({ value: one, label: say(one) }))
      : field.values?.map((one) => ({ value: one.value, label: one.title }));
  if (options !== undefined)
    return (
      <Select
        id={id}
        value={value === '' ? null : value}
        allowClear
        disabled={fixed}
        options={options}
        onChange={(next: string | undefined) => onChange(next ?? '')}
      />
    );
  if (field.refers !== null && !fixed)
    return <Referring id={id} to={field.refers} value={value} onChange={onChange} />;
  return (
    <Input
      id={id}
      value={value}
      maxLength={mostLetters}
      readOnly={fixed}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

interface ReferringProps {
  readonly id: string;
  readonly to: NonNullable<Field['refers']>;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The key of a row elsewhere: what begins as it is typed is offered. */
function Referring({ id, to, value, onChange }: ReferringProps) {
  const query = { limit: 20, ...(value === '' ? {} : { begins: value }) };
  const { data } = useAnswer('registerRows', { params: { register: to }, query });
  const options = (data?.rows ?? []).map(({ key, values }) => ({
    value: key,
    label: [key, values['name'] ?? values['title']].filter((one) => one !== undefined).join(' '),
  }));
  return <AutoComplete id={id} value={value} options={options} onChange={(next: string) => onChange(next)} />;
}
