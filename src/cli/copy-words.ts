import type { StandingCopy } from '../station/catalogue/copies.ts';
import { damageTexts } from '../texts/fixity.ts';
import { say } from '../texts/say.ts';
import { fill, type Language } from '../texts/text.ts';
import { timeWords } from '../texts/units.ts';
import type { Cli } from './command.ts';

/** Where the copies of an original lie, when each was last read back, and whether it is damaged. */
export function copyPairs(
  { language }: Pick<Cli, 'language'>,
  copies: readonly StandingCopy[],
  zone: string,
): readonly (readonly [string, string])[] {
  if (copies.length === 0) return [];
  const title = say(language, 'cli.evidence.fact.copies');
  const single = copies.length === 1 ? [[title, say(language, 'cli.evidence.fact.single')] as const] : [];
  return [
    ...copies.map(({ role, location, object, checkedAt, damage }) => {
      const facts = {
        role: say(language, `cli.fixity.role.${role}`),
        place: location ?? object,
        checked: checkedAt === null ? '–' : timeWords(checkedAt, zone),
      };
      const line = say(language, 'cli.evidence.fact.copy', facts);
      return [title, damage === null ? line : `${line}  ${damageWords(language, damage)}`] as const;
    }),
    ...single,
  ];
}

export function damageWords(language: Language, kind: StandingCopy['damage'] & string): string {
  return fill(damageTexts[kind], language, {});
}
