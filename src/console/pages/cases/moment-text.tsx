import { dayOrMomentWords } from '../../words/days-left.ts';
import { useLanguage } from '../../words/language.ts';
import { greeting } from '../../words/station.ts';

/** A moment of a case as the register has it: a day, or to the minute. */
export function MomentText({ moment }: { readonly moment: string }) {
  const { language } = useLanguage();
  return (
    <time dateTime={moment} className="nowrap">
      {dayOrMomentWords(moment, greeting.zone, language)}
    </time>
  );
}
