import { useAnswer } from '../../data/answers.ts';
import { useMay } from '../../data/session.ts';
import type { TagField } from './item.ts';

const registers = {
  officer: 'officers',
  handler: 'officers',
  unit: 'units',
  party: 'parties',
  matter: 'matters',
  location: 'places',
} as const;
const asMany = 200;

export interface KnownValue {
  readonly value: string;
  readonly label: string;
}

/** What may be meant, from the registers that whoever edits may see. */
export function useKnownValues(field: TagField, suggested: readonly string[]): readonly KnownValue[] {
  const may = useMay();
  const register = Object.hasOwn(registers, field) ? registers[field as keyof typeof registers] : null;
  const cases = useAnswer(
    'caseList',
    { query: { limit: asMany } },
    { enabled: field === 'case' && may('case.see') },
  );
  const rows = useAnswer(
    'registerRows',
    { params: { register: register ?? 'units' }, query: { limit: asMany } },
    { enabled: register !== null && may('register.see') },
  );
  const of = field === 'case' ? (cases.data?.rows ?? []).map(ofCase) : (rows.data?.rows ?? []).map(ofRow);
  const others = suggested.filter((one) => !of.some(({ value }) => value === one));
  return [...others.map((value) => ({ value, label: value })), ...of];
}

function ofCase({ number, title }: { readonly number: string; readonly title: string | null }): KnownValue {
  return { value: number, label: title === null ? number : `${number} ${title}` };
}

function ofRow({
  key,
  values,
}: {
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
}): KnownValue {
  const name = values['name'] ?? '';
  return { value: key, label: name === '' || name === key ? key : `${key} ${name}` };
}
