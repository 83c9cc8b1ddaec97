import { say } from '../../texts/say.ts';
import type { Language } from '../../texts/text.ts';
import { timeWords } from '../../texts/units.ts';
import type { PunctualityCounts, PunctualityRow } from '../catalogue/punctuality.ts';
import type { Sheet } from './sheet.ts';
import { justificationWords, verdictMarks, verdictWords } from './verdict-words.ts';

/** Every verdict, one a line. */
export function listSheet(language: Language, rows: readonly PunctualityRow[], zone: string): Sheet {
  const names = [
    ...(['session', 'officer', 'recorder', 'items', 'ended', 'returned', 'docked', 'stored'] as const),
    ...(['clause', 'due', 'last_due', 'verdict'] as const),
  ];
  const at = (instant: string | null): string | null => (instant === null ? null : timeWords(instant, zone));
  return {
    name: say(language, 'cli.late.sheet_list'),
    titles: [
      ...names.map((name) => say(language, `cli.session.col.${name}`)),
      say(language, 'cli.late.col.justification'),
      say(language, 'cli.late.col.marks'),
    ],
    rows: rows.map((one) => [
      one.session,
      one.officers.join(', ') || null,
      one.recorder,
      one.items,
      at(one.ended),
      at(one.returned),
      at(one.docked),
      at(one.stored),
      one.clause,
      at(one.due),
      at(one.lastDue),
      verdictWords(language, one.verdict),
      justificationWords(language, one.justification),
      verdictMarks(language, { ...one, justification: 'none' }).join(', ') || null,
    ]),
  };
}

/** What was counted of each group, and of all together. */
export function countSheet(
  language: Language,
  { groups, all }: { readonly groups: readonly PunctualityCounts[]; readonly all: PunctualityCounts },
): Sheet {
  const names = [
    ...(['group', 'due', 'stored', 'on_time', 'late', 'excused', 'overdue', 'undetermined', 'open'] as const),
    ...(['rate', 'punctuality'] as const),
  ];
  const percent = (value: number | null): string | null => (value === null ? null : `${value.toFixed(1)}%`);
  return {
    name: say(language, 'cli.late.sheet_counts'),
    titles: names.map((name) => say(language, `cli.late.col.${name}`)),
    rows: [...groups, { ...all, group: say(language, 'cli.late.sum') }].map((one) => [
      one.group,
      one.due,
      one.stored,
      one.onTime,
      one.late,
      one.excused,
      one.overdue,
      one.undetermined,
      one.open,
      percent(one.completion),
      percent(one.punctuality),
    ]),
  };
}
