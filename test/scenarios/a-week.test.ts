import t, { type Test } from 'tap';
import { DamageReport } from '../../src/custody/verify/damage.ts';
import { checkCatalogue } from '../../src/custody/verify/replay.ts';
import { projectors } from '../../src/projections.ts';
import { FiledReader } from '../../src/station/catalogue/filed-recordings.ts';
import { Filings } from '../../src/station/catalogue/filings.ts';
import { RegisterBook } from '../../src/tagging/registers/book.ts';
import { importRegisters } from '../../src/tagging/registers/import.ts';
import type { RegisterName } from '../../src/tagging/registers/register.ts';
import { TagBook } from '../../src/tagging/tag-book.ts';
import { tagByHand } from '../../src/tagging/tag-by-hand.ts';
import { effectiveTags } from '../../src/tagging/tags.ts';
import { at, DeskStation } from '../deadlines/desk-station.ts';
import { caseFiles, fridaysWord, mondaysLists, sundaysLists, week } from '../support/a-week.ts';

/**
 * A week as a bureau has it: lists are imported, cards come in evening after evening, a person says something, a list comes
 * late. In the end every recording must have just the tags that it should have, each from the source that said it.
 */
const clerk = { kind: 'person', id: 'os:clerk' } as const;

class Week {
  readonly station: DeskStation;
  readonly evidence: string[] = [];

  constructor(t: Test) {
    this.station = new DeskStation(t);
  }

  async import(lists: Readonly<Record<string, string>>): Promise<number> {
    const { lone, ledger } = this.station;
    const room = { ledger, book: new RegisterBook(lone.db), zone: 'Asia/Shanghai' };
    const files = Object.entries(lists).map(([register, text]) => ({
      register: register as RegisterName,
      file: `${register}.csv`,
      bytes: async () => Buffer.from(text),
    }));
    const reports = await importRegisters(room, files, { dryRun: false, goodRows: false }, clerk);
    return reports.reduce((sum, { faults }) => sum + faults, 0);
  }

  /** Docks what was recorded on a day; the desk judges as the daemon does. */
  async dock(day: string): Promise<void> {
    for (const { recording } of week) {
      if (!recording.docked.startsWith(day)) continue;
      const evidence = await this.station.secure(recording);
      this.evidence.push(evidence);
      await this.station.store(evidence, `${day} 23:50`);
    }
    await this.station.desk.catchUp();
  }

  async say(place: number, field: 'case', value: string): Promise<void> {
    const { lone, ledger, desk } = this.station;
    await tagByHand({ db: lone.db, ledger }, [this.evidence[place] ?? ''], field, value, clerk);
    await desk.settle();
  }

  tags(place: number): readonly string[] {
    const book = new TagBook(this.station.lone.db, new RegisterBook(this.station.lone.db));
    return effectiveTags(book.tags(this.evidence[place] ?? ''))
      .map(
        ({ field, value, candidates, source, conflict }) =>
          `${field} ${value ?? `?${candidates.join('/')}`} ${source}${conflict ? '!' : ''}`,
      )
      .toSorted();
  }

  returned(place: number): string | null {
    return (
      this.station.lone.db
        .prepare<[string], string | null>(
          `SELECT s.returned FROM view_session s JOIN view_session_item i ON i.session = s.session
           WHERE i.evidence = ?`,
        )
        .pluck()
        .get(this.evidence[place] ?? '') ?? null
    );
  }

  caseFile(number: string): readonly string[] {
    const { db } = this.station.lone;
    return new FiledReader(db)
      .all(new Filings(db).under('case', number))
      .map(({ evidenceId, candidate }) => `${candidate ? '?' : ''}${this.evidence.indexOf(evidenceId)}`);
  }
}

const days = ['02', '03', '04', '05', '06', '07', '08'].map((day) => `2026-03-${day}`);

t.test('a week: every tag is right and says where it comes from, and nothing is invented', async (t) => {
  const unit = new Week(t);
  t.equal(await unit.import(mondaysLists), 0);
  for (const day of days) {
    await unit.dock(day);
    if (day === '2026-03-06') await unit.say(fridaysWord.recording, fridaysWord.field, fridaysWord.value);
  }
  const saturday = week.findIndex(({ recording }) => recording.start.startsWith('2026-03-07'));
  t.strictSame(unit.tags(saturday), ['officer 444444 file_name', 'unit U2 register'], 'before its list came');
  t.equal(await unit.import(sundaysLists), 0);
  await unit.station.desk.settle();

  for (const [place, { story, tags, returned }] of week.entries()) {
    t.strictSame(unit.tags(place), tags.toSorted(), story);
    t.equal(unit.returned(place), returned === null ? null : at(returned).toString(), `${story}: return`);
  }
  for (const [number, recordings] of Object.entries(caseFiles))
    t.strictSame(unit.caseFile(number), recordings, `the file of case ${number}`);
  const entries = unit.station.entries('evidence.tagged').length;
  await unit.station.open().settle();
  await unit.station.desk.catchUp();
  t.equal(unit.station.entries('evidence.tagged').length, entries, 'a restart says nothing anew');
  const damage = new DamageReport();
  checkCatalogue(unit.station.lone.db, projectors, damage)?.close();
  t.strictSame(damage.list(), [], 'and the ledger replays to the very same catalogue');
});
