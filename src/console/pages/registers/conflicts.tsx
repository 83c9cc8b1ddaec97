import { Button } from 'antd';
import { partTexts } from '../../../texts/console/parts.ts';
import { printable } from '../../../texts/text.ts';
import { BothSides } from '../../parts/both-sides.tsx';
import { useWords } from '../../words/language.ts';
import type { Register, Values } from './shapes.ts';

interface ConflictsProps {
  readonly register: Register;
  readonly typed: Values;
  /** What stood in each field when it was first changed here. */
  readonly seen: Values;
  readonly standing: Values;
  /** Says with which value a field goes on. */
  readonly settle: (field: string, value: string) => void;
}

/** Fields that two persons have changed at once: what the other has written beside what is written here. */
export function Conflicts({ register, typed, seen, standing, settle }: ConflictsProps) {
  const say = useWords(partTexts);
  const fields = register.fields.filter(
    ({ name }) => seen[name] !== undefined && seen[name] !== (standing[name] ?? ''),
  );
  if (fields.length === 0) return null;
  const sides = (values: Values) =>
    fields.map(({ name, title }) => ({ title, value: printable(values[name] || '–') }));
  return (
    <BothSides
      caption={say('both_sides')}
      theirs={sides(standing)}
      mine={sides(typed)}
      choose={(title, side) => {
        const name = fields.find((field) => field.title === title)?.name ?? '';
        const value = (side === 'theirs' ? standing : typed)[name] ?? '';
        return (
          <Button
            size="small"
            aria-label={`${say('take_theirs')}: ${title} ${printable(value || '–')}`}
            onClick={() => settle(name, value)}
          >
            {say('take_theirs')}
          </Button>
        );
      }}
    />
  );
}
