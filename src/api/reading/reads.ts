import {
  readAccounts,
  readProposals,
  readRequest,
  readRequests,
  readReview,
  readReviews,
  readRoles,
  readTokens,
} from '../reads/access.ts';
import { readAlarm, readAlarmPage } from '../reads/alarms.ts';
import { readCase, readCaseLedger, readCases, readParty } from '../reads/cases.ts';
import { readConfigHistory } from '../reads/config-history.ts';
import { readDock, readOwnDock, readOwnEvidence } from '../reads/dock.ts';
import { readDocking, readDockings, readPorts, readSeenDockings } from '../reads/dockings.ts';
import { readEntries, readEntry, readLedgerSize } from '../reads/entries.ts';
import { readEntryExport } from '../reads/entry-export.ts';
import { readDockingErasings, readErasings } from '../reads/erasings.ts';
import { readEvidenceItem, readEvidenceList, readStory } from '../reads/evidence.ts';
import { readFinding, readFindings } from '../reads/findings.ts';
import { readDamages, readFixity, readMirror } from '../reads/fixity.ts';
import { readEvidenceLimits } from '../reads/limits.ts';
import { readCheckpoint, readConsistency, readKey, readProof } from '../reads/proofs.ts';
import { readQuestion, readQuestions } from '../reads/questions.ts';
import { readImports, readRecorders, readRow, readRows } from '../reads/registers.ts';
import { readPunctuality, readSupervision } from '../reads/reports.ts';
import { readDisposal, readDisposals, readDisposed, readHolds } from '../reads/retention.ts';
import { readReviewLedger } from '../reads/review-ledger.ts';
import { readJustifications, readSession, readSessions } from '../reads/sessions.ts';
import { readBackups, readCalendar, readConfig, readDoctor, readPolicies } from '../reads/station.ts';
import { readStatus } from '../reads/status.ts';
import { readTrack } from '../reads/track.ts';
import { readHidden } from '../reads/whose.ts';
import type { ReadWorld } from './read-world.ts';

/** Every question that may be asked of the catalogue; the threads that read know them by these names. */
export const reads = {
  hidden: readHidden,
  status: readStatus,
  dockings: readDockings,
  docking: readDocking,
  seenDockings: readSeenDockings,
  ports: readPorts,
  dock: readDock,
  ownDock: readOwnDock,
  ownEvidence: readOwnEvidence,
  recorders: readRecorders,
  evidenceList: readEvidenceList,
  evidenceItem: readEvidenceItem,
  story: readStory,
  evidenceLimits: readEvidenceLimits,
  evidenceTrack: readTrack,
  holds: readHolds,
  disposals: readDisposals,
  disposal: readDisposal,
  disposed: readDisposed,
  fixity: readFixity,
  damages: readDamages,
  mirror: readMirror,
  erasings: readErasings,
  dockingErasings: readDockingErasings,
  sessions: readSessions,
  session: readSession,
  justifications: readJustifications,
  findings: readFindings,
  finding: readFinding,
  cases: readCases,
  case: readCase,
  party: readParty,
  caseLedger: readCaseLedger,
  rows: readRows,
  row: readRow,
  imports: readImports,
  alarmPage: readAlarmPage,
  alarm: readAlarm,
  entries: readEntries,
  entry: readEntry,
  entryExport: readEntryExport,
  ledgerSize: readLedgerSize,
  proof: readProof,
  checkpoint: readCheckpoint,
  key: readKey,
  consistency: readConsistency,
  requests: readRequests,
  request: readRequest,
  reviews: readReviews,
  review: readReview,
  reviewLedger: readReviewLedger,
  config: readConfig,
  configHistory: readConfigHistory,
  policies: readPolicies,
  calendar: readCalendar,
  doctor: readDoctor,
  backups: readBackups,
  accounts: readAccounts,
  questions: readQuestions,
  question: readQuestion,
  roles: readRoles,
  tokens: readTokens,
  proposals: readProposals,
  punctuality: readPunctuality,
  supervision: readSupervision,
} as const satisfies Readonly<Record<string, (world: ReadWorld, args: never) => unknown>>;

export type ReadName = keyof typeof reads;
export type ReadArgs<N extends ReadName> = Parameters<(typeof reads)[N]>[1];
export type ReadAnswer<N extends ReadName> = Awaited<ReturnType<(typeof reads)[N]>>;
