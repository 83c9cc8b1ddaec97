import { StationError } from '../station/error.ts';
import { say } from '../texts/say.ts';
import type { Language } from '../texts/text.ts';

/** An option as it was given, for the message when it is wrong. */
export interface Given {
  readonly language: Language;
  /** `ledger list` */
  readonly command: string;
  /** `--since` */
  readonly option: string;
  readonly found: string;
}

/** A whole number. Error: `station.value_wrong`. */
export function countOf(given: Given, least: number, most: number): number {
  const value = /^\d{1,16}$/.test(given.found) ? Number(given.found) : Number.NaN;
  if (!(value >= least && value <= most))
    throw wrongValue(given, say(given.language, 'cli.allowed.count', { least, most }));
  return value;
}

/** RFC 3339 with an offset: a time without one is refused, not guessed. Error: `station.value_wrong`. */
export function instantOf(given: Given): Temporal.Instant {
  const { found } = given;
  if (!/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d\d:\d\d)$/.test(found))
    throw wrongValue(given, say(given.language, 'cli.allowed.instant'));
  try {
    const instant = Temporal.Instant.from(found.toUpperCase());
    if (instant.epochMilliseconds < 0) throw new RangeError(found);
    return instant;
  } catch (cause) {
    throw wrongValue(given, say(given.language, 'cli.allowed.instant'), cause);
  }
}

/** One of a few words. Error: `station.value_wrong`. */
export function oneOf<const T extends string>(given: Given, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === given.found);
  if (found === undefined) throw wrongValue(given, allowed.join(' | '));
  return found;
}

const mostNote = 4_000;
/** Spaces, zero-width marks and turns of direction alone say nothing. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** Control characters but for the ends of lines and tabs: they say nothing, and steer a terminal. */
const steering = /(?![\t\n\r])\p{Cc}/u;

/** A person's own words: some, and not a book. Error: `station.value_wrong`. */
export function noteOf(given: Given): string {
  return wordsOf(given, mostNote);
}

/** The same, of at most so many characters. */
export function wordsOf(given: Given, most: number): string {
  const { found, language } = given;
  if (!visible.test(found) || steering.test(found) || found.length > most)
    throw wrongValue(given, say(language, 'cli.allowed.text', { most }));
  return found;
}

/** `kind:id` as the ledger's index has it. Error: `station.value_wrong`. */
export function subjectOf(given: Given): string {
  if (!/^[a-z]+:./u.test(given.found))
    throw wrongValue(given, say(given.language, 'cli.allowed.subject', { example: 'ST01-2026-0000001' }));
  return given.found;
}

const mostShown = 200;

/** What is said of a value that may not be there. */
export function wrongValue(
  { command, option, found }: Given,
  allowed: string,
  cause?: unknown,
): StationError {
  const field = option.replace(/^--/, '');
  const shown = found.length > mostShown ? `${found.slice(0, mostShown)}…` : found;
  return new StationError(
    'station.value_wrong',
    { option, allowed, found: shown, command },
    { cause, field },
  );
}

/** The options of one command, each read when it was given. */
export class OptionReader {
  readonly #language: Language;
  readonly #command: string;

  constructor(language: Language, command: string) {
    this.#language = language;
    this.#command = command;
  }

  given(option: string, found: string): Given {
    return { language: this.#language, command: this.#command, option, found };
  }

  /** What `read` makes of the option; null where it was not given. */
  optional<T>(option: string, found: string | undefined, read: (given: Given) => T): T | null {
    return found === undefined ? null : read(this.given(option, found));
  }
}
