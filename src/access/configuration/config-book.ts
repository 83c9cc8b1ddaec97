import type { Config } from '../../config.ts';
import type { Db } from '../../custody/database.ts';
import type { ConfigCause } from '../../custody/entry-kinds.ts';
import { withStanding } from './in-force.ts';
import {
  changesBetween,
  digestOf,
  type SettingChange,
  type Settings,
  sensitiveOf,
  settingsOf,
} from './settings.ts';

/** What a proposal to change sensitive settings says; canonical JSON in the ledger. */
export interface ConfigProposal {
  /** Digests of all sensitive settings: from which to which. A confirmed one covers this one step. */
  readonly from: string;
  readonly to: string;
  readonly changes: readonly SettingChange[];
}

/** A configuration by which the station began to act. */
export interface AdoptedConfig {
  readonly seq: number;
  readonly adopted: string;
  readonly digest: string;
  readonly before: string | null;
  readonly because: ConfigCause;
  readonly proposal: string | null;
  readonly startedBy: string | null;
  readonly fileOwner: string | null;
  readonly fileWritten: string | null;
  readonly file: string | null;
  readonly sensitive: readonly string[];
  /** What the file said and the station did not act by. */
  readonly waiting: readonly string[];
  /** Null where they were erased beside the ledger. */
  readonly changes: readonly SettingChange[] | null;
}

export interface StandingConfig {
  readonly digest: string;
  /** Null where they were erased beside the ledger. */
  readonly settings: Settings | null;
  readonly waiting: readonly string[];
}

/** The configurations that the ledger knows. */
export class ConfigBook {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** The last that was recorded; null where none was. */
  standing(): StandingConfig | null {
    const sql = 'SELECT digest, settings, waiting FROM view_config ORDER BY seq DESC LIMIT 1';
    const row = this.#db.prepare<[], { digest: string; settings: string | null; waiting: string }>(sql).get();
    if (row === undefined) return null;
    const { digest, settings, waiting } = row;
    return {
      digest,
      settings: settings === null ? null : JSON.parse(settings),
      waiting: JSON.parse(waiting),
    };
  }

  /** Where two persons have confirmed this step and it was not gone yet: the proposal. */
  confirmed(step: Pick<ConfigProposal, 'from' | 'to'>): string | null {
    const sql = `SELECT proposal FROM view_proposal WHERE kind = 'config' AND state = 'confirmed'
      AND json_extract(content, '$.from') = ? AND json_extract(content, '$.to') = ?
      AND NOT EXISTS (SELECT 1 FROM view_config used WHERE used.proposal = view_proposal.proposal)
      ORDER BY proposal DESC LIMIT 1`;
    return this.#db.prepare<[string, string], string>(sql).pluck().get(step.from, step.to) ?? null;
  }

  /** Whether nobody but the first administrator has ever had an account: there is no second person to ask. */
  alone(): boolean {
    return (this.#db.prepare<[], number>('SELECT count(*) FROM view_account').pluck().get() ?? 0) <= 1;
  }

  /** The configuration by which the station acts, as far as the file's sensitive settings are confirmed. */
  inForce(config: Config): Config {
    const settings = this.standing()?.settings ?? null;
    return settings === null || this.alone() ? config : withStanding(config, settings);
  }

  /** From what stands to what the configuration says; null where nothing sensitive differs, or nothing stands. */
  stepTo(config: Config): ConfigProposal | null {
    const settings = this.standing()?.settings ?? null;
    if (settings === null) return null;
    // What stands as this version takes it: a setting that is new with its default is no change.
    const before = sensitiveOf(settingsOf(withStanding(config, settings)));
    const after = sensitiveOf(settingsOf(config));
    const changes = changesBetween(before, after);
    return changes.length === 0 ? null : { from: digestOf(before), to: digestOf(after), changes };
  }
}
