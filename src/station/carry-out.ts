import { realpath, stat } from 'node:fs/promises';
import { basename, sep } from 'node:path';
import { Value } from 'typebox/value';
import { cardPathBytes } from '../custody/card-path.ts';
import type { Actor } from '../custody/entry.ts';
import { cardInFolder } from '../dock/card.ts';
import { isBusPath, isPortName } from '../dock/usb/ports.ts';
import { unreachable } from '../errors.ts';
import type { DockingSnapshot } from '../intake/progress.ts';
import type { Station } from '../station.ts';
import { RegisterBook } from '../tagging/registers/book.ts';
import { enterRow, importRegister, type RegisterRoom, registerNamed } from '../tagging/registers/enter.ts';
import { tagByHand } from '../tagging/tag-by-hand.ts';
import type { Language } from '../texts/text.ts';
import { deadlineDeed } from './deadline-deeds.ts';
import type { Dockings } from './dockings.ts';
import { StationError } from './error.ts';
import { exportEvidence } from './export-evidence.ts';
import { exportLedger } from './export-ledger.ts';
import { ingestReport } from './ingest-report.ts';
import { type Order, type OrderArgs, orderShapes } from './orders.ts';
import { readPersonsFile } from './persons-file.ts';
import { withUploads } from './with-uploads.ts';

/** Who gave the order and how they read. */
export interface Orderer {
  readonly actor: Actor;
  readonly language: Language;
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
  switch (order.order) {
    case 'ingest':
      return await ingest(station, dockings, order.args, by);
    case 'acknowledge':
      await room.alarms.acknowledge(db, order.args.alarm, by.actor, order.args.note);
      return { alarm: order.args.alarm };
    case 'register':
      return await register(station, order.args, by.actor);
    case 'namePort':
      return await namePort(station, order.args, by.actor);
    case 'exportEvidence':
      return await exportEvidence(station, order.args, by.actor);
    case 'exportLedger':
      return await exportLedger(station, order.args, by.actor);
    case 'control':
      await control(dockings, order.args);
      return { docking: order.args.docking };
    case 'first':
      await dockings.find(order.args.docking).first(cardPathBytes({ path: order.args.path }));
      return { docking: order.args.docking, path: order.args.path };
    case 'tag': {
      const { evidence, field, value } = order.args;
      await tagByHand({ db, ledger: room.ledger }, evidence, field, value, by.actor);
      await station.desk.settle();
      return { evidence, field, value };
    }
    case 'enterRow': {
      const { register, values } = order.args;
      const entered = await enterRow(registersOf(station), registerNamed(register), values, by.actor);
      await station.desk.settle();
      return entered;
    }
    case 'importRegister': {
      const report = await importInto(station, order.args, by.actor);
      await station.desk.settle();
      return report;
    }
    case 'status':
      return { dockings: dockings.snapshots(), uploads: station.uploads?.state() ?? null };
    case 'judge':
      return await station.desk.catchUp();
    case 'split':
    case 'join':
    case 'returned':
    case 'correctClock':
    case 'justify':
    case 'decide':
    case 'importCalendar': {
      const done = await deadlineDeed(station, order, by.actor);
      await station.desk.settle();
      return done;
    }
    default:
      return unreachable(order);
  }
}

async function ingest(
  station: Station,
  dockings: Dockings,
  { folder }: OrderArgs<'ingest'>,
  by: Orderer,
): Promise<unknown> {
  const root = await cardRoot(station, folder);
  const card = cardInFolder(basename(root), root);
  const report = await dockings.ingest(card, by.onProgress, false);
  return ingestReport(await withUploads(station, report), by.language);
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

async function register(
  { room, profiles }: Station,
  { recorder, profile, holder }: OrderArgs<'register'>,
  actor: Actor,
): Promise<unknown> {
  if (profile !== null && !profiles.some((one) => one.id === profile)) {
    const allowed = profiles.map((one) => one.id).join(' | ');
    throw new StationError(
      'station.value_wrong',
      { option: '--profile', allowed, found: profile, command: 'devices register' },
      { field: 'profile' },
    );
  }
  await room.ledger.append([
    {
      type: 'recorder.registered',
      actor,
      subject: { kind: 'recorder', id: recorder },
      data: { recorder, profile },
      personal: holder === null ? {} : { holder },
    },
  ]);
  return { recorder, profile, registered: true };
}

function registersOf({ db, room }: Station): RegisterRoom {
  return { ledger: room.ledger, book: new RegisterBook(db), zone: room.settings.zone };
}

async function importInto(
  station: Station,
  { register, file, dryRun, goodRows }: OrderArgs<'importRegister'>,
  actor: Actor,
): Promise<unknown> {
  const bytes = await readPersonsFile(file);
  const wish = { register: registerNamed(register), bytes, file: basename(file), dryRun, goodRows };
  // Two imports at once would each count the other's rows as their own news.
  return await station.room.turns.take('registers', () => importRegister(registersOf(station), wish, actor));
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
