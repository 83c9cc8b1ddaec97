import type { Test } from 'tap';
import { Alarms, machine } from '../../../src/custody/alarms.ts';
import type { AnyDraft } from '../../../src/custody/entry.ts';
import { UnrecordedCases } from '../../../src/deadlines/missing/cases.ts';
import { UndockedDuties } from '../../../src/deadlines/missing/duties.ts';
import { UnseenRecorders } from '../../../src/deadlines/missing/recorders.ts';
import { UnfiledEvidence } from '../../../src/deadlines/missing/unfiled.ts';
import { AlarmWatch } from '../../../src/station/alarm-watch.ts';
import { alarmList, alarmWords } from '../../../src/station/catalogue/alarm-list.ts';
import { RegisterBook } from '../../../src/tagging/registers/book.ts';
import { enterRow } from '../../../src/tagging/registers/enter.ts';
import type { RegisterName, RowValues } from '../../../src/tagging/registers/register.ts';
import { removeRow } from '../../../src/tagging/registers/remove.ts';
import { TagBook } from '../../../src/tagging/tag-book.ts';
import { tagByHand } from '../../../src/tagging/tag-by-hand.ts';
import { Turns } from '../../../src/turns.ts';
import { DeskStation } from '../desk-station.ts';

export const clerk = { kind: 'person', id: 'os:clerk' } as const;
const zone = 'Asia/Shanghai';

/** A desk with the watch beside it, over a real ledger and registers, at times that a test sets. */
export class MissingStation extends DeskStation {
  readonly alarms: Alarms;
  readonly watch: AlarmWatch;
  readonly #book: RegisterBook;
  #docked = 900_000;

  constructor(t: Test, policy?: string) {
    super(t, policy);
    const { db, clock } = this.lone;
    this.#book = new RegisterBook(db);
    this.alarms = new Alarms(this.ledger, db, 'ST01');
    const [book, tags] = [this.#book, new TagBook(db, this.#book)];
    this.watch = new AlarmWatch({
      ...{ db, alarms: this.alarms, clock, turns: new Turns() },
      finders: [
        new UndockedDuties({ db, book, zone, measureAt: (moment) => this.desk.measureAt(moment) }),
        new UnrecordedCases({ db, book, tags, zone, days: 7 }),
        new UnseenRecorders({ db, zone, days: 14 }),
        new UnfiledEvidence({ db, days: 7 }),
      ],
      causes: {},
    });
  }

  /** What the watch finds at a time, as after an hour. */
  async lookAt(local: string): Promise<readonly string[]> {
    this.now(local);
    await this.desk.catchUp();
    await this.watch.look();
    return this.openAlarms();
  }

  said(): readonly string[] {
    return alarmList(this.lone.db, 'open').map((one) => alarmWords('en', one));
  }

  async enter(register: RegisterName, values: RowValues): Promise<void> {
    const room = { ledger: this.ledger, book: this.#book, zone };
    await enterRow(room, register, values, clerk);
  }

  async remove(register: RegisterName, key: string): Promise<void> {
    await removeRow({ ledger: this.ledger, book: this.#book, zone }, register, key, '误录', clerk);
  }

  async file(evidence: string, number: string | null): Promise<void> {
    await tagByHand({ db: this.lone.db, ledger: this.ledger }, [evidence], 'case', number, clerk);
  }

  /** A recorder is docked and known, whatever is on it. */
  async dock(recorder: string, local: string): Promise<void> {
    this.now(local);
    const subject = { kind: 'docking', id: `ST01-D${++this.#docked}` } as const;
    const drafts: readonly AnyDraft[] = [
      {
        ...{ type: 'docking.started', actor: machine, subject },
        data: { port: '01', readOnly: true },
        personal: { root: '/media/docket/01' },
      },
      {
        ...{ type: 'docking.identified', actor: machine, subject },
        data: { profile: 'generic-dcim', recorder, assigned: true, claims: [] },
        personal: {},
      },
    ];
    await this.ledger.append(drafts);
  }

  /** Every alarm about this, with how each ended. */
  ends(code: string): readonly (string | null)[] {
    return alarmList(this.lone.db, 'all')
      .filter((one) => one.code === code)
      .map(({ because }) => because);
  }
}
