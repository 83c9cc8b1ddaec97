import type { ItemRetention } from '../station/catalogue/item-retention.ts';
import { classTexts } from '../texts/chips.ts';
import { disposalStateTexts, hindranceTexts } from '../texts/retention.ts';
import { say } from '../texts/say.ts';
import { fill } from '../texts/text.ts';
import { timeWords } from '../texts/units.ts';
import type { Cli } from './command.ts';

/** An item's class, what holds it, and its disposal, as `evidence show` has them. */
export function retentionFacts(
  { language }: Cli,
  { class: of, because, holds, disposal }: ItemRetention,
  zone: string,
): readonly (readonly [string, string])[] {
  const held = because.map((one) => fill(hindranceTexts[one], language, {})).join(', ');
  return [
    [say(language, 'cli.evidence.fact.class'), fill(classTexts[of], language, {})],
    ...(held === '' ? [] : [[say(language, 'cli.evidence.fact.hold'), held] as const]),
    ...holds.map(({ hold, of, about, placer, placed, reason, left }): readonly [string, string] => [
      say(language, 'cli.evidence.fact.hold'),
      [
        say(language, 'cli.evidence.hold_line', {
          ...{ hold, placer, placed: timeWords(placed, zone), reason: reason ?? '–' },
        }),
        ...(of === 'case' ? [say(language, 'cli.evidence.hold_of_case', { case: about })] : []),
        ...(left ? [say(language, 'cli.evidence.hold_left')] : []),
      ].join(' '),
    ]),
    ...(disposal === null ? [] : [disposalPair({ language }, disposal, zone)]),
  ];
}

function disposalPair(
  { language }: Pick<Cli, 'language'>,
  one: NonNullable<ItemRetention['disposal']>,
  zone: string,
): readonly [string, string] {
  const { disposal, state, because, at, decision, reason, proposer, decider } = one;
  const why = because === null ? '' : ` (${fill(hindranceTexts[because], language, {})})`;
  const words = fill(disposalStateTexts[state === 'listed' ? decision : state], language, {});
  const facts = { disposal, state: `${words}${why}`, at: timeWords(at, zone), proposer };
  return [
    say(language, 'cli.evidence.fact.disposal'),
    say(language, 'cli.evidence.disposal_line', {
      ...facts,
      decider: decider ?? '–',
      reason: reason ?? '–',
    }),
  ];
}
