import { useLanguage } from '../words/language.ts';
import { type Fineness, momentWords } from '../words/moments.ts';
import { greeting } from '../words/station.ts';

interface TimeTextProps {
  /** RFC 3339. */
  readonly at: string;
  readonly fineness?: Fineness;
}

/** A moment in the station's zone, as it is written in the reader's language. */
export function TimeText({ at, fineness = 'minute' }: TimeTextProps) {
  const { language } = useLanguage();
  return (
    <time dateTime={at} className="nowrap" title={momentWords(at, greeting.zone, language, 'second')}>
      {momentWords(at, greeting.zone, language, fineness)}
    </time>
  );
}
