import type { Clock } from '../clock.ts';
import type { Alarms } from '../custody/alarms.ts';
import type { Actor } from '../custody/entry.ts';
import type { Ledger } from '../custody/ledger.ts';
import type { Turns } from '../turns.ts';
import type { Vault } from '../vault/contract.ts';
import type { RetentionPlan } from '../vault/retention/plan.ts';
import type { HashingPool } from './copying/hashing-pool.ts';
import type { IntakeCatalogue } from './known.ts';
import type { Mending } from './mending.ts';
import type { Precedence } from './precedence.ts';

/** How this station takes recordings in. */
export interface IntakeSettings {
  readonly stationCode: string;
  readonly sm3: boolean;
  readonly settleMs: number;
  /** `fast` knows a recording again by its ends; `full` reads every byte at each docking. */
  readonly redock: 'fast' | 'full';
  readonly unregistered: 'accept' | 'refuse';
  readonly stallMs: number;
  readonly changeAttempts: number;
  readonly retryFullMs: number;
  readonly reserveBytes: number;
  readonly zone: string;
}

/** Everything that intake works with, handed in by `station.ts`. */
export interface IntakeRoom {
  readonly settings: IntakeSettings;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly catalogue: IntakeCatalogue;
  readonly alarms: Alarms;
  readonly pool: HashingPool;
  readonly vault: Vault;
  /** How long an original is locked, and whether it is on hold, as it is stored. */
  readonly retention: RetentionPlan;
  readonly mending: Mending;
  /** Absolute folder for staged files, on the vault's own file system. */
  readonly staging: string;
  /**
   * Woken where something waits to go up: then a recording is done with when it is secured. Null where the vault is
   * so near that it is stored within its docking.
   */
  readonly uploads: { wake(): void } | null;
  readonly actor: Actor;
  readonly numbers: Numbers;
  /** Journalled copies under way: two ports that show the same recorder must not write one staged file. */
  readonly copying: Set<string>;
  readonly precedence: Precedence;
  /** One at a time for each recorder and digest: two files with equal bytes are one evidence item. */
  readonly turns: Turns;
  readonly step: (point: string) => void;
  readonly log: (message: string, facts: Readonly<Record<string, unknown>>) => void;
}

/** Running numbers of this station: evidence items and dockings. */
export class Numbers {
  readonly #code: string;
  readonly #zone: string;
  #evidence: number;
  #docking: number;

  constructor(code: string, zone: string, catalogue: IntakeCatalogue) {
    this.#code = code;
    this.#zone = zone;
    this.#evidence = catalogue.lastEvidence();
    this.#docking = catalogue.lastDocking();
  }

  evidence(now: Temporal.Instant): string {
    return `${this.#code}-${now.toZonedDateTimeISO(this.#zone).year}-${String(++this.#evidence).padStart(7, '0')}`;
  }

  docking(): string {
    return `${this.#code}-D${String(++this.#docking).padStart(6, '0')}`;
  }
}
