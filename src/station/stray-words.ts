import { say } from '../texts/say.ts';
import type { Language } from '../texts/text.ts';
import type { Strays } from './strays.ts';

/** More names in one line nobody reads. */
const shown = 10;

/** What stands among the originals and is none, by name. */
export function strayWords(language: Language, { count, names }: Strays): string {
  const more = count > shown ? ' …' : '';
  return say(language, 'doctor.strays.found', { count, names: `${names.slice(0, shown).join(', ')}${more}` });
}
