import type { AnyDraft } from '../custody/entry.ts';
import type { ErasingEnd } from '../custody/entry-kinds.ts';
import { DockError } from '../dock/error.ts';
import { CardFiles, Kept } from './card-files.ts';
import { begun, finished, going, gone, kept, type Placed } from './entries.ts';
import { Ended, type Proved, prove } from './prove.ts';
import type { ErasingOrder, ErasingRoom } from './room.ts';

/** What an erasing came to. */
export interface Erased {
  readonly erasing: string;
  readonly because: ErasingEnd;
  readonly gone: number;
  readonly kept: number;
  readonly unknown: number;
  /** Everything of the list that surely went. */
  readonly removed: readonly Placed[];
}

/** What is read whole and compared before the card is opened for writing: so much, or so many files, at once. */
const batchBytes = 512 * 1_048_576;
const batchFiles = 64;

interface Tally {
  readonly removed: Placed[];
  readonly stay: { readonly one: Placed; readonly why: Kept }[];
  unknown: number;
}

/**
 * Removes the files of a list that a person or the configuration has ordered to go. Batch by batch each file is compared
 * with its original on the card and in the vault; then the card is opened for writing, those names are removed and
 * nothing else, and it is closed again. That a file is going is committed before; that it went, after the card has kept
 * it. Throws only what must stop all intake.
 */
export async function erase(room: ErasingRoom, order: ErasingOrder): Promise<Erased> {
  const tally: Tally = { removed: [], stay: [], unknown: 0 };
  room.step('erasing.begun.before');
  await room.ledger.append([begun(order)]);
  room.step('erasing.begun.after');
  const because = await allBatches(room, order, tally);
  const { unknown } = tally;
  const counts = { gone: tally.removed.length, kept: tally.stay.length, unknown };
  room.step('erasing.finished.before');
  await room.ledger.append([finished(order, because, counts)]);
  await alarms(room, order, because, tally);
  return { erasing: order.erasing, because, ...counts, removed: tally.removed };
}

async function allBatches(room: ErasingRoom, order: ErasingOrder, tally: Tally): Promise<ErasingEnd> {
  try {
    for (const batch of batchesOf(order)) {
      if (order.signal.aborted) break;
      await oneBatch(room, order, batch, tally);
      order.progress(tally.removed.length + tally.stay.length + tally.unknown);
    }
  } catch (error) {
    if (error instanceof DockError) {
      room.log('card not opened for writing', { docking: order.docking, error: error.message });
      return (await order.present()) ? 'not_writable' : 'pulled';
    }
    if (!(error instanceof Ended)) throw error;
    if (error.stalled) return 'card_stalled';
  }
  if (!(await order.present())) return 'pulled';
  if (order.signal.aborted) return order.cancelled() ? 'cancelled' : 'station_stopped';
  return 'done';
}

async function oneBatch(
  room: ErasingRoom,
  order: ErasingOrder,
  batch: readonly (readonly Placed[])[],
  tally: Tally,
): Promise<void> {
  const files = new CardFiles(order.root, order.volumes);
  try {
    const proved: (readonly Proved[])[] = [];
    for (const group of batch) {
      const found = await provedGroup(room, order, files, group, tally);
      if (found !== null) proved.push(found);
    }
    if (proved.length > 0 && !order.signal.aborted) await removeAll(room, order, files, proved, tally);
  } finally {
    await files.close();
  }
}

/** A recording and its sidecars go together: where one of them stays, all do. */
async function provedGroup(
  room: ErasingRoom,
  order: ErasingOrder,
  files: CardFiles,
  group: readonly Placed[],
  tally: Tally,
): Promise<readonly Proved[] | null> {
  const proved: Proved[] = [];
  for (const one of group) {
    try {
      proved.push(await prove(room, order, files, one));
    } catch (error) {
      if (!(error instanceof Kept)) throw error;
      // Of a dead card nothing is believed.
      if (!(await order.present())) throw new Ended(false);
      await stay(
        room,
        order,
        group.map((each) => ({ one: each, why: each === one ? error : new Kept('kept_with_other') })),
        tally,
      );
      return null;
    }
  }
  return proved;
}

async function removeAll(
  room: ErasingRoom,
  order: ErasingOrder,
  files: CardFiles,
  proved: readonly (readonly Proved[])[],
  tally: Tally,
): Promise<void> {
  const all = proved.flat();
  room.step('erasing.going.before');
  await room.ledger.append(all.map((one) => going(order, one)));
  // From here on until their outcome is committed nobody can say of these files whether they are on the card.
  tally.unknown += all.length;
  room.step('erasing.going.after');
  await opening(room, order, all, tally);
  const { removed, left } = await removing(room, order, files, proved);
  if (!(await order.present())) throw new Ended(false);
  room.step('erasing.gone.before');
  await room.ledger.append(removed.map((one) => gone(order, one)));
  room.step('erasing.gone.after');
  tally.removed.push(...removed);
  tally.unknown -= removed.length;
  await stay(room, order, left, tally);
  tally.unknown -= left.length;
}

