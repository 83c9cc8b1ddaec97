import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { caseCount } from '../station/case-count.ts';
import { caseLedger, type LedgerOf } from '../station/catalogue/case-ledger.ts';
import { StationError } from '../station/error.ts';
import { ledgerSheet } from '../station/sheets/case-ledger-sheet.ts';
import { csvText, type Sheet, xlsxBytes } from '../station/sheets/sheet.ts';
import { say } from '../texts/say.ts';
import { type Cli, type CommonOptions, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { writeNewFile } from './new-file.ts';
import { order } from './order.ts';
import { reading } from './surroundings.ts';
import { OptionReader, wrongValue } from './values.ts';

interface LedgerOptions extends CommonOptions {
  readonly all?: boolean;
  readonly party?: string;
}

/** A workbook is made in memory, cell by cell: so many lines take 250 MB. */
const mostInWorkbook = 20_000;

export function caseLedgerCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'ledger', say(language, 'cli.case.ledger'))
    .argument('<NUMBER_FILE...>', say(language, 'cli.case.ledger_operand'))
    .addOption(new Option('--all', say(language, 'cli.case.ledger_all')).conflicts('party'))
    .addOption(new Option('--party <CODE>', say(language, 'cli.case.ledger_party')));
  return run<LedgerOptions>(command, async (operands, options) => await ledger(cli, operands, options));
}

/** What leaves the station is in its ledger before it does: how many lines, and the digest of the very file. */
async function ledger(cli: Cli, operands: readonly string[], options: LedgerOptions) {
  const { language, workingFolder } = cli;
  const { wanted, file } = wishOf(cli, operands, options);
  const destination = resolve(workingFolder, file);
  if (existsSync(destination))
    throw new StationError('station.destination_exists', { path: destination }, { field: 'FILE' });
  const { sheet, recordings } = await reading(cli, options, async ({ db, config }) => {
    const lines = [...caseLedger(db, wanted, await caseCount(db, config))];
    const evidence = lines.flatMap(({ recording }) => recording?.evidenceId ?? []);
    return {
      sheet: ledgerSheet(language, lines, config.station.zone),
      recordings: new Set(evidence).size,
    };
  });
  const content = await contentOf(cli, sheet, file);
  const facts = { rows: sheet.rows.length, recordings, bytes: content.length };
  const sha256 = createHash('sha256').update(content).digest('hex');
  await order(cli, options, { order: 'exportCases', args: { ...wanted, ...facts, sha256, destination } });
  await writeNewFile(destination, content, 'FILE');
  const json = { ...wanted, ...facts, sha256, file: destination };
  const text = say(language, 'cli.case.written', {
    file: destination,
    rows: facts.rows,
    recordings,
  });
  return { exit: exitCodes.done, json, text };
}

function wishOf(
  { language }: Cli,
  operands: readonly string[],
  { all, party }: LedgerOptions,
): { readonly wanted: LedgerOf; readonly file: string } {
  const [first = '', second, ...more] = operands;
  const asked = new OptionReader(language, 'case ledger').given('NUMBER FILE', operands.join(' '));
  const wide: LedgerOf | null =
    all === true ? { of: 'all', key: null } : party === undefined ? null : { of: 'party', key: party };
  if (wide !== null) {
    if (second !== undefined) throw wrongValue(asked, 'FILE');
    return { wanted: wide, file: first };
  }
  if (second === undefined || more.length > 0) throw wrongValue(asked, 'NUMBER FILE');
  return { wanted: { of: 'case', key: first }, file: second };
}

async function contentOf({ language }: Cli, sheet: Sheet, file: string): Promise<Buffer> {
  if (file.toLowerCase().endsWith('.csv')) return Buffer.from(await csvText(sheet));
  if (sheet.rows.length > mostInWorkbook)
    throw wrongValue(
      new OptionReader(language, 'case ledger').given('FILE', file),
      say(language, 'cli.case.too_long', { most: mostInWorkbook }),
    );
  return await xlsxBytes([sheet]);
}
