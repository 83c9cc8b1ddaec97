import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Actor } from '../custody/entry.ts';
import { announcedDays } from '../deadlines/announced.ts';
import { DeadlineError } from '../deadlines/error.ts';
import { decideJustification, requireJustifiable, submitJustification } from '../deadlines/justification.ts';
import { enterReturn, joinSessions, splitSession } from '../deadlines/session-deeds.ts';
import { unreachable } from '../errors.ts';
import type { Station } from '../station.ts';
import { attaching } from './attachments.ts';
import { dockingNamed } from './catalogue/dockings.ts';
import { StationError } from './error.ts';
import type { Order, OrderArgs } from './orders.ts';
import { readPersonsFile } from './persons-file.ts';

type Deed = Extract<
  Order,
  {
    order: 'split' | 'join' | 'returned' | 'correctClock' | 'justify' | 'decide' | 'importCalendar';
  }
>;

/** What a person says about being in time or not; whoever calls brings the verdicts up to date after it. */
export async function deadlineDeed(station: Station, deed: Deed, actor: Actor): Promise<unknown> {
  const { db, desk, room } = station;
  const { ledger } = room;
  const rooms = { db, ledger, book: desk.book };
  switch (deed.order) {
    case 'split':
      return { session: await splitSession(rooms, deed.args.evidence, actor) };
    case 'join':
      return { session: await joinSessions(rooms, deed.args.sessions, actor) };
    case 'returned': {
      const { session, at, note } = deed.args;
      const now = room.clock.now().toZonedDateTimeISO(room.settings.zone);
      await enterReturn(rooms, session, Temporal.Instant.from(at), now, note, actor);
      return { session, returned: at };
    }
    case 'correctClock':
      return await correctClock(station, deed.args, actor);
    case 'justify':
      return await justify(station, deed.args, actor);
    case 'decide':
      await decideJustification(rooms, deed.args, actor);
      return { justification: deed.args.justification, state: deed.args.decision };
    case 'importCalendar':
      return await importCalendar(station, deed.args, actor);
    default:
      return unreachable(deed);
  }
}

async function correctClock(
  { db, desk, room }: Station,
  { docking, offsetSeconds, note }: OrderArgs<'correctClock'>,
  actor: Actor,
): Promise<unknown> {
  const recorder = dockingNamed(db, docking)?.recorder ?? null;
  if (recorder === null) throw new StationError('station.docking_unknown', { docking }, { field: 'DOCKING' });
  await room.ledger.append([
    {
      type: 'docking.clock_corrected',
      actor,
      subject: { kind: 'docking', id: docking },
      data: { docking, recorder, offsetSeconds },
      personal: note === null ? {} : { note },
    },
  ]);
  return { docking, offsetSeconds, timed: await desk.timeAgain(docking) };
}

async function justify(
  station: Station,
  { session, category, text, attach }: OrderArgs<'justify'>,
  actor: Actor,
): Promise<unknown> {
  const { db, room } = station;
  const { stationCode } = room.settings;
  const rooms = { db, ledger: room.ledger, stationCode };
  const wish = { session, category, text };
  const { entered: justification, attachments } = await room.turns.take('justification', async () => {
    // What is refused must leave nothing write-once in the vault.
    requireJustifiable(db, session);
    return await attaching(station, attach, (attached) => submitJustification(rooms, wish, attached, actor));
  });
  return {
    justification,
    session,
    state: 'submitted',
    attachments,
  };
}

async function importCalendar(
  { desk, room }: Station,
  { file, year, correct }: OrderArgs<'importCalendar'>,
  actor: Actor,
): Promise<unknown> {
  const text = (await readPersonsFile(file)).toString('utf8');
  if (announcedDays().years.has(year) && !correct)
    throw new DeadlineError('deadlines.year_announced', { year }, { field: 'year' });
  // Loaded where it is needed, with the library that it stands on.
  const { readCalendarFile } = await import('../deadlines/ics.ts');
  const { restDays, workDays } = readCalendarFile(text, year);
  const sha256 = createHash('sha256').update(text).digest('hex');
  await room.ledger.append([
    {
      type: 'calendar.imported',
      actor,
      subject: { kind: 'calendar', id: room.settings.stationCode },
      data: { sha256, years: [year], restDays, workDays },
      personal: { file: basename(file) },
    },
  ]);
  desk.calendarChanged();
  return { year, restDays, workDays };
}
