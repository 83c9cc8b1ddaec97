import { accountCommand } from './account.ts';
import { alarmsCommand } from './alarms.ts';
import { backupCommand } from './backup.ts';
import { calendarCommand } from './calendar.ts';
import { caseCommand } from './case.ts';
import type { CommandFile } from './command.ts';
import { configCommand } from './config.ts';
import { deadlineCommand } from './deadline.ts';
import { devicesCommand } from './devices.ts';
import { disposalCommand } from './disposal.ts';
import { dockingCommand } from './docking.ts';
import { doctorCommand } from './doctor.ts';
import { evidenceCommand } from './evidence.ts';
import { findingCommand } from './finding.ts';
import { fixityCommand } from './fixity.ts';
import { holdCommand } from './hold.ts';
import { ingestCommand } from './ingest.ts';
import { initCommand } from './init.ts';
import { judgeCommand } from './judge.ts';
import { justificationCommand } from './justification.ts';
import { lateCommand } from './late.ts';
import { ledgerCommand } from './ledger.ts';
import { partyCommand } from './party.ts';
import { portsCommand } from './ports.ts';
import { proposalCommand } from './proposal.ts';
import { rebuildCommand } from './rebuild.ts';
import { registerCommand } from './register.ts';
import { requestCommand } from './request.ts';
import { restoreCommand } from './restore.ts';
import { reviewCommand } from './review.ts';
import { roleCommand } from './role.ts';
import { serveCommand } from './serve.ts';
import { sessionCommand } from './session.ts';
import { statusCommand } from './status.ts';
import { tokenCommand } from './token.ts';
import { verifyCommand } from './verify.ts';
import { viewingCommand } from './viewing.ts';

/** Every command, in the order in which help names them. */
export const commands: readonly CommandFile[] = [
  initCommand,
  serveCommand,
  ingestCommand,
  statusCommand,
  evidenceCommand,
  viewingCommand,
  alarmsCommand,
  ledgerCommand,
  verifyCommand,
  fixityCommand,
  backupCommand,
  restoreCommand,
  rebuildCommand,
  registerCommand,
  caseCommand,
  partyCommand,
  devicesCommand,
  dockingCommand,
  portsCommand,
  sessionCommand,
  justificationCommand,
  findingCommand,
  holdCommand,
  disposalCommand,
  lateCommand,
  requestCommand,
  reviewCommand,
  accountCommand,
  roleCommand,
  tokenCommand,
  proposalCommand,
  judgeCommand,
  deadlineCommand,
  calendarCommand,
  configCommand,
  doctorCommand,
];
