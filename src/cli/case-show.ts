import type { Command } from 'commander';
import { caseCount } from '../station/case-count.ts';
import { type CaseCourse, type CaseDetail, caseDetail } from '../station/catalogue/case-detail.ts';
import type { ListedCase, ListedLimit } from '../station/catalogue/case-list.ts';
import type { FiledRecording } from '../station/catalogue/filed-recordings.ts';
import {
  caseRemarks,
  filedWords,
  limitWords,
  momentWords,
  namedWords,
  verdictsWords,
} from '../station/sheets/case-words.ts';
import { caseMoments } from '../tagging/registers/cases.ts';
import { say } from '../texts/say.ts';
import { sizeWords, spanWords, timeWords } from '../texts/units.ts';
import { type Cli, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { reading } from './surroundings.ts';
import { pairs, table } from './table.ts';

export function caseShowCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'show', say(language, 'cli.case.show')).argument(
    '<NUMBER>',
    say(language, 'cli.case.number'),
  );
  return run(command, async ([number = ''], options) =>
    reading(cli, options, async ({ db, config }) => {
      const detail = caseDetail(db, number, await caseCount(db, config));
      return { exit: exitCodes.done, json: detail, text: textOf(cli, detail, config.station.zone) };
    }),
  );
}

function textOf(cli: Cli, detail: CaseDetail, zone: string): string {
  const { language } = cli;
  return [
    detail.number,
    pairs(particulars(cli, detail, zone), '  '),
    ...caseRemarks(language, detail).map((words) => `  – ${words}`),
    ...(detail.limits.length === 0 ? [] : ['', say(language, 'cli.case.limits')]),
    ...detail.limits.flatMap((limit) => limitLines(cli, limit, zone)),
    '',
    say(language, 'cli.case.recordings'),
    ...(detail.courses.length === 0 ? [`  ${say(language, 'cli.case.no_recordings')}`] : []),
    ...detail.courses.flatMap((course) => courseLines(cli, course, zone)),
  ].join('\n');
}

function particulars(
  { language }: Cli,
  one: ListedCase,
  zone: string,
): readonly (readonly [string, string])[] {
  const { title, kind, party, handler, unit, matter, state } = one;
  const column = (name: 'title' | 'kind' | 'party' | 'handler' | 'unit' | 'matter' | 'state'): string =>
    say(language, `cli.case.col.${name}`);
  const whole = matter?.whole === true ? `, ${say(language, 'cli.case.whole')}` : '';
  const words = (value: Parameters<typeof namedWords>[0] | null): string =>
    value === null ? '–' : namedWords(value);
  return [
    [column('title'), title ?? '–'],
    [column('kind'), kind ?? '–'],
    [column('party'), words(party)],
    [column('handler'), words(handler)],
    [column('unit'), words(unit)],
    [column('matter'), matter === null ? '–' : `${words(matter)}${whole}`],
    [column('state'), say(language, `cli.case.state_${state}`)],
    ...caseMoments.flatMap(([name, en, zh]) => {
      const moment = one.moments[name];
      return moment === null ? [] : [[language === 'zh' ? zh : en, momentWords(moment, zone)] as const];
    }),
  ];
}

function limitLines({ language }: Cli, limit: ListedLimit, zone: string): readonly string[] {
  const { what, start, countedDays, met } = limit;
  const begins = start === null ? '' : timeWords(start, zone).slice(0, 10);
  return [
    `  ${limitWords(language, limit, zone)}${met === null ? '' : `  ${momentWords(met, zone)}`}`,
    `    ${what[language]}`,
    `    ${say(language, 'cli.deadline.start')} ${begins}  (${countedDays.join(', ')})`,
  ];
}

function courseLines(cli: Cli, course: CaseCourse, zone: string): readonly string[] {
  const { language } = cli;
  const { session, returned, verdicts } = course;
  const back =
    returned === null ? [] : [`${say(language, 'cli.session.col.returned')} ${timeWords(returned, zone)}`];
  const head = [
    session ?? say(language, 'cli.case.not_judged'),
    verdictsWords(language, verdicts) ?? '',
    ...back,
  ].filter((one) => one !== '');
  return [`  ${head.join('  ')}`, indented(recordingTable(cli, course.recordings.flat(), zone)), ''];
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}

/** Recordings as a case file lists them. */
export function recordingTable(
  { language }: Cli,
  recordings: readonly FiledRecording[],
  zone: string,
): string {
  const at = (instant: string | null): string => (instant === null ? '–' : timeWords(instant, zone));
  const titles = [
    say(language, 'cli.evidence.col.id'),
    say(language, 'cli.case.col.segment'),
    say(language, 'cli.session.col.start'),
    say(language, 'cli.session.col.length'),
    say(language, 'cli.session.col.officer'),
    say(language, 'cli.session.col.recorder'),
    say(language, 'cli.case.col.place'),
    say(language, 'cli.case.col.filed'),
    say(language, 'cli.session.col.stored'),
    'SHA-256',
  ];
  return table(
    [
      ...titles.map((title) => ({ title })),
      { title: say(language, 'cli.evidence.col.size'), align: 'right' as const },
    ],
    recordings.map((one) => [
      one.evidenceId,
      one.segment === null ? '–' : String(one.segment),
      one.doubtful ? `${at(one.start)} (${say(language, 'cli.deadline.doubtful')})` : at(one.start),
      one.durationMs === null ? '–' : spanWords(one.durationMs / 1_000),
      one.officers.map(namedWords).join(' / ') || '–',
      one.recorder,
      one.places.join(' / ') || '–',
      filedWords(language, one),
      at(one.storedAt),
      one.sha256.slice(0, 12),
      sizeWords(one.bytes),
    ]),
  );
}
