import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { TlsError } from './error.ts';

/** What a server shows and what it proves it with, both PEM. */
export interface Identity {
  /** The server's certificate first, then those that vouch for it, each for the one before. */
  readonly cert: string;
  readonly key: string;
}

/** What is told of a sound one. */
export interface Examined {
  readonly subject: string;
  readonly issuer: string;
  /** DNS names and addresses. */
  readonly names: readonly string[];
  readonly from: Temporal.Instant;
  /** The earliest end in the chain. */
  readonly until: Temporal.Instant;
  /** SHA-256 of the certificate, as browsers show it. */
  readonly fingerprint: string;
}

const serverAuth = '1.3.6.1.5.5.7.3.1';
/** Beyond them browsers refuse. */
const leastRsaBits = 2_048;

/**
 * Says what an identity is, or why nobody would believe it: chain, key, time, names. Pure.
 * @param wanted names and addresses that it must be for @param field the setting at fault
 * Errors: `tls.*`.
 */
export function examine(
  { cert, key }: Identity,
  wanted: readonly string[],
  now: Temporal.Instant,
  field = 'http.tls.certificateFile',
): Examined {
  const chain = chainOf(cert, field);
  const [leaf] = chain;
  if (leaf === undefined) throw new TlsError('tls.certificate_unreadable', { found: 'empty' }, { field });
  requireChain(chain, field);
  requireKey(leaf, key);
  for (const one of chain) requireTime(one, now, field);
  const missing = wanted.find((name) => !isFor(leaf, name));
  const names = namesOf(leaf);
  if (missing !== undefined)
    throw new TlsError('tls.name_missing', { name: missing, found: names.join(', ') }, { field });
  const ends = chain.map((one) => instantOf(one.validToDate)).toSorted(Temporal.Instant.compare);
  return {
    ...{ subject: oneLine(leaf.subject), issuer: oneLine(leaf.issuer), names },
    from: instantOf(leaf.validFromDate),
    until: ends[0] ?? instantOf(leaf.validToDate),
    fingerprint: leaf.fingerprint256,
  };
}

/** An authority of the station's own: whether it can still vouch, and until when. Errors: `tls.*`. Pure. */
export function examineAuthority(
  { cert, key }: Identity,
  now: Temporal.Instant,
): { readonly until: Temporal.Instant; readonly fingerprint: string } {
  const field = 'http.tls';
  const [authority] = chainOf(cert, field);
  if (authority?.ca !== true)
    throw new TlsError('tls.certificate_unreadable', { found: 'CA:FALSE' }, { field });
  requireKey(authority, key);
  requireTime(authority, now, field);
  return { until: instantOf(authority.validToDate), fingerprint: authority.fingerprint256 };
}

/** Error: `tls.certificate_unreadable`. */
function chainOf(pem: string, field: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0)
    throw new TlsError('tls.certificate_unreadable', { found: 'no BEGIN CERTIFICATE' }, { field });
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new TlsError('tls.certificate_unreadable', { found }, { cause, field });
  }
}

function requireChain(chain: readonly X509Certificate[], field: string): void {
  const [leaf] = chain;
  const broken = (one: X509Certificate | undefined): never => {
    throw new TlsError('tls.chain_broken', { subject: oneLine(one?.subject ?? '–') }, { field });
  };
  if (leaf?.ca === true)
    throw new TlsError('tls.leaf_vouches', { subject: oneLine(leaf.subject) }, { field });
  if (leaf?.keyUsage !== undefined && !leaf.keyUsage.includes(serverAuth))
    throw new TlsError('tls.not_for_servers', { subject: oneLine(leaf.subject) }, { field });
  for (const [i, one] of chain.entries()) {
    const next = chain[i + 1];
    if (next === undefined) return;
    if (!next.ca || !one.checkIssued(next) || !one.verify(next.publicKey)) broken(one);
  }
}

/** Errors: `tls.key_unusable`, `tls.key_foreign`, `tls.key_weak`. */
function requireKey(leaf: X509Certificate, pem: string): void {
  const field = 'http.tls.keyFile';
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new TlsError('tls.key_unusable', { found }, { cause, field });
  }
  if (!leaf.checkPrivateKey(key))
    throw new TlsError('tls.key_foreign', { subject: oneLine(leaf.subject) }, { field });
  const bits = key.asymmetricKeyDetails?.modulusLength;
  if (bits !== undefined && bits < leastRsaBits)
    throw new TlsError('tls.key_weak', { bits, least: leastRsaBits }, { field });
}

function requireTime(one: X509Certificate, now: Temporal.Instant, field: string): void {
  const [from, until] = [instantOf(one.validFromDate), instantOf(one.validToDate)];
  const subject = oneLine(one.subject);
  if (Temporal.Instant.compare(now, from) < 0)
    throw new TlsError('tls.not_yet', { subject, from: from.toString(), now: said(now) }, { field });
  if (Temporal.Instant.compare(now, until) >= 0)
    throw new TlsError('tls.expired', { subject, until: until.toString(), now: said(now) }, { field });
}

function said(now: Temporal.Instant): string {
  return now.toString({ smallestUnit: 'second' });
}

/** Whether clients that call it so take the certificate; the subject is no name any more (RFC 9110 4.3.4). */
function isFor(leaf: X509Certificate, name: string): boolean {
  if (isIP(name) !== 0) return leaf.checkIP(name) !== undefined;
  return leaf.checkHost(name, { subject: 'never' }) !== undefined;
}

/** DNS names and addresses as the certificate has them. */
function namesOf({ subjectAltName }: X509Certificate): readonly string[] {
  return (subjectAltName ?? '').split(', ').flatMap((one) => {
    const [, name] = /^(?:DNS|IP Address):(.+)$/.exec(one) ?? [];
    return name === undefined ? [] : [name];
  });
}

function oneLine(subject: string): string {
  return subject.split('\n').join(', ');
}

function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}