/** A card that is not opened for writing has lost nothing. */
async function opening(
  room: ErasingRoom,
  order: ErasingOrder,
  all: readonly Proved[],
  tally: Tally,
): Promise<void> {
  try {
    await order.access.open();
  } catch (error) {
    await stay(
      room,
      order,
      all.map((one) => ({ one, why: new Kept('not_come_to') })),
      tally,
    );
    tally.unknown -= all.length;
    throw error;
  }
}

/** The moment in which the card can be written to. */
async function removing(
  room: ErasingRoom,
  order: ErasingOrder,
  files: CardFiles,
  proved: readonly (readonly Proved[])[],
): Promise<{ removed: readonly Placed[]; left: readonly { one: Placed; why: Kept }[] }> {
  const removed: Placed[] = [];
  const left: { one: Placed; why: Kept }[] = [];
  let kept = false;
  try {
    room.step('erasing.opened');
    for (const group of proved) await removeGroup(room, order, files, group, removed, left);
    await files.sync().then(
      () => {
        kept = true;
      },
      (error: unknown) => room.log('card not synced', { docking: order.docking, error: String(error) }),
    );
    room.step('erasing.synced');
  } finally {
    await closed(room, order);
  }
  // What the card may not have kept may be back at its next docking.
  return { removed: kept ? removed : [], left };
}

async function removeGroup(
  room: ErasingRoom,
  order: ErasingOrder,
  files: CardFiles,
  group: readonly Proved[],
  removed: Placed[],
  left: { one: Placed; why: Kept }[],
): Promise<void> {
  let over: Kept | null = order.signal.aborted ? new Kept('not_come_to') : null;
  for (const one of group) {
    try {
      if (over !== null) throw over;
      room.step('erasing.unlink.before');
      await files.remove(one.held);
      room.step('erasing.unlink.after');
      removed.push(one);
    } catch (error) {
      if (!(error instanceof Kept)) throw error;
      left.push({ one, why: error });
      over ??= new Kept('kept_with_other');
    }
  }
}

async function closed(room: ErasingRoom, { access, docking, recorder, port }: ErasingOrder): Promise<void> {
  try {
    await access.close();
  } catch (error) {
    if (!(error instanceof DockError)) throw error;
    await room.alarms.raise('recorder_left_writable', 'critical', docking, {
      ...{ recorder, port },
      found: error.message,
    });
  }
}

async function stay(
  room: ErasingRoom,
  order: ErasingOrder,
  files: readonly { readonly one: Placed; readonly why: Kept }[],
  tally: Tally,
): Promise<void> {
  const drafts: readonly AnyDraft[] = files.map(({ one, why }) => kept(order, one, why));
  if (drafts.length > 0) await room.ledger.append(drafts);
  tally.stay.push(...files);
}

/** Each file with its place in the list; a large recording is a batch by itself. */
function* batchesOf({ list }: ErasingOrder): Generator<readonly (readonly Placed[])[]> {
  let batch: (readonly Placed[])[] = [];
  let [files, bytes, place] = [0, 0, 0];
  for (const group of list.groups) {
    const size = group.reduce((sum, one) => sum + one.bytes, 0);
    if (batch.length > 0 && (bytes + size > batchBytes || files + group.length > batchFiles)) {
      yield batch;
      [batch, files, bytes] = [[], 0, 0];
    }
    batch.push(group.map((file) => ({ file, place: place++ })));
    files += group.length;
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** A recorder that was pulled shows at its next docking what went; whatever else stays is for a person to look at. */
async function alarms(
  { alarms }: ErasingRoom,
  { docking, recorder, port }: ErasingOrder,
  because: ErasingEnd,
  { stay, unknown }: Tally,
): Promise<void> {
  const [first] = stay;
  if (because === 'not_writable') {
    await alarms.raise('erasing_not_writable', 'warning', recorder, { docking, recorder, port });
  } else if (first !== undefined) {
    const path = first.one.file.path.toString('utf8');
    const facts = { docking, recorder, count: stay.length, path, reason: first.why.reason };
    await alarms.raise('erasing_incomplete', 'warning', recorder, facts);
  } else if (because === 'done' && unknown === 0) {
    await alarms.settle('erasing_not_writable', recorder);
    await alarms.settle('erasing_incomplete', recorder);
  }
}
