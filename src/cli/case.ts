import { say } from '../texts/say.ts';
import { caseLedgerCommand } from './case-ledger.ts';
import { caseListCommand } from './case-list.ts';
import { caseShowCommand } from './case-show.ts';
import { type CommandFile, group } from './command.ts';

export const caseCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'case', say(cli.language, 'cli.case'), [
      caseListCommand(cli, run),
      caseShowCommand(cli, run),
      caseLedgerCommand(cli, run),
    ]);
  },
};
