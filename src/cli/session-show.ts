import type { Command } from 'commander';
import { type PolicyVersion, policyVersions } from '../deadlines/policy-version.ts';
import { findingsBeside, type ListedFinding } from '../station/catalogue/findings.ts';
import { justificationList } from '../station/catalogue/justifications.ts';
import { type SessionDetail, sessionDetail } from '../station/catalogue/sessions.ts';
import { judgementLines } from '../station/sheets/verdict-words.ts';
import { say } from '../texts/say.ts';
import { spanWords, timeWords } from '../texts/units.ts';
import { type Cli, leaf, type Runner } from './command.ts';
import { shownEntry } from './entry-line.ts';
import { exitCodes } from './exit-codes.ts';
import { findingSection } from './finding-lines.ts';
import { withWords } from './finding-list.ts';
import { reading } from './surroundings.ts';
import { pairs, table } from './table.ts';

export function sessionShowCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'show', say(language, 'cli.session.show')).argument(
    '<SESSION>',
    say(language, 'cli.session.operand'),
  );
  return run(command, async ([id = ''], options) =>
    reading(cli, options, ({ db, config }) => {
      const detail = sessionDetail(db, id);
      const { zone } = config.station;
      const history = detail.history.map((entry) => shownEntry(language, zone, entry));
      const justifications = justificationList(db, { session: id, state: null });
      const found = findingsBeside(db, { session: id });
      const findings = found.map((one) => withWords(cli, one, zone));
      return {
        exit: exitCodes.done,
        json: { ...detail, justifications, findings, history },
        text: textOf(cli, detail, found, zone, policyVersions(db)),
      };
    }),
  );
}

function textOf(
  cli: Cli,
  detail: SessionDetail,
  findings: readonly ListedFinding[],
  zone: string,
  versions: readonly PolicyVersion[],
): string {
  const { language } = cli;
  const at = (instant: string | null): string => (instant === null ? '–' : timeWords(instant, zone));
  const title = (
    name: 'recorder' | 'officer' | 'start' | 'ended' | 'returned' | 'docked' | 'secured' | 'stored',
  ): string => say(language, `cli.session.col.${name}`);
  return [
    detail.session,
    pairs(
      [
        [title('recorder'), detail.recorder],
        [title('officer'), detail.officers.join(', ') || '–'],
        [title('start'), at(detail.start)],
        [title('ended'), at(detail.ended)],
        [title('returned'), at(detail.returned)],
        [title('docked'), at(detail.docked)],
        [title('secured'), at(detail.secured)],
        [title('stored'), at(detail.stored)],
      ],
      '  ',
    ),
    '',
    ...detail.verdicts.flatMap((given) => [...judgementLines(language, given, zone, versions), '']),
    say(language, 'cli.session.items'),
    recordingTable(cli, detail, zone),
    '',
    ...findingSection(language, zone, findings),
    say(language, 'cli.session.history'),
    ...detail.history.map((entry) => {
      const { seq, at: when, actor, words } = shownEntry(language, zone, entry);
      return `  ${timeWords(when, zone)}  ${actor.id}  #${seq}  ${words}`;
    }),
  ].join('\n');
}

function recordingTable({ language }: Cli, { recordings }: SessionDetail, zone: string): string {
  const at = (instant: string | null): string => (instant === null ? '–' : timeWords(instant, zone));
  const columns = [
    say(language, 'cli.evidence.col.id'),
    say(language, 'cli.session.col.start'),
    say(language, 'cli.session.col.length'),
    say(language, 'cli.session.col.ended'),
    say(language, 'cli.session.col.stored'),
  ];
  return table(
    columns.map((title) => ({ title })),
    recordings.map((one) => [
      one.evidenceId,
      at(one.start),
      one.durationMs === null ? '–' : spanWords(one.durationMs / 1_000),
      one.doubtful ? `${at(one.ended)} (${say(language, 'cli.deadline.doubtful')})` : at(one.ended),
      at(one.stored),
    ]),
  );
}
