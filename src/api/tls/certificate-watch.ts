import type { SecureContextOptions } from 'node:tls';
import type { Clock } from '../../clock.ts';
import type { Alarms } from '../../custody/alarms.ts';
import { soundIdentity, type TlsSource } from '../../station/tls-source.ts';
import { renewDays } from '../../tls/own-identity.ts';

export interface CertificateRoom {
  readonly alarms: Pick<Alarms, 'raise' | 'settle'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: (message: string, facts: Readonly<Record<string, unknown>>) => void;
}

type Named = Exclude<TlsSource, { kind: 'none' }>;
type Shown = SecureContextOptions & { readonly cert: string; readonly key: string };

/** Keeps the certificate that callers are shown sound: renews the station's own, takes up what was put in its place. */
export class CertificateWatch {
  readonly #room: CertificateRoom;
  readonly #source: Named;
  #shown: Shown | null = null;

  constructor(room: CertificateRoom, source: Named) {
    this.#room = room;
    this.#source = source;
  }

  /** What to begin with. Errors: `tls.*`: with one that nobody would believe, nothing is begun. */
  async first(): Promise<Shown> {
    this.#shown = await this.#sound();
    return this.#shown;
  }

  /** Looks again, and hands on what has changed. One that is no good is told, and the one before stays. */
  async look(take: (shown: Shown) => void): Promise<void> {
    const { alarms, log } = this.#room;
    try {
      const found = await this.#sound();
      if (found.cert !== this.#shown?.cert || found.key !== this.#shown.key) {
        take(found);
        this.#shown = found;
        log('certificate taken up', { source: this.#source.kind });
      }
      await alarms.settle('certificate_unusable', 'http');
    } catch (error) {
      const found = error instanceof Error ? error.message : String(error);
      await alarms.raise('certificate_unusable', 'critical', 'http', { found });
    }
  }

  async #sound(): Promise<Shown> {
    const now = this.#room.clock.now();
    const source = this.#source;
    if (source.kind === 'own') {
      await source.own.renew(source.names(), now);
      await this.#ends('authority', 'CA', await source.own.authorityUntil(now));
    }
    const { cert, key, facts } = await soundIdentity(source, now);
    await this.#ends('server', facts.subject, facts.until);
    return { cert, key };
  }

  async #ends(about: string, subject: string, until: Temporal.Instant): Promise<void> {
    const { alarms, clock } = this.#room;
    const soon = clock.now().add({ hours: 24 * renewDays });
    if (Temporal.Instant.compare(until, soon) > 0) await alarms.settle('certificate_expiring', about);
    else await alarms.raise('certificate_expiring', 'warning', about, { subject, until: until.toString() });
  }
}
