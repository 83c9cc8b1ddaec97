import type { Language } from '../../../texts/text.ts';
import { momentWords } from '../../words/moments.ts';
import { greeting } from '../../words/station.ts';

/** Of today the hour alone, of another day the date before it: `14:05`, `11月27日 14:05`. */
export function clockWords(at: string, language: Language): string {
  const whole = momentWords(at, greeting.zone, language, 'minute');
  const today = momentWords(new Date().toISOString(), greeting.zone, language, 'day');
  const bare = whole.startsWith(today) ? whole.slice(today.length).trim() : whole;
  const year = today.match(/\d{4}/)?.[0] ?? '';
  return bare.replace(language === 'zh' ? `${year}年` : ` ${year}`, '');
}
