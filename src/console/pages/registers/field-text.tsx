import { registersPageTexts } from '../../../texts/console/registers.ts';
import { printable } from '../../../texts/text.ts';
import { TimeText } from '../../parts/time-text.tsx';
import { useWords } from '../../words/language.ts';
import type { Field } from './shapes.ts';

/** A value as it is read: codes in words, moments in the station's zone. */
export function FieldText({ field, value }: { readonly field: Field; readonly value: string | undefined }) {
  const say = useWords(registersPageTexts);
  if (value === undefined) return <span className="quiet">–</span>;
  if (field.kind === 'yes_no') return <span>{value === 'yes' || value === 'no' ? say(value) : value}</span>;
  if (/^\d{4}-\d\d-\d\dT.*Z$/.test(value)) return <TimeText at={value} />;
  const words = field.values?.find((one) => one.value === value)?.title ?? value;
  const looks = ['code', 'refers'].includes(field.kind) ? 'mono' : '';
  return (
    <span className={looks} title={printable(words)}>
      {printable(words)}
    </span>
  );
}
