import { accessProblems } from './access-problems.ts';
import { apiProblems } from './api.ts';
import { apiTexts } from './api-screens.ts';
import { titleTexts } from './api-titles.ts';
import { backupProblems } from './backup.ts';
import { accessScreenTexts } from './cli-access.ts';
import { alarmScreenTexts } from './cli-alarms.ts';
import { backupTexts } from './cli-backup.ts';
import { caseTexts } from './cli-cases.ts';
import { configScreenTexts } from './cli-config.ts';
import { deadlineTexts } from './cli-deadlines.ts';
import { deviceTexts } from './cli-devices.ts';
import { doctorTexts } from './cli-doctor.ts';
import { evidenceTexts } from './cli-evidence.ts';
import { ledgerTexts } from './cli-ledger.ts';
import { liveTexts } from './cli-live.ts';
import { locationTexts } from './cli-location.ts';
import { questionScreenTexts } from './cli-questions.ts';
import { requestScreenTexts } from './cli-requests.ts';
import { statusTexts } from './cli-status.ts';
import { cliProblems, usageTexts } from './cli-usage.ts';
import { verifyTexts } from './cli-verify.ts';
import { configProblems } from './config.ts';
import { custodyProblems } from './custody.ts';
import { deadlineProblems } from './deadlines.ts';
import { dockProblems } from './dock.ts';
import { doctorStoreTexts } from './doctor-store.ts';
import { erasingProblems, erasingScreenTexts } from './erasing.ts';
import { findingProblems, findingScreenTexts } from './findings.ts';
import { fixityTexts } from './fixity.ts';
import { intakeProblems } from './intake.ts';
import { ledgerProblems } from './ledger.ts';
import { requestProblems } from './request-problems.ts';
import { retentionProblems, retentionTexts } from './retention.ts';
import { screenTexts } from './screens.ts';
import { stationProblems } from './station.ts';
import { taggingTexts } from './tagging.ts';
import { taggingProblems } from './tagging-problems.ts';
import type { Params, Problem, Text } from './text.ts';
import { tlsProblems, tlsTexts } from './tls.ts';
import { vaultProblems } from './vault.ts';
import { vaultStoreProblems } from './vault-store.ts';
import { viewingProblems, viewingTexts } from './viewing.ts';
import { watchTexts } from './watch.ts';
import { whoMayTexts } from './who-may.ts';

/** Every error's words, by error code. A code is its room, a dot, and what went wrong. */
export const problems = {
  ...apiProblems,
  ...accessProblems,
  ...requestProblems,
  ...backupProblems,
  ...cliProblems,
  ...configProblems,
  ...custodyProblems,
  ...deadlineProblems,
  ...dockProblems,
  ...erasingProblems,
  ...findingProblems,
  ...intakeProblems,
  ...ledgerProblems,
  ...retentionProblems,
  ...stationProblems,
  ...taggingProblems,
  ...tlsProblems,
  ...vaultProblems,
  ...vaultStoreProblems,
  ...viewingProblems,
} as const satisfies Readonly<Record<string, Problem>>;

export type ProblemCode = keyof typeof problems;
export type ProblemParams<C extends ProblemCode> = Params<(typeof problems)[C]>;

/** Every other sentence a person can see. */
export const texts = {
  ...screenTexts,
  ...accessScreenTexts,
  ...questionScreenTexts,
  ...requestScreenTexts,
  ...backupTexts,
  ...alarmScreenTexts,
  ...apiTexts,
  ...titleTexts,
  ...caseTexts,
  ...configScreenTexts,
  ...deadlineTexts,
  ...deviceTexts,
  ...doctorStoreTexts,
  ...doctorTexts,
  ...erasingScreenTexts,
  ...evidenceTexts,
  ...findingScreenTexts,
  ...fixityTexts,
  ...ledgerTexts,
  ...liveTexts,
  ...locationTexts,
  ...retentionTexts,
  ...statusTexts,
  ...taggingTexts,
  ...tlsTexts,
  ...usageTexts,
  ...verifyTexts,
  ...viewingTexts,
  ...watchTexts,
  ...whoMayTexts,
} as const satisfies Readonly<Record<string, Text>>;

export type TextKey = keyof typeof texts;
export type TextParams<K extends TextKey> = Params<(typeof texts)[K]>;
