import type { Clock } from '../clock.ts';
import type { Alarms } from '../custody/alarms.ts';
import type { Db } from '../custody/database.ts';
import type { Actor } from '../custody/entry.ts';
import type { Ledger } from '../custody/ledger.ts';
import type { Turns } from '../turns.ts';
import { AccessError } from './error.ts';
import type { Principal } from './principal.ts';
import type { AccessSettings } from './settings.ts';

/** What accounts, requests and reviews work with. */
export interface AccessRoom {
  readonly db: Db;
  readonly ledger: Ledger;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly turns: Turns;
  readonly stationCode: string;
  readonly zone: string;
  readonly settings: AccessSettings;
}

/**
 * Who acts. `principal` is null for the operating system's user, who owns the data folder and could do anything to it:
 * no permission is asked of them, but they too approve nothing of their own.
 */
export interface Acting {
  readonly actor: Actor;
  readonly principal: Principal | null;
}

export function actingAs(principal: Principal): Acting {
  return { actor: { kind: 'person', id: principal.account }, principal };
}

/** Approvals are persons' acts: no program gives them with a token. Error: `access.needs_password`. */
export function requireInPerson({ principal }: Acting): void {
  if (principal !== null && principal.by !== 'password') throw new AccessError('access.needs_password', {});
}

/** The next free id of a table whose ids are counted: `ST01-R000007`. */
export function nextId(db: Db, stationCode: string, letter: string, table: CountedTable): string {
  const column = table.slice('view_'.length);
  const prefix = `${stationCode}-${letter}`;
  // Longer numbers come after shorter ones.
  const last = db
    .prepare<[string], string>(
      `SELECT ${column} FROM ${table} WHERE ${column} GLOB ? || '*'
       ORDER BY length(${column}) DESC, ${column} DESC LIMIT 1`,
    )
    .pluck()
    .get(prefix);
  return `${prefix}${String(Number(last?.slice(prefix.length) ?? 0) + 1).padStart(6, '0')}`;
}

type CountedTable = 'view_account' | 'view_token' | 'view_proposal' | 'view_request' | 'view_review';
