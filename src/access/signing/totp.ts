import { createHmac, randomBytes } from 'node:crypto';

/** RFC 6238 as authenticators know it: HMAC-SHA-1, steps of 30 s, six digits. */
const stepSeconds = 30;
const digits = 6;
/** RFC 4226: 160 bits. */
const secretBytes = 20;
/** RFC 6238 5.2: a code that was on the screen one step ago, or is one ahead by the phone's clock, is taken too. */
const tolerance = [0, -1, 1] as const;

/** RFC 4226's truncated HMAC of a counter. */
export function hotp(key: Uint8Array, counter: number, length = digits): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', key).update(message).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** length).padStart(length, '0');
}

export function stepAt(now: Temporal.Instant): number {
  return Math.floor(now.epochMilliseconds / 1_000 / stepSeconds);
}

/**
 * The time step whose code this is; null where it is none, or not a later one than `after`: whoever has read a code over
 * somebody's shoulder cannot use it again (RFC 6238 5.2).
 */
export function stepOfCode(
  secret: string,
  code: string,
  now: Temporal.Instant,
  after: number,
): number | null {
  const key = fromBase32(secret);
  const here = stepAt(now);
  const step = tolerance.map((off) => here + off).find((one) => one >= 0 && hotp(key, one) === code);
  return step === undefined || step <= after ? null : step;
}

export function newTotpSecret(): string {
  return toBase32(randomBytes(secretBytes));
}

/** What an authenticator reads from a QR code (the `otpauth` key URI format). */
export function totpUri(secret: string, station: string, account: string): string {
  const label = `${encodeURIComponent(`Docket ${station}`)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(`Docket ${station}`)}`;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 base 32 without padding. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => alphabet[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

export function fromBase32(text: string): Uint8Array {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
