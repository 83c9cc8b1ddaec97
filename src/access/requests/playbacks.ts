import type { Clock } from '../../clock.ts';
import { AccessError } from '../error.ts';
import type { Principal } from '../principal.ts';
import { pieceSeconds, type Viewings } from './viewings.ts';

/** Longer than a pause for a telephone call; whoever comes back later has the next piece entered first. */
const openMs = 600_000;

/** Playbacks that are remembered; beyond them the one that was opened longest ago is closed. */
const mostOpen = 10_000;

/** Seconds of a recording that stand in the ledger and may be shown: whole pieces. */
export interface OpenedSpan {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/**
 * Who watches what at this moment. Footage is sent to open playbacks alone, and one is opened only by an entry, so that
 * nothing is seen that the ledger does not know of. A restart closes all of them; the player opens its own again.
 */
export class Playbacks {
  readonly #viewings: Viewings;
  readonly #clock: Clock;
  readonly #until = new Map<string, number>();

  constructor(viewings: Viewings, clock: Clock) {
    this.#viewings = viewings;
    this.#clock = clock;
  }

  /**
   * Enters the seconds that the player comes to next, and opens the playback with them. Errors: those of
   * `Viewings.watch`.
   */
  async open(
    principal: Principal,
    evidence: string,
    { fromSeconds, toSeconds }: OpenedSpan,
    address: string,
  ): Promise<OpenedSpan> {
    await this.#viewings.watch(principal, evidence, fromSeconds, toSeconds, address);
    const key = keyOf(principal, evidence);
    this.#until.delete(key);
    this.#until.set(key, this.#clock.monotonicMs() + openMs);
    const [oldest] = this.#until.keys();
    if (this.#until.size > mostOpen && oldest !== undefined) this.#until.delete(oldest);
    return {
      fromSeconds: Math.floor(fromSeconds / pieceSeconds) * pieceSeconds,
      toSeconds: Math.ceil(toSeconds / pieceSeconds) * pieceSeconds,
    };
  }

  /**
   * The right is asked for anew: a request that runs out ends the film. Errors: `access.may_not_watch`,
   * `access.no_footage`, `access.playback_closed`.
   */
  requireOpen(principal: Principal, evidence: string): void {
    this.#viewings.requireWatch(principal, evidence);
    const until = this.#until.get(keyOf(principal, evidence)) ?? Number.NEGATIVE_INFINITY;
    if (until <= this.#clock.monotonicMs()) throw new AccessError('access.playback_closed', { evidence });
  }
}

/** Of one sign-in: another one of the same account is somebody at another screen. */
function keyOf({ credential }: Principal, evidence: string): string {
  return JSON.stringify([credential, evidence]);
}
