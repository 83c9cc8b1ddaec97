import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { type ProvenEntry, provenEntry } from '../station/catalogue/entry-proof.ts';
import { entryWords } from '../station/catalogue/entry-words.ts';
import { say } from '../texts/say.ts';
import { printable } from '../texts/text.ts';
import { timeWords } from '../texts/units.ts';
import { type Cli, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { reading } from './surroundings.ts';
import { countOf, OptionReader } from './values.ts';

export function ledgerShowCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'show', say(language, 'cli.ledger.show')).argument(
    '<SEQ>',
    say(language, 'cli.ledger.operand'),
  );
  return run(command, async ([place = ''], options) => {
    const read = new OptionReader(language, 'ledger show');
    const seq = countOf(read.given('SEQ', place), 0, Number.MAX_SAFE_INTEGER);
    return await reading(cli, options, ({ db, places, config }) => {
      const entry = provenEntry(db, seq, readFileSync(places.vkey, 'utf8').trim());
      const { personal, inclusion } = entry;
      const sound = inclusion?.holds !== false && personal.every(({ opens }) => opens);
      const json = { seq, words: wordsOf(cli, config.station.zone, entry), ...entry };
      const text = textOf(cli, entry, config.station.zone);
      return { exit: sound ? exitCodes.done : exitCodes.refused, json, text };
    });
  });
}

function wordsOf(
  { language }: Cli,
  zone: string,
  { leaf: { type, subject, data }, personal }: ProvenEntry,
): string {
  const values = Object.fromEntries(personal.map(({ field, value }) => [field, value]));
  return entryWords(language, zone, { type, subject, data, personal: values });
}

function textOf(cli: Cli, entry: ProvenEntry, zone: string): string {
  const { language } = cli;
  const { leaf: parsed, hash, personal } = entry;
  const values = personal.map(({ field, value, salt, opens }) => {
    const fits = say(language, opens ? 'cli.ledger.fact.opens' : 'cli.ledger.fact.opens_not');
    return `  ${printable(field)} = ${printable(value)}\n    salt ${salt}  ${fits}`;
  });
  return [
    `#${parsed.seq}  ${timeWords(parsed.at, zone)}  ${parsed.type}  ${printable(parsed.actor.id)}`,
    wordsOf(cli, zone, entry),
    '',
    `${say(language, 'cli.ledger.fact.hash')}  ${hash}`,
    say(language, 'cli.ledger.fact.leaf'),
    ...JSON.stringify(parsed, null, 2)
      .split('\n')
      .map((line) => `  ${printable(line)}`),
    ...(values.length === 0 ? [] : [say(language, 'cli.ledger.fact.personal'), ...values]),
    '',
    ...proofLines(cli, entry),
  ].join('\n');
}

function proofLines({ language }: Cli, { inclusion }: ProvenEntry): readonly string[] {
  if (inclusion === null) return [say(language, 'cli.ledger.fact.uncovered')];
  const { size, holds, proof } = inclusion;
  const heading = say(language, holds ? 'cli.ledger.fact.holds' : 'cli.ledger.fact.holds_not', { size });
  return [heading, proof.trimEnd()];
}
