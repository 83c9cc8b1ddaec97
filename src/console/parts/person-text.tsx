import { partTexts } from '../../texts/console/parts.ts';
import { useWords } from '../words/language.ts';

interface PersonTextProps {
  readonly number: string | null;
  /** Masked by the station for whoever may not see it. */
  readonly name?: string | null;
}

/** A person by name and number, as far as either is known. Names come from imports: they are text, whatever is in them. */
export function PersonText({ number, name = null }: PersonTextProps) {
  const say = useWords(partTexts);
  if (number === null && name === null) return <span className="quiet">{say('unknown')}</span>;
  return (
    <span className="nowrap">
      {name === null ? null : <span>{name} </span>}
      {number === null ? null : <span className={name === null ? 'mono' : 'mono quiet'}>{number}</span>}
    </span>
  );
}
