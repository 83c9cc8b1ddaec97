import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { reviewDetail } from '../station/catalogue/reviews.ts';
import { StationError } from '../station/error.ts';
import { reviewSheet } from '../station/sheets/review-sheet.ts';
import { csvText, type Sheet, xlsxBytes } from '../station/sheets/sheet.ts';
import { say } from '../texts/say.ts';
import { type Cli, type CommonOptions, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { writeNewFile } from './new-file.ts';
import { order } from './order.ts';
import { reading } from './surroundings.ts';
import { table } from './table.ts';

export function reviewShowCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'show', say(language, 'cli.review.show'))
    .argument('<REVIEW>', say(language, 'cli.review.operand'))
    .argument('[FILE]', say(language, 'cli.review.file_operand'));
  return run(command, async ([review = '', file], options) => {
    const { detail, sheet } = await reading(cli, options, ({ db, config }) => {
      const found = reviewDetail(db, review);
      return { detail: found, sheet: reviewSheet(language, found.lines, config.station.zone) };
    });
    if (file !== undefined) return await exported(cli, options, { review, file, sheet });
    const rows = sheet.rows.map((row) => row.map((cell) => String(cell ?? '–')));
    const listed = table(
      sheet.titles.map((title) => ({ title })),
      rows,
    );
    const { population, seed, cases } = detail;
    const drawn = say(language, 'cli.review.drawn', { review, population, seed, count: cases });
    return { exit: exitCodes.done, json: detail, text: `${drawn}\n${listed}` };
  });
}

/** What leaves the station is in its ledger before it does. */
async function exported(
  cli: Cli,
  options: CommonOptions,
  { review, file, sheet }: { readonly review: string; readonly file: string; readonly sheet: Sheet },
) {
  const destination = resolve(cli.workingFolder, file);
  if (existsSync(destination))
    throw new StationError('station.destination_exists', { path: destination }, { field: 'FILE' });
  const csv = file.toLowerCase().endsWith('.csv');
  const content = csv ? Buffer.from(await csvText(sheet)) : await xlsxBytes([sheet]);
  const facts = { rows: sheet.rows.length, bytes: content.length };
  const sha256 = createHash('sha256').update(content).digest('hex');
  await order(cli, options, { order: 'exportReview', args: { review, ...facts, sha256, destination } });
  await writeNewFile(destination, content, 'FILE');
  const text = say(cli.language, 'cli.review.written', { rows: facts.rows, file: destination });
  return { exit: exitCodes.done, json: { review, ...facts, sha256, file: destination }, text };
}
