import type { GivenVerdict } from '../../custody/entry-kinds.ts';
import { isDay } from '../../tagging/registers/moment.ts';
import { say } from '../../texts/say.ts';
import { tagSourceTexts } from '../../texts/tagging.ts';
import { fill, type Language, labelled } from '../../texts/text.ts';
import { timeWords } from '../../texts/units.ts';
import type { ListedCase, ListedLimit } from '../catalogue/case-list.ts';
import type { Named } from '../catalogue/case-particulars.ts';
import type { FiledRecording } from '../catalogue/filed-recordings.ts';
import { verdictLine, verdictWords } from './verdict-words.ts';

/** `张三 (222222)`; the number alone where the register has no name. */
export function namedWords({ number, name }: Named): string {
  return name === null ? number : `${name} (${number})`;
}

/** A day as it is, an instant as the station's clock shows it. */
export function momentWords(moment: string, zone: string): string {
  return isDay(moment) ? moment : timeWords(moment, zone);
}

/** `QZ-21-2 archived 2026-10-19: nearly due`; the last day of the count, as a person counts. */
export function limitWords(language: Language, limit: ListedLimit, zone: string): string {
  const { clause, deed, due, countedDays, verdict, nearlyDue, provisional } = limit;
  const last = countedDays.at(-1) ?? (due === null ? '–' : timeWords(due, zone));
  const open = verdict === 'pending' || verdict === 'due_soon';
  const running = say(language, nearlyDue ? 'cli.case.nearly_due' : 'cli.case.running');
  const words = open ? running : verdictWords(language, verdict);
  const marked = provisional ? `${words} (${say(language, 'cli.deadline.provisional')})` : words;
  return labelled(language, `${clause} ${say(language, `cli.case.deed_${deed}`)} ${last}`, marked);
}

/** What a person must know of a case at a glance. */
export function caseRemarks(language: Language, { missing, matter }: ListedCase): readonly string[] {
  if (!missing || matter === null) return [];
  return [say(language, 'cli.case.missing', { matter: matter.name ?? matter.number })];
}

/** By whom it is filed, and whether that is certain. */
export function filedWords(language: Language, recording: FiledRecording): string {
  const { candidate, conflict, filedBy } = recording;
  const marks = [
    ...(candidate ? [say(language, 'cli.case.candidate')] : []),
    ...(conflict ? [say(language, 'cli.case.conflict')] : []),
  ];
  const source = fill(tagSourceTexts[filedBy], language, {});
  return marks.length === 0 ? source : `${source} (${marks.join(', ')})`;
}

export function verdictsWords(language: Language, verdicts: readonly GivenVerdict[]): string | null {
  const words = verdicts.map((given) => `${given.clause} ${verdictLine(language, given)}`);
  return words.length === 0 ? null : words.join('; ');
}
