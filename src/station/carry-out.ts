import { realpath, stat } from 'node:fs/promises';
import { basename, sep } from 'node:path';
import { Value } from 'typebox/value';
import type { Principal } from '../access/principal.ts';
import { cardPathBytes } from '../custody/card-path.ts';
import type { Actor, AnyDraft } from '../custody/entry.ts';
import { cardInFolder } from '../dock/card.ts';
import { isBusPath, isPortName } from '../dock/usb/ports.ts';
import { unreachable } from '../errors.ts';
import type { DockingSnapshot } from '../intake/progress.ts';
import type { Station } from '../station.ts';
import { tagByHand } from '../tagging/tag-by-hand.ts';
import type { Language } from '../texts/text.ts';
import { accessDeed, isAccessOrder } from './access-deeds.ts';
import { deadlineDeed } from './deadline-deeds.ts';
import type { Dockings } from './dockings.ts';
import { erasableReport, erasedReport } from './erasing-report.ts';
import { StationError } from './error.ts';
import { exportEvidence } from './export-evidence.ts';
import { exportLedger } from './export-ledger.ts';
import { exportTrack } from './export-track.ts';
import { findingDeed } from './finding-deeds.ts';
import { checkFixity } from './fixity/check-fixity.ts';
import { handedInBy } from './handed-in.ts';
import { ingestReport } from './ingest-report.ts';
import { type Order, type OrderArgs, orderShapes } from './orders.ts';
import { registerDeed } from './register-deeds.ts';
import { retentionDeed } from './retention-deeds.ts';
import { requireMayTag, requireStanding } from './tag-deed.ts';
import { viewingDeed } from './viewing-deeds.ts';
import { withUploads } from './with-uploads.ts';

/** Who gave the order and how they read. */
export interface Orderer {
  readonly actor: Actor;
  /** Whose order it is, where it came through a door; null or left out: the owner of the data folder. */
  readonly principal?: Principal | null;
  readonly language: Language;
  /**
   * Answers once the entry is committed; tags, verdicts, alarms and locks that follow from it come behind the answer. Left out:
   * they stand when it is answered.
   */
  readonly behind?: boolean;
  readonly onProgress: (snapshot: DockingSnapshot) => void;
}

/** Whether something that came over the socket is an order. */
export function isOrder(value: unknown): value is Order {
  if (typeof value !== 'object' || value === null || !('order' in value) || !('args' in value)) return false;
  const { order } = value;
  if (typeof order !== 'string' || !(order in orderShapes)) return false;
  return Value.Check(orderShapes[order as keyof typeof orderShapes], value.args);
}

/** Carries one order out and returns its answer, a JSON value. Errors: those of the rooms it reaches. */
export async function carryOut(
  station: Station,
  dockings: Dockings,
  order: Order,
  by: Orderer,
): Promise<unknown> {
  const { room, db } = station;
  if (isAccessOrder(order)) {
    const done = await accessDeed(station, order, { actor: by.actor, principal: by.principal ?? null });
    await settled(station, by, () => station.watch.closeGone());
    return done;
  }
  switch (order.order) {
    case 'ingest':
      return await ingest(station, dockings, order.args, by);
    case 'acknowledge':
      await room.alarms.acknowledge(db, order.args.alarm, by.actor, order.args.note);
      return { alarm: order.args.alarm };
    case 'handleAlarm':
      await room.alarms.handle(db, order.args.alarm, by.actor, order.args.text);
      return { alarm: order.args.alarm };
    case 'closeAlarm':
      await room.alarms.close(db, order.args.alarm, by.actor, order.args.note);
      return { alarm: order.args.alarm };
    case 'namePort':
      return await namePort(station, order.args, by.actor);
    case 'exportEvidence':
      return await exportEvidence(station, order.args, by.actor);
    case 'exportTrack':
      return await exportTrack(station, order.args, by.actor);
    case 'exportLedger':
      return await exportLedger(station, order.args, by.actor);
    case 'exportCases':
      await room.ledger.append([ledgerExported(order.args, by.actor)]);
      return { destination: order.args.destination };
    case 'exportEntries':
      await room.ledger.append([entriesExported(station.file.origin, order.args, by.actor)]);
      return { destination: order.args.destination };
    case 'backup':
      return await station.backups.make(order.args.folder, by.actor);
    case 'checkFixity':
      return await checkFixity(station, dockings, order.args);
    case 'control':
      await control(dockings, order.args);
      return { docking: order.args.docking };
    case 'first':
      await dockings.find(order.args.docking).first(cardPathBytes({ path: order.args.path }));
      return { docking: order.args.docking, path: order.args.path };
    case 'goFirst': {
      const { docking } = order.args;
      return { docking, first: await dockings.goFirst(docking, by.actor) };
    }
    case 'erasable': {
      const { docking } = order.args;
      return erasableReport(docking, await dockings.emptying.show(dockings.docked(docking), by.actor));
    }
    case 'erase': {
      const { docking, list } = order.args;
      return erasedReport(docking, await dockings.emptying.empty(dockings.docked(docking), list, by.actor));
    }
    case 'tag': {
      const { evidence, field, value } = order.args;
      const { principal = null } = by;
      if (principal !== null) requireMayTag(db, principal, order.args);
      requireStanding(db, order.args);
      await tagByHand({ db, ledger: room.ledger }, evidence, field, value, by.actor);
      await settled(station, by, () => settle(station));
      return { evidence, field, value };
    }
    case 'register':
    case 'enterRow':
    case 'removeRow':
    case 'importRegister': {
      const done = await registerDeed(station, order, by.actor);
      await settled(station, by, () => settle(station));
      return done;
    }
    case 'status':
      return {
        dockings: dockings.snapshots(),
        uploads: station.uploads?.state() ?? null,
        viewing: station.viewing.state(),
      };
    case 'judge': {
      const judged = await station.desk.catchUp();
      // Verdicts wait for no position; the tags that follow from one do.
      const located = await station.locating.catchUp();
      await station.desk.settle();
      const { made, withdrawn } = await station.finder.findAll();
      await station.access.requests.expire();
      await station.watch.look();
      await station.retention.catchUp({ eager: true });
      return { ...judged, located, findings: made, withdrawn };
    }
    case 'explainFinding':
    case 'dismissFinding':
      return await findingDeed(station, order, by.actor);
    case 'extendRetention':
    case 'placeHold':
    case 'liftHold':
    case 'proposeDisposal':
    case 'decideDisposal':
    case 'carryOutDisposals':
      return await retentionDeed(station, order, { actor: by.actor, principal: by.principal ?? null });
    case 'makeViewing':
    case 'removeViewing':
      return await viewingDeed(station, order, by.actor);
    case 'split':
    case 'join':
    case 'returned':
    case 'correctClock':
    case 'justify':
    case 'decide':
    case 'importCalendar': {
      const done = await deadlineDeed(station, order, by.actor);
      await settled(station, by, () => settle(station));
      return done;
    }
    default:
      return unreachable(order);
  }
}

