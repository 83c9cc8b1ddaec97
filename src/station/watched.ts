import { Emergencies } from '../access/requests/emergencies.ts';
import type { Config } from '../config.ts';
import type { Db } from '../custody/database.ts';
import type { DeadlineDesk } from '../deadlines/desk.ts';
import { UnrecordedCases } from '../deadlines/missing/cases.ts';
import { UndockedDuties } from '../deadlines/missing/duties.ts';
import { FullRecorders } from '../deadlines/missing/full-recorders.ts';
import { UnseenRecorders } from '../deadlines/missing/recorders.ts';
import { UnfiledEvidence } from '../deadlines/missing/unfiled.ts';
import type { IntakeRoom } from '../intake/room.ts';
import { RegisterBook } from '../tagging/registers/book.ts';
import { TagBook } from '../tagging/tag-book.ts';
import { AlarmWatch } from './alarm-watch.ts';
import { LedgerTime } from './ledger-ahead.ts';

/** The watch of this station: what the unit wants to be told when it is missing, 0 days meaning never. */
export function alarmWatch(
  { db, room, desk }: { readonly db: Db; readonly room: IntakeRoom; readonly desk: DeadlineDesk },
  { station, missing, fullRecorder }: Config,
): AlarmWatch {
  const { zone } = station;
  const book = new RegisterBook(db);
  const tags = new TagBook(db, book);
  const { recorderDays, caseDays, evidenceDays } = missing;
  const standing = db.prepare<[string], unknown>('SELECT 1 FROM view_session_item WHERE session = ? LIMIT 1');
  const { alarms, clock, turns, catalogue } = room;
  return new AlarmWatch({
    ...{ db, alarms, clock, turns },
    finders: [
      new LedgerTime(db),
      new Emergencies(db),
      new UndockedDuties({ db, book, zone, measureAt: (at) => desk.measureAt(at) }),
      new FullRecorders({
        ...{ db, zone, freePercent: fullRecorder.freePercent, hoursBefore: fullRecorder.hoursBefore },
        freeBytes: fullRecorder.freeMebibytes * 1_048_576,
      }),
      ...(caseDays === 0 ? [] : [new UnrecordedCases({ db, book, tags, zone, days: caseDays })]),
      ...(recorderDays === 0 ? [] : [new UnseenRecorders({ db, zone, days: recorderDays })]),
      ...(evidenceDays === 0 ? [] : [new UnfiledEvidence({ db, days: evidenceDays })]),
    ],
    causes: {
      recorder_unregistered: (recorder) => !catalogue.registered(recorder),
      recorder_refused: (recorder) => !catalogue.registered(recorder),
      // `SESSION:CLAUSE`; the recordings of a session may have gone into another one.
      not_stored_yet: (about) => standing.get(about.split(':')[0] ?? '') !== undefined,
    },
  });
}
