import type { Command } from 'commander';
import { caseCount } from '../station/case-count.ts';
import { partyDetail } from '../station/catalogue/case-detail.ts';
import { namedWords } from '../station/sheets/case-words.ts';
import { say } from '../texts/say.ts';
import { caseTable } from './case-list.ts';
import { recordingTable } from './case-show.ts';
import { type Cli, type CommandFile, group, leaf, type Runner } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { reading } from './surroundings.ts';

export const partyCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'party', say(cli.language, 'cli.party'), [showCommand(cli, run)]);
  },
};

function showCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'show', say(language, 'cli.party.show')).argument(
    '<CODE>',
    say(language, 'cli.party.code'),
  );
  return run(command, async ([code = ''], options) =>
    reading(cli, options, async ({ db, config }) => {
      const { zone } = config.station;
      const detail = partyDetail(db, code, await caseCount(db, config));
      const { cases, recordings, name } = detail;
      const text = [
        namedWords({ number: code, name }),
        '',
        say(language, 'cli.case.cases'),
        cases.length === 0 ? say(language, 'cli.case.none') : caseTable(cli, cases, zone),
        '',
        say(language, 'cli.case.recordings'),
        recordings.length === 0
          ? say(language, 'cli.case.no_recordings')
          : recordingTable(cli, recordings, zone),
      ].join('\n');
      return { exit: exitCodes.done, json: detail, text };
    }),
  );
}
