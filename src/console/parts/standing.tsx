import { useEffect, useState } from 'react';
import { partTexts } from '../../texts/console/parts.ts';
import { isConflict } from '../data/ask-station.ts';
import { useWords } from '../words/language.ts';
import { BothSides, type Side } from './both-sides.tsx';

/** Asks the station how things stand, each by the title under which `Mine` has its own. */
export type AskStanding = () => Promise<readonly Side[]>;
export type Mine = readonly Side[];

interface StandingProps {
  readonly error: unknown;
  readonly ask: AskStanding;
  readonly mine: Mine;
}

/** Where somebody else was quicker: what they have said, beside what is typed here. */
export function Standing({ error, ask, mine }: StandingProps) {
  const say = useWords(partTexts);
  const [theirs, setTheirs] = useState<readonly Side[] | null>(null);
  const conflict = isConflict(error);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when the station has refused anew
  useEffect(() => {
    if (!conflict) return undefined;
    let wanted = true;
    // Without an answer the station's own words stand alone.
    ask().then(
      (found) => (wanted ? setTheirs(found) : undefined),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [error]);
  if (!conflict || theirs === null) return null;
  return <BothSides caption={say('both_sides')} theirs={theirs} mine={mine} />;
}
