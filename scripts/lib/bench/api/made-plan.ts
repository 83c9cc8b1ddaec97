import { hash } from 'node:crypto';

/** What a made-up station is to hold. The same numbers and seed give the same entries, but for salts and keys. */
export interface MadeWish {
  readonly items: number;
  readonly entries: number;
  readonly seed: number;
}

export interface MadePlan extends MadeWish {
  readonly dockings: number;
  /** Each has one recorder. */
  readonly officers: number;
  readonly units: number;
  /** When the station begins and the last docking lies, in milliseconds since 1970. */
  readonly fromMs: number;
  readonly toMs: number;
}

export const itemsEachDocking = 20;
export const itemsEachSession = 4;
/** What a docking and its items enter at least; the rest is what people do beside it. */
export const leastEntriesEach = 9.2;

const from = Temporal.Instant.from('2023-12-31T16:00:00Z').epochMilliseconds;
/** Before the day on which this is read: entries never go back in time. */
const to = Temporal.Instant.from('2026-06-30T16:00:00Z').epochMilliseconds;

/** Error: `RangeError` where so few entries cannot tell of so many items. */
export function planOf({ items, entries, seed }: MadeWish): MadePlan {
  if (entries < leastEntriesEach * items)
    throw new RangeError(`--entries ${entries}: at least ${leastEntriesEach} for each item are wanted`);
  const officers = Math.max(12, Math.round(items / 2_000));
  const units = Math.max(4, Math.round(officers / 12));
  const dockings = Math.ceil(items / itemsEachDocking);
  return { items, entries, seed, dockings, officers, units, fromMs: from, toMs: to };
}

/** A number from 0 up to, but without, `below`: always the same one for the same words. */
export function drawn(plan: MadePlan, what: string, below: number): number {
  return Number.parseInt(hash('sha256', `${plan.seed} ${what}`).slice(0, 12), 16) % below;
}

export const digestOf = (plan: MadePlan, what: string): string => hash('sha256', `${plan.seed} ${what}`);

export const stationCode = 'ST01';
const numbered = (letter: string, digits: number) => (number: number) =>
  `${stationCode}-${letter}${String(number).padStart(digits, '0')}`;
export const dockingId = numbered('D', 6);
export const sessionId = numbered('S', 6);
export const findingId = numbered('F', 6);
export const alarmId = numbered('A', 6);
export const justificationId = numbered('J', 6);
export const requestId = numbered('R', 6);
export const reviewId = numbered('V', 6);
export const accountId = numbered('U', 6);
export const officerNumber = (officer: number): string => String(200_000 + officer);
export const recorderNumber = (officer: number): string => String(3_000_000 + officer);
export const unitCode = (unit: number): string => `U${String(unit).padStart(3, '0')}`;
/** The first is above all others. */
export const unitOf = (plan: MadePlan, officer: number): string => unitCode(1 + (officer % (plan.units - 1)));
export const partyCode = (party: number): string => `P${String(party).padStart(6, '0')}`;
export const caseNumber = (docking: number): string => `样例罚〔2026〕${String(docking).padStart(6, '0')}号`;
/** Accounts of the roles whose tokens ask; those after them are officers'. */
export const firstOfficerAccount = 100;
