import type { Test } from 'tap';
import { type AccessDesk, accessDesk } from '../../src/access/access-desk.ts';
import { AccountBook } from '../../src/access/accounts/account-book.ts';
import type { SignedIn, SignInAnswer, SignInCookie } from '../../src/access/doors.ts';
import type { Acting } from '../../src/access/room.ts';
import type { AccessSettings } from '../../src/access/settings.ts';
import { Hashing, type Strength } from '../../src/access/signing/hashing.ts';
import { fromBase32, hotp, stepAt } from '../../src/access/signing/totp.ts';
import { loadConfig } from '../../src/config.ts';
import { Alarms } from '../../src/custody/alarms.ts';
import type { AnyDraft, AnyEntry } from '../../src/custody/entry.ts';
import type { Ledger } from '../../src/custody/ledger.ts';
import { entryList } from '../../src/station/catalogue/entries.ts';
import { Turns } from '../../src/turns.ts';
import { everyEntry } from '../support/every-entry.ts';
import { asLedger, type LoneLedger, loneLedger } from '../support/tamper-ledger.ts';

/** Cheap: what is tried here is who is let in, not how long a guess takes. */
export const cheap: Strength = { memoryKib: 64, passes: 1, lanes: 1 };

export const owner: Acting = { actor: { kind: 'person', id: 'ST01-U000901' }, principal: null };
export const otherOwner: Acting = { actor: { kind: 'person', id: 'ST01-U000902' }, principal: null };

export type LetIn = Extract<SignInAnswer, { let: 'in' }>;

/** Accounts, requests and reviews over a ledger of their own, under a clock that stands. */
export class AccessStation {
  readonly lone: LoneLedger;
  readonly ledger: Ledger;
  readonly settings: AccessSettings;
  desk: AccessDesk;

  constructor(t: Test, settings: Partial<AccessSettings> = {}) {
    this.lone = loneLedger(t);
    this.ledger = asLedger(this.lone);
    this.settings = { ...loadConfig(null, { env: {} }).access, ...settings };
    this.desk = this.restarted();
  }

  /** The same database behind a new process: nothing that was in memory is left. */
  restarted(): AccessDesk {
    const { db, clock } = this.lone;
    const { ledger, settings } = this;
    const alarms = new Alarms(ledger, db, 'ST01');
    const room = {
      db,
      ledger,
      alarms,
      clock,
      turns: new Turns(),
      stationCode: 'ST01',
      zone: 'Asia/Shanghai',
    };
    this.desk = accessDesk({ ...room, settings }, new Hashing(cheap));
    return this.desk;
  }

  pass(duration: Temporal.DurationLike): void {
    const { clock } = this.lone;
    clock.instant = clock.instant.add(duration);
  }

  async enter(...drafts: readonly AnyDraft[]): Promise<void> {
    await this.ledger.append(drafts);
  }

  async register(register: 'units' | 'officers' | 'cases', key: string, personal: Record<string, string>) {
    await this.enter({
      type: 'register.entered',
      actor: owner.actor,
      subject: { kind: 'register', id: `${register}/${key}` },
      data: { register, key, import: null },
      personal,
    });
  }

  async tag(evidence: string, field: 'officer' | 'unit' | 'classification', value: string): Promise<void> {
    await this.enter({
      type: 'evidence.tagged',
      actor: owner.actor,
      subject: { kind: 'evidence', id: evidence },
      data: { evidence, field, source: 'person' },
      personal: { values: JSON.stringify([value]) },
    });
  }

  /** A recording of an officer of a unit. */
  async recording(number: number, officer: string | null, unit: string | null): Promise<string> {
    const evidence = `ST01-2026-${String(number).padStart(7, '0')}`;
    const sample = everyEntry.find((one) => one.type === 'recording.secured');
    if (sample?.type !== 'recording.secured') throw new Error('no sample of a recording');
    const sha256 = String(number).padStart(64, '0');
    await this.enter({
      ...sample,
      subject: { kind: 'evidence', id: evidence },
      data: { ...sample.data, evidence, sha256, recording: `recording-${number}` },
      personal: { path: `DCIM/${number}.mp4` },
    });
    if (officer !== null) await this.tag(evidence, 'officer', officer);
    if (unit !== null) await this.tag(evidence, 'unit', unit);
    return evidence;
  }

  /** An account that has changed its password and, where it must, has an authenticator. */
  async person(
    name: string,
    roles: readonly string[],
    more: { readonly units?: readonly string[]; readonly officer?: string } = {},
  ): Promise<Person> {
    const wish = { name, person: null, roles: [...roles], units: [...(more.units ?? [])] };
    const deed = { deed: 'add', ...wish, officer: more.officer ?? null } as const;
    const done = await this.desk.accounts.deed(deed, owner);
    const first = done.state === 'done' ? done.outcome.oneTimePassword : await this.#confirmed(done.proposal);
    const person = new Person(this, name, first ?? '');
    await person.settle();
    return person;
  }

  async #confirmed(proposal: string): Promise<string> {
    const decision = { proposal, decision: 'confirmed', note: null } as const;
    const outcome = await this.desk.accounts.proposals.decide(decision, otherOwner);
    return (outcome as { oneTimePassword: string }).oneTimePassword;
  }

  account(name: string): string {
    return new AccountBook(this.lone.db).byName(name)?.account ?? '–';
  }

  /** The entries of these types, oldest first. */
  entries(...types: readonly AnyEntry['type'][]) {
    const all = { type: null, subject: null, actor: null, since: null, until: null, after: null } as const;
    const { entries } = entryList(this.lone.db, { ...all, newestFirst: false, limit: 10_000 });
    return entries.filter(({ type }) => (types as readonly string[]).includes(type));
  }
}

const address = '192.0.2.7';

/** Somebody with an account. */
export class Person {
  readonly name: string;
  readonly #station: AccessStation;
  password: string;
  totp: string | null = null;

  constructor(station: AccessStation, name: string, password: string) {
    this.#station = station;
    this.name = name;
    this.password = password;
  }

  async signIn(from = address): Promise<SignInAnswer> {
    return await this.#station.desk.doors.signIn(this.name, this.password, this.code(), from);
  }

  /** The code on the authenticator; a step later each time, since none is taken twice. */
  code(): string | null {
    if (this.totp === null) return null;
    this.#station.pass({ seconds: 30 });
    return hotp(fromBase32(this.totp), stepAt(this.#station.lone.clock.now()));
  }

  async in(from = address): Promise<LetIn> {
    const answer = await this.signIn(from);
    if (answer.let !== 'in') throw new Error(`${this.name} was not let in: ${answer.because}`);
    return answer;
  }

  /** What anybody does at the first sign-in. */
  async settle(): Promise<readonly string[]> {
    const { doors } = this.#station.desk;
    const first = await this.in();
    const next = `马到成功 ${this.name} 7#平湖`;
    await doors.changePassword(first.principal, this.password, next, address);
    this.password = next;
    const { principal } = await this.#known(first.cookie);
    if (principal.pending !== 'enrol_totp') return [];
    const { secret } = await doors.beginTotp(principal);
    this.totp = secret;
    return await doors.confirmTotp(principal, this.code() ?? '');
  }

  async acting(): Promise<Acting> {
    const { principal } = await this.in();
    return { actor: { kind: 'person', id: principal.account }, principal };
  }

  async #known(cookie: SignInCookie): Promise<SignedIn> {
    const known = await this.#station.desk.doors.session(cookie.value);
    if (known === null) throw new Error(`${this.name} is not signed in`);
    return known;
  }
}
