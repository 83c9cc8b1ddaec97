import { machine } from '../../custody/alarms.ts';
import type { AnyDraft } from '../../custody/entry.ts';
import type { OriginalFacts, Pace } from '../../vault/contract.ts';
import { checkedNow } from '../../vault/fixity/copies.ts';
import { type Damage, lookForDamage } from '../../vault/fixity/look.ts';
import { type Repair, repairCopy } from '../../vault/fixity/repair-copy.ts';
import type { Holder } from '../../vault/holder.ts';
import { lockOfCopy } from '../../vault/lock-date.ts';
import type { CopyRoom, FixityRoom } from './fixity-room.ts';

/** What a check of one copy came to. */
export interface CopyChecked {
  readonly vault: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly outcome: 'sound' | 'repaired' | 'damaged';
  readonly damage: Damage | null;
  /** The vault that a repair came from. */
  readonly from: string | null;
  /** Where what was damaged is kept. */
  readonly kept: string | null;
}

type Facts = OriginalFacts & { readonly retainUntil: Temporal.Instant };

/**
 * Reads one copy back, enters what is found wrong, and repairs it from another copy that matches. Killed anywhere in it,
 * the ledger says either that the copy is damaged or that it is repaired, and the next check takes it from there.
 * Errors: those of a vault that is not there, and of the ledger.
 */
export async function checkCopy(
  room: FixityRoom,
  holder: Holder,
  facts: Facts,
  pace?: Pace,
): Promise<CopyChecked> {
  const { vault } = holder;
  return await room.turns.take(fixityTurn(holder, facts.sha256), async () => {
    const damage = await lookForDamage(vault, facts, pace);
    const about = { vault: vault.id, sha256: facts.sha256, bytes: facts.bytes };
    if (damage === null) {
      await enterSound(room, holder, facts);
      return { ...about, outcome: 'sound', damage, from: null, kept: null };
    }
    await enterDamage(room, holder, facts, damage);
    const repair = await repairFromOthers(room, holder, facts, pace);
    if (repair.repaired === null) {
      await raiseUnrepaired(room, facts, repair.why);
      return { ...about, outcome: 'damaged', damage, from: null, kept: null };
    }
    const { from, repaired } = repair;
    await enterRepair(room, holder, facts, repair);
    return { ...about, outcome: 'repaired', damage, from, kept: repaired.kept };
  });
}

/** Whoever looks at a copy, or puts it right, does so alone. */
export function fixityTurn({ vault }: Holder, sha256: string): string {
  return `fixity ${vault.id} ${sha256}`;
}

export function alarmKey(vault: string, sha256: string): string {
  return `${sha256}@${vault}`;
}

function copyOf({ vault }: Holder, { sha256 }: OriginalFacts) {
  return { sha256, vault: vault.id, object: vault.locate(sha256).object };
}

async function enter(room: CopyRoom, draft: AnyDraft, { vault }: Holder, facts: Facts) {
  await room.ledger.append([draft], checkedNow(vault.id, facts, room.clock.now()));
}

/** Of a copy that stands sound nothing is entered: when it was read is work, and the day's sum is an entry. */
export async function enterSound(room: CopyRoom, holder: Holder, facts: Facts): Promise<void> {
  const { id } = holder.vault;
  if (room.copies.damageOf(id, facts.sha256) === null) {
    await room.ledger.append([], checkedNow(id, facts, room.clock.now()));
    return;
  }
  const subject = { kind: 'original', id: facts.sha256 } as const;
  const data = copyOf(holder, facts);
  await enter(room, { type: 'original.sound', actor: machine, subject, data, personal: {} }, holder, facts);
  await settleAlarms(room, id, facts.sha256);
}

/** Damage that stands in the ledger already is not entered again. */
export async function enterDamage(
  room: CopyRoom,
  holder: Holder,
  facts: Facts,
  damage: Damage,
): Promise<void> {
  const { vault } = holder;
  if (room.copies.damageOf(vault.id, facts.sha256) === null) {
    const subject = { kind: 'original', id: facts.sha256 } as const;
    const data = { ...copyOf(holder, facts), ...damage };
    room.step('fixity.damaged.before');
    await enter(
      room,
      { type: 'original.damaged', actor: machine, subject, data, personal: {} },
      holder,
      facts,
    );
    room.step('fixity.damaged.after');
  } else await room.ledger.append([], checkedNow(vault.id, facts, room.clock.now()));
  await room.alarms.raise('original_damaged', 'critical', alarmKey(vault.id, facts.sha256), {
    evidence: evidenceWords(room, facts),
    object: vault.locate(facts.sha256).location,
    expected: damage.expected,
    found: damage.found,
  });
}

function evidenceWords({ copies, settings }: CopyRoom, { sha256 }: OriginalFacts): string {
  return copies.about(settings.stationCode, sha256).evidence ?? `SHA-256 ${sha256}`;
}

/** The copy in the mirror for the vault, that in the vault for the mirror. */
async function repairFromOthers(
  room: FixityRoom,
  damaged: Holder,
  facts: Facts,
  pace: Pace | undefined,
): Promise<Repair> {
  const { main, copies, clock, settings, step } = room;
  const mirror = await room.mirror();
  const others = [main, ...(mirror === null ? [] : [mirror])].filter(({ vault }) => vault !== damaged.vault);
  step('fixity.repair.before');
  const repair = await repairCopy(damaged, others, {
    facts,
    until: lockOfCopy(facts.retainUntil, clock.now()),
    about: copies.about(settings.stationCode, facts.sha256),
    ...(pace === undefined ? {} : { pace }),
  });
  if (repair.repaired !== null && copies.onHold(facts.sha256)) await damaged.vault.hold(facts.sha256);
  step('fixity.repair.after');
  return repair;
}

/** @param from the vault that the copy came from, or the docking */
export async function enterRepair(
  room: CopyRoom,
  holder: Holder,
  facts: Facts,
  { from, repaired }: Extract<Repair, { from: string }>,
): Promise<void> {
  const { id } = holder.vault;
  const data = {
    ...copyOf(holder, facts),
    from,
    kept: repaired.kept,
    retainUntil: repaired.retainUntil.toString(),
  };
  const subject = { kind: 'original', id: facts.sha256 } as const;
  await room.ledger.append([{ type: 'original.repaired', actor: machine, subject, data, personal: {} }]);
  room.step('fixity.repaired.after');
  await settleAlarms(room, id, facts.sha256);
  // Somebody must look at that disk, although nothing is lost.
  await room.alarms.raise('originals_repaired', 'warning', id, {
    evidence: evidenceWords(room, facts),
    object: repaired.location,
    from,
    kept: repaired.kept ?? '–',
  });
}

async function raiseUnrepaired(room: FixityRoom, facts: Facts, why: 'none' | 'away'): Promise<void> {
  const evidence = evidenceWords(room, facts);
  const { recorder } = room.copies.about(room.settings.stationCode, facts.sha256);
  const params = { evidence, recorder: recorder ?? '–' };
  const code = why === 'none' ? 'original_unrepaired' : 'original_waits_for_copy';
  await room.alarms.raise(code, 'critical', facts.sha256, params);
}

async function settleAlarms({ alarms }: CopyRoom, vault: string, sha256: string): Promise<void> {
  await alarms.settle('original_damaged', alarmKey(vault, sha256));
  await alarms.settle('original_unrepaired', sha256);
  await alarms.settle('original_waits_for_copy', sha256);
}
