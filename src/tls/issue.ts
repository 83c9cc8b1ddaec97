import { createPrivateKey, KeyObject, webcrypto } from 'node:crypto';
import { isIP } from 'node:net';

/** A certificate with its key, both PEM; the key is PKCS#8. */
export interface Issued {
  readonly cert: string;
  readonly key: string;
}

/** Ten years: whoever has installed it need not again before the station's hardware is replaced. */
const authorityYears = 10;
/** What browsers take of a server's certificate at most (CA/Browser Forum Baseline Requirements 6.3.2). */
const serverDays = 397;
const p256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** An authority of the station's own. It vouches for servers alone, and for no other authority. @param code the station's */
export async function issueAuthority(code: string, now: Temporal.Instant): Promise<Issued> {
  const x509 = await library();
  const keys = await webcrypto.subtle.generateKey(p256, true, ['sign', 'verify']);
  const { KeyUsageFlags } = x509;
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ O: ['Docket'] }, { CN: [`Docket ${code}`] }],
    ...validity(now, { days: Math.floor(authorityYears * 365.25) }),
    keys,
    signingAlgorithm: p256,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { cert: pemOf(cert), key: await keyPem(keys.privateKey) };
}

/** A server's certificate by that authority. @param names DNS names and addresses, the first one its common name too */
export async function issueServer(
  { cert, key }: Issued,
  names: readonly string[],
  now: Temporal.Instant,
): Promise<Issued> {
  const x509 = await library();
  const authority = new x509.X509Certificate(cert);
  const keys = await webcrypto.subtle.generateKey(p256, true, ['sign', 'verify']);
  const made = await x509.X509CertificateGenerator.create({
    subject: [{ CN: [(names[0] ?? 'docket').slice(0, 64)] }],
    issuer: authority.subject,
    ...validity(now, { days: serverDays }),
    publicKey: keys.publicKey,
    signingKey: await signingKey(key),
    signingAlgorithm: p256,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.1']),
      new x509.SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isAddress(value) ? 'ip' : 'dns', value })),
      ),
      await x509.AuthorityKeyIdentifierExtension.create(authority),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { cert: pemOf(made), key: await keyPem(keys.privateKey) };
}

/** Loaded where a certificate is made, once a year; its container of classes wants `Reflect.getMetadata`. */
async function library(): Promise<typeof import('@peculiar/x509')> {
  await import('reflect-metadata');
  return await import('@peculiar/x509');
}

/** From an hour ago: the clock of a client may be behind. */
function validity(now: Temporal.Instant, { days }: { readonly days: number }) {
  const [from, to] = [now.subtract({ hours: 1 }), now.add({ hours: 24 * days })];
  // The library takes nothing else.
  return { notBefore: new Date(from.epochMilliseconds), notAfter: new Date(to.epochMilliseconds) };
}

function isAddress(name: string): boolean {
  return isIP(name) !== 0;
}

function pemOf(cert: { toString(format: 'pem'): string }): string {
  return `${cert.toString('pem').trim()}\n`;
}

async function keyPem(key: webcrypto.CryptoKey): Promise<string> {
  return KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' }).toString();
}

async function signingKey(pem: string): Promise<webcrypto.CryptoKey> {
  const der = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' });
  return await webcrypto.subtle.importKey('pkcs8', new Uint8Array(der), p256, false, ['sign']);
}
