import type { Principal } from '../access/principal.ts';
import { actingAs } from '../access/room.ts';
import type { Station } from '../station.ts';
import { packed } from './backup/archive.ts';
import { exported } from './export-evidence.ts';
import { exportable, exportMembers, requireSound } from './export-members.ts';

/**
 * An item with its proofs as one tar, for a review body or a court (HY-12): whoever takes it needs an approved request that
 * names it, to copy or to give out. Both entries, by which request and what left, are committed before the first byte.
 * Errors: those of `Viewings.download`, `exportable` and `requireSound`.
 */
export async function giveOut(
  station: Station,
  principal: Principal,
  evidence: string,
  address: string,
): Promise<AsyncIterable<Uint8Array>> {
  const { access, room } = station;
  access.viewings.requireCopy(principal, evidence);
  const item = exportable(station, evidence);
  await requireSound(station, item);
  const { sha256, bytes } = item.original;
  await access.viewings.download(principal, { evidence, what: 'original', sha256, bytes }, address);
  await room.ledger.append([exported(item, actingAs(principal).actor, `http:${address}`)]);
  const { members } = await exportMembers(station, item);
  return packed(members, room.clock.now());
}
