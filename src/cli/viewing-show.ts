import type { Command } from 'commander';
import { viewingWords } from '../station/catalogue/entry-words.ts';
import { type ShownViewing, shownViewing } from '../station/catalogue/viewing.ts';
import { say } from '../texts/say.ts';
import { fill, printable } from '../texts/text.ts';
import { sizeWords, timeWords } from '../texts/units.ts';
import { viewingMarkTexts } from '../texts/viewing.ts';
import { ViewingBook } from '../viewing/book.ts';
import { ViewingError } from '../viewing/error.ts';
import { ViewingStore } from '../viewing/store.ts';
import { type Cli, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { reading } from './surroundings.ts';
import { pairs } from './table.ts';
import { lengthWords, viewingStateWords } from './viewing-words.ts';

type Made = Extract<ShownViewing, { state: 'made' }>['said'];
type Pairs = readonly (readonly [string, string])[];

export function viewingShowCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'show', say(language, 'cli.viewing.show')).argument(
    '<ID>',
    say(language, 'cli.evidence.operand'),
  );
  return run(command, async ([evidence = ''], options) =>
    reading(cli, options, ({ db, places, config }) => {
      const item = new ViewingBook(db).item(evidence);
      if (item === null) throw new ViewingError('viewing.evidence_unknown', { evidence }, { field: 'ID' });
      const shown = shownViewing(db, item.original);
      const folder = shown.state === 'made' ? new ViewingStore(places.viewing).folderOf(shown.said) : null;
      const text = textOf(cli, evidence, { shown, folder }, config.station.zone);
      return { exit: exitCodes.done, json: { evidence, folder, ...shown }, text };
    }),
  );
}

function textOf(
  { language }: Cli,
  evidence: string,
  { shown, folder }: { readonly shown: ShownViewing; readonly folder: string | null },
  zone: string,
): string {
  const title = `${evidence}  ${viewingStateWords(language, shown)}`;
  if (shown.state === 'none' || shown.state === 'waiting') return title;
  const since = [say(language, 'cli.viewing.col.at'), timeWords(shown.at, zone)] as const;
  const facts =
    shown.state === 'made'
      ? [...sharedPair(language, evidence, shown.said), ...madePairs(language, shown.said, folder ?? '')]
      : shown.state === 'failed'
        ? failedPairs(language, shown)
        : [];
  const lines = [title, pairs([since, ...facts], '  ')];
  return [...lines, '', say(language, 'cli.viewing.no_evidence')].join('\n');
}

/** The number that is burnt in is that of the item for which it was made first. */
function sharedPair(language: Cli['language'], evidence: string, said: Made): Pairs {
  if (said.evidence === evidence) return [];
  const words = say(language, 'cli.viewing.shared', { evidence: said.evidence });
  return [[say(language, 'cli.viewing.col.shared'), words]];
}

function madePairs(language: Cli['language'], said: Made, folder: string): Pairs {
  const title = (
    name: 'how' | 'length' | 'size' | 'file' | 'original' | 'digest' | 'mark' | 'ffmpeg' | 'layers',
  ): string => say(language, `cli.viewing.col.${name}`);
  return [
    [title('how'), viewingWords(language, said.how)],
    [title('length'), lengthWords(language, said)],
    [title('size'), `${sizeWords(said.bytes)}  ${said.width ?? '–'}×${said.height ?? '–'}`],
    [title('mark'), fill(viewingMarkTexts[said.mark], language, {})],
    [title('file'), `${folder}/${said.name}`],
    ...said.pictures.map(({ name }) => [title('file'), `${folder}/${name}`] as const),
    [title('original'), said.original],
    [title('digest'), said.sha256],
    [title('ffmpeg'), `ffmpeg ${said.ffmpeg ?? '–'}  ${printable(said.arguments.join(' '))}`],
    [title('layers'), said.confinement.join(', ')],
  ];
}

function failedPairs(
  language: Cli['language'],
  { said, tail }: Extract<ShownViewing, { state: 'failed' }>,
): Pairs {
  const lines = (tail ?? '').split('\n').filter((line) => line !== '');
  return [
    [say(language, 'cli.viewing.col.original'), said.original],
    ...(said.ffmpeg === null
      ? []
      : [
          [
            say(language, 'cli.viewing.col.ffmpeg'),
            `ffmpeg ${said.ffmpeg}  ${printable(said.arguments.join(' '))}`,
          ] as const,
        ]),
    ...lines.map((line) => [say(language, 'cli.viewing.col.tail'), printable(line)] as const),
  ];
}
