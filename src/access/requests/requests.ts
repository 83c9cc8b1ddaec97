import { machine } from '../../custody/alarms.ts';
import type { AnyDraft } from '../../custody/entry.ts';
import type { RequestKind } from '../../custody/entry-kinds.ts';
import type { WorkChange } from '../../custody/ledger.ts';
import { requireTwoPersons, samePerson } from '../../custody/person.ts';
import { relabelled, tagAgain } from '../../tagging/tag-anew.ts';
import { tagDraft } from '../../tagging/tag-draft.ts';
import { AccountBook } from '../accounts/account-book.ts';
import { AccessError } from '../error.ts';
import { may, type Principal } from '../principal.ts';
import { type AccessRoom, type Acting, nextId, requireInPerson } from '../room.ts';
import { OwnershipBook } from './ownership.ts';
import { RequestBook, type StandingRequest } from './request-book.ts';

export interface RequestWish {
  readonly kind: RequestKind;
  readonly evidence: readonly string[];
  /** The account that will act on it; null: whoever submits. */
  readonly for: string | null;
  readonly until: Temporal.Instant;
  readonly why: string;
  /** The review body or court, for `give_out` alone. */
  readonly recipient: string | null;
  readonly emergency: boolean;
}

export interface RequestDecision {
  readonly request: string;
  readonly decision: 'approved' | 'rejected' | 'withdrawn';
  readonly note: string | null;
}

/** Requests that a page of them expires at a time. */
const expiredAtOnce = 500;

/** Who may see footage or have it: asked for, decided, run out (ZZ-28, HY-12, HY-13, QZ-22). */
export class Requests {
  readonly #room: AccessRoom;
  readonly #book: RequestBook;
  readonly #owners: OwnershipBook;

  constructor(room: AccessRoom) {
    this.#room = room;
    this.#book = new RequestBook(room.db);
    this.#owners = new OwnershipBook(room.db);
  }

  /**
   * Errors: `access.evidence_unknown`, `access.account_unknown`, `access.until_wrong`, `access.recipient_missing`,
   * `access.emergency_kind`, `access.not_classified`.
   */
  async submit(wish: RequestWish, { actor, principal }: Acting): Promise<string> {
    const beneficiary = this.#beneficiary(wish.for, actor.id);
    this.#requireWithin(wish.evidence, principal);
    this.#requireSound(wish);
    const { db, ledger, turns, stationCode, alarms } = this.#room;
    const { kind, emergency, why, recipient } = wish;
    const evidence = [...new Set(wish.evidence)];
    const until = wish.until.toString();
    return await turns.take('requests', async () => {
      const request = nextId(db, stationCode, 'R', 'view_request');
      await ledger.append([
        {
          type: 'request.submitted',
          actor,
          subject: { kind: 'request', id: request },
          data: { request, kind, evidence, for: beneficiary, until, emergency },
          personal: { why, ...(recipient === null ? {} : { recipient }) },
        },
      ]);
      // The watch raises it too where a crash comes between.
      if (emergency)
        await alarms.raise('emergency_viewing', 'critical', request, { request, who: beneficiary, until });
      return request;
    });
  }

  /**
   * Approves, rejects or withdraws. Nobody decides what they submitted or will act on; whoever submitted it alone withdraws
   * it, an approved one too. An emergency is not withdrawn: what was seen is to be approved or not. An approved `lift`
   * takes the classification away in the same commit. Errors: `access.request_unknown`, `access.request_settled`,
   * `access.request_own`, `access.request_beyond`, `access.request_emergency`, `access.needs_password`.
   */
  async decide({ request, decision, note }: RequestDecision, acting: Acting): Promise<void> {
    const { ledger, turns } = this.#room;
    requireInPerson(acting);
    await turns.take('requests', async () => {
      const found = this.#book.named(request);
      const evidence = this.#book.evidenceOf(request);
      this.#requireDecidable(found, decision, evidence, acting);
      const lifted = decision === 'approved' && found.kind === 'lift' ? lift(evidence, acting) : nothing;
      const decided: AnyDraft = {
        type: 'request.decided',
        actor: acting.actor,
        subject: { kind: 'request', id: request },
        data: { request, decision },
        personal: note === null ? {} : { note },
      };
      await ledger.append([decided, ...lifted.drafts], lifted.work);
    });
  }

