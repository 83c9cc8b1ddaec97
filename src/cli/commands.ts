import type { CommandFile } from './command.ts';

/** One command: its name, and its file, which is read only where the command is meant. */
export interface NamedCommand {
  readonly name: string;
  load(): Promise<CommandFile>;
}

const named = (name: string, load: () => Promise<CommandFile>): NamedCommand => ({ name, load });

/**
 * Every command, in the order in which help names them. A command line costs what its own command reads: reading the
 * files of all of them takes three times as long as most commands have to do.
 */
export const commands: readonly NamedCommand[] = [
  named('init', async () => (await import('./init.ts')).initCommand),
  named('serve', async () => (await import('./serve.ts')).serveCommand),
  named('ingest', async () => (await import('./ingest.ts')).ingestCommand),
  named('status', async () => (await import('./status.ts')).statusCommand),
  named('evidence', async () => (await import('./evidence.ts')).evidenceCommand),
  named('viewing', async () => (await import('./viewing.ts')).viewingCommand),
  named('alarms', async () => (await import('./alarms.ts')).alarmsCommand),
  named('ledger', async () => (await import('./ledger.ts')).ledgerCommand),
  named('question', async () => (await import('./question.ts')).questionCommand),
  named('verify', async () => (await import('./verify.ts')).verifyCommand),
  named('fixity', async () => (await import('./fixity.ts')).fixityCommand),
  named('backup', async () => (await import('./backup.ts')).backupCommand),
  named('restore', async () => (await import('./restore.ts')).restoreCommand),
  named('rebuild', async () => (await import('./rebuild.ts')).rebuildCommand),
  named('register', async () => (await import('./register.ts')).registerCommand),
  named('case', async () => (await import('./case.ts')).caseCommand),
  named('party', async () => (await import('./party.ts')).partyCommand),
  named('devices', async () => (await import('./devices.ts')).devicesCommand),
  named('docking', async () => (await import('./docking.ts')).dockingCommand),
  named('ports', async () => (await import('./ports.ts')).portsCommand),
  named('session', async () => (await import('./session.ts')).sessionCommand),
  named('justification', async () => (await import('./justification.ts')).justificationCommand),
  named('finding', async () => (await import('./finding.ts')).findingCommand),
  named('retention', async () => (await import('./retention.ts')).retentionCommand),
  named('hold', async () => (await import('./hold.ts')).holdCommand),
  named('disposal', async () => (await import('./disposal.ts')).disposalCommand),
  named('late', async () => (await import('./late.ts')).lateCommand),
  named('request', async () => (await import('./request.ts')).requestCommand),
  named('review', async () => (await import('./review.ts')).reviewCommand),
  named('account', async () => (await import('./account.ts')).accountCommand),
  named('role', async () => (await import('./role.ts')).roleCommand),
  named('token', async () => (await import('./token.ts')).tokenCommand),
  named('proposal', async () => (await import('./proposal.ts')).proposalCommand),
  named('judge', async () => (await import('./judge.ts')).judgeCommand),
  named('deadline', async () => (await import('./deadline.ts')).deadlineCommand),
  named('calendar', async () => (await import('./calendar.ts')).calendarCommand),
  named('tls', async () => (await import('./tls.ts')).tlsCommand),
  named('config', async () => (await import('./config.ts')).configCommand),
  named('doctor', async () => (await import('./doctor.ts')).doctorCommand),
];