/** Whoever waits for it must not wait for what other deeds, or a card that comes in, have left to do. */
async function settled(station: Station, by: Orderer, now: () => Promise<void>): Promise<void> {
  if (by.behind === true) station.following.after(null);
  else await now();
}

/** What follows from a person's deed is seen at once. */
async function settle({ desk, watch, retention }: Station): Promise<void> {
  await desk.settle();
  await watch.closeGone();
  await retention.catchUp({ eager: true, withinMs: 2_000 });
}

async function ingest(
  station: Station,
  dockings: Dockings,
  { folder, handedIn: given }: OrderArgs<'ingest'>,
  by: Orderer,
): Promise<unknown> {
  const root = await cardRoot(station, folder);
  const card = cardInFolder(basename(root), root);
  const handedIn = given === null ? null : handedInBy(station.db, given, by.actor);
  const docking = handedIn === null ? null : dockings.at(root);
  if (docking !== null)
    throw new StationError('station.folder_docked', { folder, docking }, { field: 'FOLDER' });
  const report = await dockings.ingest(card, handedIn, by.onProgress);
  await station.watch.closeGone();
  const standing = await withUploads(station, report);
  return ingestReport(standing, handedIn?.way ?? 'dock', by.language);
}

/** The station's own folders hold originals already; a folder within them is no card. */
async function cardRoot({ places }: Station, folder: string): Promise<string> {
  const root = await realpath(folder).catch(() => folder);
  const found = await stat(root).catch(() => null);
  if (found === null || !found.isDirectory()) throw new StationError('station.folder_missing', { folder });
  for (const own of [places.vault, places.keys]) {
    const inside = `${await realpath(own)}${sep}`;
    if (`${root}${sep}`.startsWith(inside))
      throw new StationError('station.folder_inside', { folder, data: own });
  }
  return root;
}

function ledgerExported({ destination, ...data }: OrderArgs<'exportCases'>, actor: Actor): AnyDraft {
  const id = { case: `cases/${data.key}`, party: `parties/${data.key}`, all: 'cases' }[data.of];
  const subject = { kind: 'register', id } as const;
  return { type: 'case.ledger_exported', actor, subject, data, personal: { destination } };
}

function entriesExported(origin: string, args: OrderArgs<'exportEntries'>, actor: Actor): AnyDraft {
  const { question, destination, ...data } = args;
  const subject = { kind: 'ledger', id: origin } as const;
  return { type: 'entries.exported', actor, subject, data, personal: { question, destination } };
}

async function namePort(
  { room }: Station,
  { path, port }: OrderArgs<'namePort'>,
  actor: Actor,
): Promise<unknown> {
  const allowed = '1-4.2, 07';
  if (!isBusPath(path) || !isPortName(port))
    throw new StationError(
      'station.value_wrong',
      { option: 'PATH PORT', allowed, found: `${path} ${port}`, command: 'ports name' },
      { field: 'port' },
    );
  await room.ledger.append([
    {
      type: 'port.named',
      actor,
      subject: { kind: 'port', id: port },
      data: { path, port },
      personal: {},
    },
  ]);
  return { path, port };
}

async function control(dockings: Dockings, { docking, deed }: OrderArgs<'control'>): Promise<void> {
  const found = dockings.find(docking);
  switch (deed) {
    case 'pause':
      return await found.pause();
    case 'resume':
      return await found.resume();
    case 'cancel':
      return found.giveUp('cancelled');
  }
}
