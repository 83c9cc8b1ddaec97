import { basename } from 'node:path';
import { machine } from '../custody/alarms.ts';
import type { Actor, AnyDraft } from '../custody/entry.ts';
import { unreachable } from '../errors.ts';
import type { Station } from '../station.ts';
import { RegisterBook } from '../tagging/registers/book.ts';
import { enterRow, type RegisterRoom, registerNamed } from '../tagging/registers/enter.ts';
import { type ImportReport, importRegisters } from '../tagging/registers/import.ts';
import { removeRow } from '../tagging/registers/remove.ts';
import { StationError } from './error.ts';
import { officerMeant } from './officer-meant.ts';
import type { Order, OrderArgs } from './orders.ts';
import { readPersonsFile } from './persons-file.ts';
import { registerFilesIn } from './register-files.ts';

type Deed = Extract<Order, { order: 'register' | 'enterRow' | 'removeRow' | 'importRegister' }>;

/** What a person enters into the registers, one deed after the other: each looks at what the one before has left. */
export async function registerDeed(station: Station, deed: Deed, actor: Actor): Promise<unknown> {
  return await station.room.turns.take('registers', () => carriedOut(station, deed, actor));
}

async function carriedOut(station: Station, deed: Deed, actor: Actor): Promise<unknown> {
  const room = registersOf(station);
  switch (deed.order) {
    case 'register':
      return await registerRecorder(station, room, deed.args, actor);
    case 'enterRow':
      return await enteredRow(room, deed.args, actor);
    case 'removeRow': {
      const { register, cause } = deed.args;
      const key = await removeRow(room, registerNamed(register), deed.args.key, cause, actor);
      return { register, key, removed: true };
    }
    case 'importRegister':
      return { files: await importInto(room, deed.args, actor) };
    default:
      return unreachable(deed);
  }
}

async function enteredRow(
  room: RegisterRoom,
  { register, values, standing }: OrderArgs<'enterRow'>,
  actor: Actor,
): Promise<unknown> {
  return await enterRow(room, registerNamed(register), values, actor, standing);
}

async function importInto(
  room: RegisterRoom,
  { register, file, dryRun, goodRows }: OrderArgs<'importRegister'>,
  actor: Actor,
): Promise<readonly ImportReport[]> {
  const files =
    register === null
      ? await registerFilesIn(file)
      : [
          {
            ...{ register: registerNamed(register), file: basename(file) },
            bytes: () => readPersonsFile(file),
          },
        ];
  return await importRegisters(room, files, { dryRun, goodRows }, actor);
}

function registersOf({ db, room }: Station): RegisterRoom {
  return { ledger: room.ledger, book: new RegisterBook(db), zone: room.settings.zone };
}

/**
 * Registers a recorder: a row of the register `recorders`, the only truth about them. A holder whom the register of officers
 * knows stands there; a name that it does not know is kept beside it. Errors: `station.value_wrong`, `tagging.row_unknown`.
 */
async function registerRecorder(
  { room, profiles }: Station,
  registers: RegisterRoom,
  { recorder, profile, holder }: OrderArgs<'register'>,
  actor: Actor,
): Promise<unknown> {
  if (profile !== null && !profiles.some((one) => one.id === profile)) {
    const allowed = profiles.map((one) => one.id).join(' | ');
    const found = { option: '--profile', allowed, found: profile, command: 'devices register' };
    throw new StationError('station.value_wrong', found, { field: 'profile' });
  }
  const officer = holder === null ? null : officerMeant(registers.book, holder, 'holder');
  const values = {
    ...(registers.book.row('recorders', recorder) === null ? { kind: 'recorder', state: 'in_use' } : {}),
    number: recorder,
    ...(profile === null ? {} : { profile }),
    ...(holder === null ? {} : { holder: officer ?? '' }),
  };
  await enterRow(registers, 'recorders', values, actor);
  if (holder !== null && officer === null)
    await room.ledger.append([registered(recorder, profile, holder, actor)]);
  return { recorder, profile, registered: true };
}

function registered(recorder: string, profile: string | null, holder: string, actor: Actor): AnyDraft {
  return {
    type: 'recorder.registered',
    actor,
    subject: { kind: 'recorder', id: recorder },
    data: { recorder, profile },
    personal: { holder },
  };
}

/** Recorders that an earlier version registered apart from the register: entered there, so that there is one truth. */
export async function enterRegistered({ db, room }: Pick<Station, 'db' | 'room'>): Promise<void> {
  const apart = db
    .prepare<[], { recorder: string; profile: string | null }>(
      `SELECT recorder, profile FROM view_recorder r WHERE registered IS NOT NULL AND NOT EXISTS
         (SELECT 1 FROM view_register WHERE register = 'recorders' AND key = r.recorder)`,
    )
    .all();
  const drafts = apart.map(
    ({ recorder, profile }): AnyDraft => ({
      type: 'register.entered',
      actor: machine,
      subject: { kind: 'register', id: `recorders/${recorder}` },
      data: { register: 'recorders', key: recorder, import: null },
      personal: { number: recorder, ...(profile === null ? {} : { profile }) },
    }),
  );
  if (drafts.length > 0) await room.ledger.append(drafts);
}
