import { type CaseMoment, caseMoments } from '../../tagging/registers/cases.ts';
import { classifications, importances } from '../../tagging/tags.ts';
import { say } from '../../texts/say.ts';
import type { Language } from '../../texts/text.ts';
import { spanWords, timeWords } from '../../texts/units.ts';
import type { LedgerLine } from '../catalogue/case-ledger.ts';
import type { ListedCase } from '../catalogue/case-list.ts';
import type { FiledRecording } from '../catalogue/filed-recordings.ts';
import { caseRemarks, filedWords, limitWords, momentWords, verdictsWords } from './case-words.ts';
import type { Sheet } from './sheet.ts';

type Value = string | number | null;

/** One column: its title, and what stands in it. */
interface LedgerColumn {
  readonly title: string;
  readonly value: (line: LedgerLine) => Value;
}

/** The electronic ledger as a table: what was written and what was recorded, in one list. */
export function ledgerSheet(language: Language, lines: Iterable<LedgerLine>, zone: string): Sheet {
  const columns = [...writtenColumns(language, zone), ...recordedColumns(language, zone)];
  return {
    name: say(language, 'cli.case.sheet'),
    titles: columns.map(({ title }) => title),
    rows: Array.from(lines, (line) => columns.map(({ value }) => value(line))),
  };
}

function writtenColumns(language: Language, zone: string): readonly LedgerColumn[] {
  const of =
    (read: (one: ListedCase) => Value) =>
    (line: LedgerLine): Value =>
      line.case === null ? null : read(line.case);
  const column = (
    name:
      | 'number'
      | 'title'
      | 'kind'
      | 'party'
      | 'handler'
      | 'unit'
      | 'matter'
      | 'state'
      | 'limits'
      | 'remarks',
    read: (one: ListedCase) => Value,
  ): LedgerColumn => ({ title: say(language, `cli.case.col.${name}`), value: of(read) });
  const moment = ([name, en, zh]: readonly [CaseMoment, string, string]): LedgerColumn => ({
    title: language === 'zh' ? zh : en,
    value: of(({ moments }) => {
      const known = moments[name];
      return known === null ? null : momentWords(known, zone);
    }),
  });
  return [
    column('number', ({ number }) => number),
    column('title', ({ title }) => title),
    column('kind', ({ kind }) => kind),
    column('party', ({ party }) => party?.name ?? null),
    { title: say(language, 'cli.case.col.party_code'), value: of(({ party }) => party?.number ?? null) },
    column('handler', ({ handler }) => handler?.name ?? null),
    {
      title: say(language, 'cli.case.col.handler_number'),
      value: of(({ handler }) => handler?.number ?? null),
    },
    column('unit', ({ unit }) => unit?.name ?? unit?.number ?? null),
    column('matter', ({ matter }) => matter?.name ?? matter?.number ?? null),
    {
      title: say(language, 'cli.case.whole'),
      value: of(({ matter }) => (matter?.whole === true ? say(language, 'cli.yes') : null)),
    },
    column('state', ({ state }) => say(language, `cli.case.state_${state}`)),
    ...caseMoments.map(moment),
    column('limits', ({ limits }) => limits.map((one) => limitWords(language, one, zone)).join('; ') || null),
    column('remarks', (one) => caseRemarks(language, one).join('; ') || null),
  ];
}

function recordedColumns(language: Language, zone: string): readonly LedgerColumn[] {
  const at = (instant: string | null): Value => (instant === null ? null : timeWords(instant, zone));
  const column = (title: string, read: (one: FiledRecording) => Value): LedgerColumn => ({
    title,
    value: ({ recording }) => (recording === null ? null : read(recording)),
  });
  return [
    column(say(language, 'cli.evidence.col.id'), ({ evidenceId }) => evidenceId),
    column(say(language, 'cli.case.col.filed'), (one) => filedWords(language, one)),
    column(say(language, 'cli.session.col.session'), ({ session }) => session),
    column(say(language, 'cli.case.col.segment'), ({ segment }) => segment),
    column(
      say(language, 'cli.session.col.officer'),
      ({ officers }) => officers.flatMap(({ name }) => name ?? []).join(' / ') || null,
    ),
    column(
      say(language, 'cli.case.col.officer_number'),
      ({ officers }) => officers.map(({ number }) => number).join(' / ') || null,
    ),
    column(say(language, 'cli.session.col.recorder'), ({ recorder }) => recorder),
    column(say(language, 'cli.case.col.place'), ({ places }) => places.join(' / ') || null),
    column(say(language, 'cli.session.col.start'), ({ start }) => at(start)),
    column(say(language, 'cli.session.col.ended'), ({ ended }) => at(ended)),
    column(say(language, 'cli.session.col.length'), ({ durationMs }) =>
      durationMs === null ? null : spanWords(durationMs / 1_000),
    ),
    column(say(language, 'cli.deadline.doubtful'), ({ doubtful }) =>
      doubtful ? say(language, 'cli.yes') : null,
    ),
    {
      title: say(language, 'cli.case.col.verdict'),
      value: ({ verdicts }) => verdictsWords(language, verdicts),
    },
    column(say(language, 'cli.case.col.importance'), ({ importance }) => {
      const known = importances.find((one) => one === importance);
      return known === undefined ? importance : say(language, `cli.case.importance_${known}`);
    }),
    column(say(language, 'cli.case.col.classification'), ({ classification }) => {
      const known = classifications.find((one) => one === classification);
      return known === undefined ? classification : say(language, `cli.case.classification_${known}`);
    }),
    column(say(language, 'cli.evidence.col.path'), ({ path }) => path),
    column(say(language, 'cli.case.col.bytes'), ({ bytes }) => bytes),
    column('SHA-256', ({ sha256 }) => sha256),
    column(say(language, 'cli.session.col.secured'), ({ securedAt }) => at(securedAt)),
    column(say(language, 'cli.session.col.stored'), ({ storedAt }) => at(storedAt)),
  ];
}
