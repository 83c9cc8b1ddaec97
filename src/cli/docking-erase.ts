import { type Command, Option } from 'commander';
import type { ErasableReport, ErasedReport } from '../station/erasing-report.ts';
import { endingTexts } from '../texts/entries.ts';
import { reasonWordsOf } from '../texts/reasons.ts';
import { say } from '../texts/say.ts';
import { fill } from '../texts/text.ts';
import { sizeWords } from '../texts/units.ts';
import { type Cli, type CommonOptions, leaf, type Outcome, type Runner } from './command.ts';
import { orderDocking } from './daemon.ts';
import { exitCodes } from './exit-codes.ts';
import { table } from './table.ts';
import { OptionReader, wrongValue } from './values.ts';

interface EraseOptions extends CommonOptions {
  readonly confirm?: string;
}

/** Shows what may go from a docked recorder; what was shown is what is confirmed. */
export function dockingEraseCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'erase', say(language, 'cli.docking.erase'))
    .argument('<DOCKING>', say(language, 'cli.docking.operand'))
    .addOption(new Option('--confirm <DIGEST>', say(language, 'cli.docking.erase_confirm')));
  return run<EraseOptions>(command, async ([docking = ''], options) => {
    const read = new OptionReader(language, 'docking erase');
    const list = read.optional('--confirm', options.confirm, (given) => {
      if (!/^[0-9a-f]{64}$/.test(given.found)) throw wrongValue(given, 'SHA-256');
      return given.found;
    });
    return list === null ? await shown(cli, options, docking) : await erased(cli, options, docking, list);
  });
}

async function shown(cli: Cli, options: CommonOptions, docking: string): Promise<Outcome> {
  // The daemon is this program: its answers have the shapes that it gives them.
  const json = (await orderDocking(cli, options, {
    order: 'erasable',
    args: { docking },
  })) as ErasableReport;
  return { exit: exitCodes.done, json, text: listText(cli, json) };
}

async function erased(cli: Cli, options: CommonOptions, docking: string, list: string): Promise<Outcome> {
  const json = (await orderDocking(cli, options, {
    order: 'erase',
    args: { docking, list },
  })) as ErasedReport;
  const { because, gone, kept, unknown } = json;
  const why = fill(endingTexts[because], cli.language, {});
  const text = say(cli.language, 'cli.docking.erased', { gone, kept, unknown, why });
  const all = because === 'done' && kept + unknown === 0;
  return { exit: all ? exitCodes.done : exitCodes.someLeft, json, text };
}

function listText(
  { language }: Cli,
  { docking, recorder, list, bytes, files, staying }: ErasableReport,
): string {
  const title = (name: 'size' | 'path' | 'reason') => ({ title: say(language, `cli.evidence.col.${name}`) });
  const facts = { files: files.length, size: sizeWords(bytes), recorder };
  const going = table(
    [{ ...title('size'), align: 'right' }, title('path'), { title: 'SHA-256' }],
    files.map((one) => [sizeWords(one.bytes), one.path, one.sha256]),
  );
  const rest = staying.map((one) => [
    sizeWords(one.bytes),
    one.path,
    reasonWordsOf(language, one.reason, null),
  ]);
  const columns = [{ ...title('size'), align: 'right' } as const, title('path'), title('reason')];
  return [
    say(language, 'cli.docking.erase_list', facts),
    going,
    ...(rest.length === 0 ? [] : ['', say(language, 'cli.docking.erase_stays'), table(columns, rest)]),
    '',
    say(language, 'cli.docking.erase_how', { docking, list }),
  ].join('\n');
}
