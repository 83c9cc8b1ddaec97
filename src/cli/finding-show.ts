import type { Command } from 'commander';
import { type FindingDetail, findingDetail } from '../station/catalogue/findings.ts';
import { endingTexts } from '../texts/entries.ts';
import { say } from '../texts/say.ts';
import { fill, printable, type Text } from '../texts/text.ts';
import { timeWords } from '../texts/units.ts';
import { type Cli, leaf, type Runner } from './command.ts';
import { historyLines, shownEntry } from './entry-line.ts';
import { exitCodes } from './exit-codes.ts';
import { kindWords, saidWords, stateWords } from './finding-lines.ts';
import { withWords } from './finding-list.ts';
import { reading } from './surroundings.ts';
import { pairs } from './table.ts';

export function findingShowCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'show', say(language, 'cli.finding.show')).argument(
    '<ID>',
    say(language, 'cli.finding.operand'),
  );
  return run(command, async ([id = ''], options) =>
    reading(cli, options, ({ db, config }) => {
      const { zone } = config.station;
      const detail = findingDetail(db, id);
      const history = detail.history.map((entry) => shownEntry(language, zone, entry));
      const json = { ...withWords(cli, detail, zone), history };
      return { exit: exitCodes.done, json, text: textOf(cli, detail, zone) };
    }),
  );
}

function textOf(cli: Cli, detail: FindingDetail, zone: string): string {
  const { language } = cli;
  const history = detail.history.map((entry) => shownEntry(language, zone, entry));
  return [
    `${detail.finding}  ${kindWords(language, detail.code)}  ${stateWords(language, detail.state)}`,
    saidWords(language, zone, detail),
    '',
    pairs(facts(cli, detail, zone), '  '),
    '',
    say(language, 'cli.finding.history'),
    ...historyLines(history, zone),
  ].join('\n');
}

function facts(
  { language }: Cli,
  detail: FindingDetail,
  zone: string,
): readonly (readonly [string, string])[] {
  const { recorder, docking, evidence, count, madeAt, statement, reason, because } = detail;
  const title = (name: 'recorder' | 'docking' | 'evidence' | 'made' | 'reason' | 'state'): string =>
    say(language, `cli.finding.col.${name}`);
  const more = count > evidence.length ? ` … (${count})` : '';
  const code: Text | undefined =
    because === null ? undefined : (endingTexts as Record<string, Text>)[because];
  return [
    [title('recorder'), recorder],
    [title('docking'), docking],
    [title('evidence'), `${evidence.join(', ') || '–'}${more}`],
    [title('made'), timeWords(madeAt, zone)],
    ...(statement === null ? [] : statementFacts(language, statement, zone)),
    ...(reason === null ? [] : [[title('reason'), reason] as const]),
    ...(because === null
      ? []
      : [[title('state'), code === undefined ? because : fill(code, language, {})] as const]),
  ];
}

function statementFacts(
  language: Cli['language'],
  { who, when, why, signedBy, text, attachments }: NonNullable<FindingDetail['statement']>,
  zone: string,
): readonly (readonly [string, string])[] {
  const title = (name: 'who' | 'when' | 'why' | 'signed_by' | 'text' | 'attachments'): string =>
    say(language, `cli.finding.col.${name}`);
  return [
    [title('who'), who ?? '–'],
    [title('when'), timeWords(when, zone)],
    [title('why'), why ?? '–'],
    [title('signed_by'), signedBy ?? '–'],
    ...(text === null ? [] : [[title('text'), text] as const]),
    ...attachments.map(
      ({ name, object }) =>
        [
          title('attachments'),
          `${printable(name ?? '–')} (${object ?? say(language, 'cli.attachment.waiting')})`,
        ] as const,
    ),
  ];
}
