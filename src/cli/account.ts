import { say } from '../texts/say.ts';
import { accountAddCommand } from './account-add.ts';
import {
  accountChangeCommand,
  accountResetCommand,
  accountRoleCommand,
  accountStateCommand,
  accountUnlockCommand,
} from './account-change.ts';
import { accountBadgeCommand, accountPinCommand } from './account-kiosk.ts';
import { accountLinkCommand, accountUnlinkCommand } from './account-link.ts';
import { accountListCommand, accountShowCommand } from './account-list.ts';
import { type CommandFile, group } from './command.ts';

export const accountCommand: CommandFile = {
  build(cli, run) {
    return group(cli, 'account', say(cli.language, 'cli.account'), [
      accountAddCommand(cli, run),
      accountListCommand(cli, run),
      accountShowCommand(cli, run),
      accountRoleCommand(cli, run),
      accountChangeCommand(cli, run),
      accountStateCommand(cli, run, 'disable'),
      accountStateCommand(cli, run, 'enable'),
      accountResetCommand(cli, run),
      accountUnlockCommand(cli, run),
      accountLinkCommand(cli, run),
      accountUnlinkCommand(cli, run),
      accountPinCommand(cli, run),
      accountBadgeCommand(cli, run),
    ]);
  },
};
