import { byteText } from './card-name.ts';
import { isFactoryDefault } from './file-name.ts';
import { iniValues } from './marker-claims.ts';
import type { MarkerReading } from './markers.ts';
import { isPath } from './pattern.ts';
import type { DeviceProfile, MarkSays } from './profile.ts';

/** What a card's marker files say beside the number of its recorder; lists, since they may contradict themselves. */
export interface CardMarks {
  readonly officers: readonly string[];
  readonly units: readonly string[];
  readonly officerNames: readonly string[];
  readonly unitNames: readonly string[];
}

export const noMarks: CardMarks = { officers: [], units: [], officerNames: [], unitNames: [] };

/** A file that says more than this of one thing says nothing. */
const mostOfAThing = 8;
/** A number goes into the ledger's leaf: what may be a name or a sentence does not. */
const number = /^[0-9A-Za-z][0-9A-Za-z._-]{0,31}$/;
const name = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]{1,64}$/u;

/** Reads them by the card's profile. Zeros are what the factory or a careless station set, nobody's number. Pure. */
export function cardMarks(profile: DeviceProfile, readings: readonly MarkerReading[]): CardMarks {
  const of = (says: MarkSays, usable: RegExp): readonly string[] => {
    const found = (profile.marks ?? [])
      .filter((mark) => mark.says === says)
      .flatMap((mark) =>
        readings
          // The last line of one that was cut may be cut itself.
          .filter(({ path, note }) => note === null && isPath(byteText(path), mark.path))
          .flatMap(({ text }) => iniValues(text ?? '', mark)),
      )
      .map((value) => value.normalize('NFC'));
    const values = [...new Set(found)].filter((value) => usable.test(value) && !isFactoryDefault(value));
    return values.length > mostOfAThing ? [] : values.sort();
  };
  return {
    officers: of('officer', number),
    units: of('unit', number),
    officerNames: of('officer_name', name),
    unitNames: of('unit_name', name),
  };
}
