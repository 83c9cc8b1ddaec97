import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A bureau's authority with one below it, made by OpenSSL: not by what is tested. */
export class Bureau {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    this.#request('root', 'rsa:2048', '/CN=Bureau Root');
    this.#sign('root', null, 'CA:TRUE');
    this.#request('middle', 'rsa:2048', '/CN=Bureau Middle');
    this.#sign('middle', 'root', 'CA:TRUE');
  }

  /** @param days negative: it has ended already */
  server(name: string, san: string, { days = 90, bits = 2_048, usage = 'serverAuth' } = {}): void {
    this.#request(name, `rsa:${bits}`, `/CN=${name}`);
    this.#sign(name, 'middle', 'CA:FALSE', [`subjectAltName=${san}`, `extendedKeyUsage=${usage}`], days);
  }

  pem(...names: readonly string[]): string {
    return names.map((name) => readFileSync(join(this.folder, `${name}.pem`), 'utf8')).join('');
  }

  key(name: string): string {
    return readFileSync(join(this.folder, `${name}.key`), 'utf8');
  }

  #request(name: string, kind: string, subject: string): void {
    const files = ['-keyout', `${name}.key`, '-out', `${name}.csr`];
    this.#openssl('req', '-new', '-newkey', kind, '-nodes', '-subj', subject, ...files);
  }

  #sign(
    name: string,
    issuer: string | null,
    constraints: string,
    more: readonly string[] = [],
    days = 3_650,
  ): void {
    const extensions = [`basicConstraints=critical,${constraints}`, ...more].join('\n');
    writeFileSync(join(this.folder, `${name}.ext`), `${extensions}\n`);
    const signer =
      issuer === null
        ? ['-signkey', `${name}.key`]
        : ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`, '-CAcreateserial'];
    const files = ['-in', `${name}.csr`, '-out', `${name}.pem`, '-extfile', `${name}.ext`];
    this.#openssl('x509', '-req', '-sha256', '-days', String(days), ...files, ...signer);
  }

  #openssl(...args: readonly string[]): void {
    execFileSync('openssl', args, { cwd: this.folder, stdio: 'ignore' });
  }
}
