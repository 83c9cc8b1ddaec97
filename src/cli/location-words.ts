import type { LocatedRecording, PositionClaim } from '../custody/entry-kinds.ts';
import type { ShownCoordinates, ShownLocation } from '../station/catalogue/location.ts';
import { positionText } from '../tagging/location/coordinates.ts';
import { endingTexts } from '../texts/entries.ts';
import { say } from '../texts/say.ts';
import { fill, type Language } from '../texts/text.ts';
import { timeWords } from '../texts/units.ts';

/** Where an item was made, as pairs of a title and words: its coordinates, and what each source says. */
export function locationPairs(
  language: Language,
  { measured, coordinates, track }: ShownLocation,
  zone: string,
): readonly (readonly [string, string])[] {
  const title = say(language, 'cli.location.track');
  const claims = track?.claims ?? [];
  return [
    ...(coordinates === null ? [] : [coordinatesPair(language, coordinates)]),
    ...(measured === 'found' ? [] : [[title, say(language, `cli.location.${measured}`)] as const]),
    ...claims.map(
      (claim) => [title, claimWords(language, claim, isBelieved(claim) ? track : null, zone)] as const,
    ),
  ];
}

/** The others say how far they are from it. */
function isBelieved({ fixes, apartMeters }: PositionClaim): boolean {
  return fixes > 0 && apartMeters === null;
}

function coordinatesPair(
  language: Language,
  { source, wgs84, gcj02, accuracyMeters }: ShownCoordinates,
): readonly [string, string] {
  const parts = [
    say(language, 'cli.location.wgs84', { position: positionText(wgs84) }),
    ...(gcj02 === null ? [] : [say(language, 'cli.location.gcj02', { position: positionText(gcj02) })]),
    ...(accuracyMeters === null ? [] : [say(language, 'cli.location.accuracy', { meters: accuracyMeters })]),
    ...(source === 'person' ? [say(language, 'cli.location.entered')] : []),
  ];
  return [say(language, 'cli.location.coordinates'), parts.join('; ')];
}

/** @param believed the whole of which this claim is the one that is believed */
function claimWords(
  language: Language,
  { source, fixes, dropped, whole, apartMeters }: PositionClaim,
  believed: LocatedRecording | null,
  zone: string,
): string {
  const lost = Object.entries(dropped).map(([reason, count]) => dropWords(language, reason, count));
  const parts = [
    say(language, 'cli.location.claim', { source: fill(endingTexts[source], language, {}), fixes }),
    ...courseWords(language, believed, zone),
    ...(lost.length === 0 ? [] : [say(language, 'cli.location.dropped', { dropped: lost.join(', ') })]),
    ...(whole ? [] : [say(language, 'cli.location.cut')]),
    ...(apartMeters === null ? [] : [say(language, 'cli.location.apart', { meters: apartMeters })]),
  ];
  return parts.join('; ');
}

function courseWords(language: Language, believed: LocatedRecording | null, zone: string): readonly string[] {
  if (believed === null) return [];
  const { start, end, points, withinMeters: meters, fixes } = believed;
  const span =
    start === null || end === null ? null : { start: timeWords(start, zone), end: timeWords(end, zone) };
  return [
    ...(span === null ? [] : [say(language, 'cli.location.span', span)]),
    ...(points === fixes ? [] : [say(language, 'cli.location.kept', { points, meters })]),
  ];
}

function dropWords(language: Language, reason: string, count: number): string {
  const known = ['check_sum', 'malformed', 'nowhere', 'off_earth', 'jump'] as const;
  const found = known.find((one) => one === reason);
  return found === undefined ? `${reason} ${count}` : say(language, `cli.location.drop.${found}`, { count });
}
