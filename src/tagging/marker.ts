import type { KnownWorld } from './tag-rule.ts';

/** What the marker file on a recording's card says beside the recorder's number; lists, where it contradicts itself. */
export interface Marker {
  readonly officers: readonly string[];
  readonly units: readonly string[];
  readonly officerNames: readonly string[];
  readonly unitNames: readonly string[];
}

/** A number on a card whose row in the register has another name than the card gives it. */
export interface Contradiction {
  readonly register: 'officers' | 'units';
  readonly number: string;
  readonly onCard: string;
  readonly inRegister: string;
}

type World = Pick<KnownWorld, 'row' | 'named'>;

/**
 * Who a marker file can mean. A number that no register knows is nobody's, and a name alone may be anybody's. Where the
 * card's name is not that of its number both are candidates, and neither is settled on. Pure but for what `world` knows.
 */
export function meantBy(
  world: World,
  register: Contradiction['register'],
  numbers: readonly string[],
  names: readonly string[],
): readonly string[] {
  const known = numbers.filter((one) => world.row(register, one) !== null);
  const other = new Set(contradictions(world, register, numbers, names).map(({ onCard }) => onCard));
  return [
    ...known,
    ...[...other].flatMap((name) => {
      const called = world.named(register, name);
      return called.length > 0 ? called : [name];
    }),
  ];
}

/** Each known number of the card with each name that is none of its numbers'. */
export function contradictions(
  world: World,
  register: Contradiction['register'],
  numbers: readonly string[],
  names: readonly string[],
): readonly Contradiction[] {
  const known = numbers.flatMap((number) => {
    const row = world.row(register, number);
    return row === null ? [] : [{ number, inRegister: row['name'] ?? '' }];
  });
  const strange = names.filter((name) => !known.some(({ inRegister }) => inRegister === name));
  return known.flatMap(({ number, inRegister }) =>
    strange.map((onCard) => ({ register, number, onCard, inRegister })),
  );
}
