import type { BroughtAgain, Mending } from '../../intake/mending.ts';
import type { PublishedOriginal } from '../../vault/contract.ts';
import { lookForDamage } from '../../vault/fixity/look.ts';
import { lockOfCopy } from '../../vault/lock-date.ts';
import { laterOf } from '../../vault/retention-date.ts';
import { enterDamage, enterRepair, enterSound, fixityTurn } from './check-copy.ts';
import type { CopyRoom } from './fixity-room.ts';

/** Repairs originals of the vault with what a recorder still holds. */
export function mendFromDocking(room: CopyRoom): Mending {
  return {
    isDamaged: (sha256) => room.copies.damageOf(room.main.vault.id, sha256) !== null,
    mend: (brought) =>
      room.turns.take(fixityTurn(room.main, brought.facts.sha256), () => mendNow(room, brought)),
  };
}

/**
 * Both digests must be those of the ledger: nothing else may stand in for an original. Killed anywhere in it, the ledger
 * says that it is damaged, and the next docking or check takes it from there.
 */
async function mendNow(
  room: CopyRoom,
  { staged, facts, until, docking }: BroughtAgain,
): Promise<PublishedOriginal | null> {
  const { main, copies, clock, settings, alarms } = room;
  const known = copies.facts(facts.sha256);
  if (known === null || known.blake3 !== facts.blake3 || known.bytes !== facts.bytes) return null;
  const damage = await lookForDamage(main.vault, known);
  if (damage === null) await enterSound(room, main, known);
  else await enterDamage(room, main, known, damage);
  const locked = laterOf(until, lockOfCopy(known.retainUntil, clock.now()));
  const about = copies.about(settings.stationCode, facts.sha256);
  room.step('fixity.repair.before');
  const repaired = await main.vault.repair(staged, facts, locked, about);
  if (copies.onHold(facts.sha256)) await main.vault.hold(facts.sha256);
  room.step('fixity.repair.after');
  if (damage !== null) await enterRepair(room, main, known, { from: docking, repaired });
  for (const key of [facts.sha256, repaired.object]) await alarms.settle('object_differs', key);
  return repaired;
}
