import type { Command } from 'commander';
import { RequestBook, type StandingRequest } from '../access/requests/request-book.ts';
import { entriesAbout } from '../station/catalogue/entries.ts';
import { type StandingViewing, viewingsUnder } from '../station/catalogue/viewings.ts';
import { say } from '../texts/say.ts';
import { timeWords } from '../texts/units.ts';
import { wordsOfCode } from './access-words.ts';
import { type Cli, leaf, type Runner } from './command.ts';
import { historyLines, shownEntry } from './entry-line.ts';
import { exitCodes } from './exit-codes.ts';
import { reading } from './surroundings.ts';
import { pairs } from './table.ts';

/** A film in pieces of half a minute; `ledger list` has them all. */
const mostViewings = 1_000;

export function requestShowCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'show', say(language, 'cli.request.show')).argument(
    '<REQUEST>',
    say(language, 'cli.request.operand'),
  );
  return run(command, async ([id = ''], options) =>
    reading(cli, options, ({ db, config }) => {
      const { zone } = config.station;
      const book = new RequestBook(db);
      const request = book.named(id);
      const evidence = book.evidenceOf(id);
      const viewings = viewingsUnder(db, id, mostViewings);
      const history = entriesAbout(db, `request:${id}`).map((entry) => shownEntry(language, zone, entry));
      const text = [
        `${id}  ${wordsOfCode(language, 'kind', request.kind)}  ${wordsOfCode(language, 'state', request.state)}`,
        pairs(facts(cli, request, zone), '  '),
        '',
        say(language, 'cli.request.recordings'),
        ...evidence.map((one) => `  ${one}`),
        ...viewingLines(cli, viewings, zone),
        '',
        say(language, 'cli.request.history'),
        ...historyLines(history, zone),
      ].join('\n');
      return { exit: exitCodes.done, json: { ...request, evidence, viewings, history }, text };
    }),
  );
}

function facts(
  { language }: Cli,
  request: StandingRequest,
  zone: string,
): readonly (readonly [string, string])[] {
  const title = (
    name: 'for' | 'submitter' | 'until' | 'emergency' | 'why' | 'recipient' | 'decider',
  ): string => say(language, `cli.request.col.${name}`);
  return [
    [title('for'), request.for],
    [title('submitter'), request.submitter],
    [title('until'), timeWords(request.until, zone)],
    [title('emergency'), wordsOfCode(language, 'emergency', String(request.emergency))],
    [title('why'), request.why ?? '–'],
    [title('recipient'), request.recipient ?? '–'],
    [title('decider'), request.decider ?? '–'],
  ];
}

/** What was done with the approval: who saw which seconds of what. */
function viewingLines(
  { language }: Cli,
  viewings: readonly StandingViewing[],
  zone: string,
): readonly string[] {
  if (viewings.length === 0) return [];
  const lines = viewings.map(({ at, actor, evidence, what, from, to }) => {
    const seen = from === null || to === null ? wordsOfCode(language, 'what', what) : `${from}–${to} s`;
    return `  ${timeWords(at, zone)}  ${actor}  ${evidence}  ${seen}`;
  });
  return ['', say(language, 'cli.request.viewings'), ...lines];
}
