import { canonicalText } from '../../custody/canonical.ts';
import type { Db } from '../../custody/database.ts';
import type { JsonObject } from '../../custody/json.ts';
import { requireTwoPersons, samePerson } from '../../custody/person.ts';
import { AccessError } from '../error.ts';
import { type AccessRoom, type Acting, nextId, requireInPerson } from '../room.ts';
import type { Prepared } from './prepared.ts';

/**
 * What one kind of proposal does once a second person has confirmed it: prepares what is to be committed together with
 * the decision, so that nothing is confirmed and not done. `content` is what was proposed, as it stands in the ledger;
 * it is checked again here, since the world has gone on.
 */
export type Doer = (content: unknown, acting: Acting) => Promise<Prepared<unknown>>;

export interface Proposal {
  readonly proposal: string;
  readonly kind: string;
  /** Canonical JSON; null where it was erased. */
  readonly content: string | null;
  readonly state: string;
  readonly proposer: string;
  readonly made: string;
  readonly until: string;
  readonly decider: string | null;
  readonly decided: string | null;
  readonly note: string | null;
}

/** What needs two persons: one proposes, another confirms, and only then it is done. */
export class Proposals {
  readonly #room: AccessRoom;
  readonly #doers: Readonly<Record<string, Doer>>;

  constructor(room: AccessRoom, doers: Readonly<Record<string, Doer>>) {
    this.#room = room;
    this.#doers = doers;
  }

  /** @param kind one of those that somebody carries out. Errors: those of its doer, which is asked whether it could be done. */
  async propose(kind: string, content: JsonObject, acting: Acting): Promise<string> {
    await this.#doer(kind)(content, acting);
    const { db, stationCode, ledger, clock, settings } = this.#room;
    const proposal = nextId(db, stationCode, 'P', 'view_proposal');
    const until = clock
      .now()
      .add({ hours: 24 * settings.proposalDays })
      .toString();
    await ledger.append([
      {
        type: 'proposal.made',
        actor: acting.actor,
        subject: { kind: 'proposal', id: proposal },
        data: { proposal, kind, until },
        personal: { content: canonicalText(content) },
      },
    ]);
    return proposal;
  }

  /**
   * Confirms and carries out, rejects, or withdraws. Nobody confirms or rejects their own; they alone withdraw it.
   * Returns what carrying it out has to tell, null where it was not. Errors: `access.proposal_unknown`,
   * `access.proposal_settled`, `access.proposal_own`, `access.needs_password`; of the doer.
   */
  async decide({ proposal, decision, note }: ProposalDecision, acting: Acting): Promise<unknown> {
    const { db, ledger, turns, clock } = this.#room;
    requireInPerson(acting);
    return await turns.take('accounts', async () => {
      const found = proposalNamed(db, proposal, clock.now());
      const { kind, state, proposer } = found;
      if (state !== 'proposed') throw new AccessError('access.proposal_settled', { proposal, state });
      if (samePerson(db, proposer, acting.actor.id) !== (decision === 'withdrawn'))
        throw new AccessError('access.proposal_own', { proposal, proposer });
      if (decision !== 'withdrawn') requireTwoPersons(db, proposer, acting.actor.id);
      const deed = decision === 'confirmed' ? await this.#carried(found, acting) : null;
      await ledger.append(
        [
          {
            type: 'proposal.decided',
            actor: acting.actor,
            subject: { kind: 'proposal', id: proposal },
            data: { proposal, kind, decision },
            personal: note === null ? {} : { note },
          },
          ...(deed?.drafts ?? []),
        ],
        deed?.work ?? [],
      );
      return deed?.answer ?? null;
    });
  }

  async #carried({ proposal, kind, content }: Proposal, acting: Acting): Promise<Prepared<unknown>> {
    if (content === null) throw new AccessError('access.proposal_settled', { proposal, state: 'erased' });
    return await this.#doer(kind)(JSON.parse(content), acting);
  }

  #doer(kind: string): Doer {
    const doer = this.#doers[kind];
    if (doer === undefined) throw new AccessError('access.proposal_kind', { found: kind });
    return doer;
  }
}

export interface ProposalDecision {
  readonly proposal: string;
  readonly decision: 'confirmed' | 'rejected' | 'withdrawn';
  readonly note: string | null;
}

/** Error: `access.proposal_unknown`. */
export function proposalNamed(db: Db, proposal: string, now: Temporal.Instant): Proposal {
  const found = db
    .prepare<[string], Proposal>('SELECT * FROM view_proposal WHERE proposal = ?')
    .get(proposal);
  if (found === undefined)
    throw new AccessError('access.proposal_unknown', { found: proposal }, { field: 'PROPOSAL' });
  return proposalAsOf(found, now);
}

/** One whose time is over is `expired`, whoever looks. Pure. */
export function proposalAsOf(one: Proposal, now: Temporal.Instant): Proposal {
  const over =
    one.state === 'proposed' && Temporal.Instant.compare(Temporal.Instant.from(one.until), now) <= 0;
  return over ? { ...one, state: 'expired' } : one;
}