  /** Enters that requests have run out; those whose time nobody waits for any more. Returns how many. */
  async expire(): Promise<number> {
    const { ledger, turns, clock } = this.#room;
    return await turns.take('requests', async () => {
      const over = this.#book.over(clock.now(), expiredAtOnce);
      const drafts = over.map((request): AnyDraft => {
        const subject = { kind: 'request', id: request } as const;
        return { type: 'request.expired', actor: machine, subject, data: { request }, personal: {} };
      });
      if (drafts.length > 0) await ledger.append(drafts);
      return drafts.length;
    });
  }

  #beneficiary(given: string | null, submitter: string): string {
    if (given === null || given === submitter) return submitter;
    // The owner of the data folder asks for an account or for another user of the machine.
    if (given.startsWith('os:')) return given;
    const account = new AccountBook(this.#room.db).meant(given);
    if (account === null || account.state !== 'active')
      throw new AccessError('access.account_unknown', { found: given }, { field: 'for' });
    return account.account;
  }

  /** What lies beyond somebody's reach is not there for them: an emergency would open it before anybody decides. */
  #requireWithin(evidence: readonly string[], principal: Principal | null): void {
    const known = this.#room.db
      .prepare<[string], number>('SELECT 1 FROM view_evidence WHERE evidence = ?')
      .pluck();
    const isThere = (one: string): boolean =>
      known.get(one) !== undefined &&
      (principal === null || may(principal, 'request.submit', this.#owners.facts(one)));
    const unknown = evidence.find((one) => !isThere(one));
    if (unknown !== undefined || evidence.length === 0)
      throw new AccessError('access.evidence_unknown', { found: unknown ?? '–' }, { field: 'EVIDENCE' });
  }

  #requireSound(wish: RequestWish): void {
    const { clock, settings } = this.#room;
    const hours = wish.emergency ? settings.emergencyHours : 24 * settings.requestDays;
    const latest = clock.now().add({ hours });
    const tooLate = Temporal.Instant.compare(wish.until, latest) > 0;
    if (tooLate || Temporal.Instant.compare(wish.until, clock.now()) <= 0) {
      const params = { found: wish.until.toString(), latest: latest.toString({ smallestUnit: 'second' }) };
      throw new AccessError('access.until_wrong', params, { field: 'until' });
    }
    if ((wish.kind === 'give_out') !== (wish.recipient !== null))
      throw new AccessError('access.recipient_missing', { kind: wish.kind }, { field: 'recipient' });
    if (wish.emergency && wish.kind !== 'view')
      throw new AccessError('access.emergency_kind', { kind: wish.kind }, { field: 'emergency' });
    const plain = wish.evidence.find((one) => this.#owners.facts(one).classification === 'ordinary');
    if (wish.kind === 'lift' && plain !== undefined)
      throw new AccessError('access.not_classified', { evidence: plain }, { field: 'EVIDENCE' });
  }

  #requireDecidable(
    found: StandingRequest,
    decision: RequestDecision['decision'],
    evidence: readonly string[],
    { actor, principal }: Acting,
  ): void {
    const { request, state, submitter, emergency } = found;
    const open = state === 'submitted' || (state === 'approved' && decision === 'withdrawn');
    if (!open) throw new AccessError('access.request_settled', { request, state });
    const { db } = this.#room;
    const asked = samePerson(db, submitter, actor.id);
    const own = asked || (samePerson(db, found.for, actor.id) && decision !== 'withdrawn');
    if (own !== (decision === 'withdrawn'))
      throw new AccessError('access.request_own', { request, submitter });
    if (decision !== 'withdrawn') requireTwoPersons(db, submitter, found.for, actor.id);
    if (emergency && decision === 'withdrawn') throw new AccessError('access.request_emergency', { request });
    if (principal === null || decision === 'withdrawn') return;
    // A request over several units is decided by one who is responsible for all of them.
    const beyond = evidence.find((one) => !may(principal, 'request.decide', this.#owners.facts(one)));
    if (beyond !== undefined) throw new AccessError('access.request_beyond', { request, evidence: beyond });
  }
}

interface Lifted {
  readonly drafts: readonly AnyDraft[];
  readonly work: readonly WorkChange[];
}

const nothing: Lifted = { drafts: [], work: [] };

function lift(evidence: readonly string[], { actor }: Acting): Lifted {
  return {
    drafts: evidence.map((one) => tagDraft(one, 'classification', 'person', ['ordinary'], actor)),
    work: evidence.flatMap((one) => [tagAgain(one), relabelled(one)]),
  };
}
