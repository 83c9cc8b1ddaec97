import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { ExportedTrack } from '../station/export-track.ts';
import { say } from '../texts/say.ts';
import { type Cli, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';

export function evidenceTrackCommand(cli: Cli, run: Runner): Command {
  const { language, workingFolder } = cli;
  const command = leaf(cli, 'track', say(language, 'cli.evidence.track'))
    .argument('<ID>', say(language, 'cli.evidence.operand'))
    .argument('<FILE>', say(language, 'cli.evidence.track_file'));
  return run(command, async ([evidence = '', given = ''], options) => {
    const args = { evidence, file: resolve(workingFolder, given) };
    // The daemon is this program: its answer has the shape that the export gives it.
    const done = (await order(cli, options, { order: 'exportTrack', args })) as ExportedTrack;
    const { destination, points } = done;
    const text = say(language, 'cli.evidence.track_written', { evidence, destination, points });
    return { exit: exitCodes.done, json: done, text };
  });
}
