import { foldCase } from './card-name.ts';
import { isFactoryDefault } from './file-name.ts';

/** `person`: who hands in a card says whose it is. */
export type ClaimSource = 'person' | 'marker' | 'log' | 'file_names' | 'usb_serial';

/** One source's word on whose card it is. */
export interface Claim {
  readonly source: ClaimSource;
  readonly value: string;
}

export interface Identity {
  /** The device number, the USB serial, or `folder:` and the card's real path. */
  readonly recorder: string;
  /** Whether the identity is sure. Whether the recorder is registered is asked elsewhere. */
  readonly assigned: boolean;
  /** What was weighed, without repeats and factory defaults; at most 16 of each source. */
  readonly claims: readonly Claim[];
  /** Whether sources disagree: an alarm. */
  readonly conflict: boolean;
}

/** An attacker can name 20,000 devices in 20,000 file names; a ledger entry has no room for them. */
const mostOfASource = 16;

/**
 * Whose card it is: the marker or newest log line, then a non-zero device number in file names, then the USB serial
 * (handed in only where the profile calls it unique), else the folder. Numbers that disagree assign nothing, with one
 * exception: beside a log line, file names may keep the number that the recorder had before. A USB serial is a number
 * of another kind, so it can neither confirm nor contradict. What a person says counts as one more number: it assigns
 * a card that says nothing, and never beats one that says otherwise.
 */
export function identityOf(claims: readonly Claim[], realPath: string): Identity {
  const known = distinct(claims.filter(({ value }) => isUsableNumber(value) && !isFactoryDefault(value)));
  const of = (source: ClaimSource) => known.filter((claim) => claim.source === source);
  const [person, marker, log] = [of('person'), of('marker'), of('log')];
  const [names, serial] = [of('file_names'), of('usb_serial')];
  const numbers = [...person, ...marker, ...(log.length > 0 ? log : names)];
  const conflict = !agree(numbers) || !agree(serial);
  const first = conflict ? undefined : (numbers[0] ?? serial[0]);
  return {
    recorder: first?.value ?? `folder:${realPath}`,
    assigned: first !== undefined,
    claims: [person, marker, log, names, serial].flatMap((group) => group.slice(0, mostOfASource)),
    conflict,
  };
}

/** At most 64 printable characters; one that begins with `folder:` would pose as a card that nobody is assigned to. */
export function isUsableNumber(value: string): boolean {
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]{1,64}$/u.test(value) && !/^folder:/i.test(value);
}

function agree(claims: readonly Claim[]): boolean {
  return new Set(claims.map(({ value }) => foldCase(value))).size <= 1;
}

function distinct(claims: readonly Claim[]): readonly Claim[] {
  const seen = new Map<string, Claim>();
  for (const claim of claims) {
    const key = `${claim.source}:${foldCase(claim.value)}`;
    if (!seen.has(key)) seen.set(key, claim);
  }
  return [...seen.values()];
}
