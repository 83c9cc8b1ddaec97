import { accountRoutes } from './account-routes.ts';
import type { AnyRoute } from './route.ts';
import { alarmRoute } from './routes/alarm.ts';
import { alarmAcknowledgeRoute } from './routes/alarm-acknowledge.ts';
import { alarmCloseRoute } from './routes/alarm-close.ts';
import { alarmHandleRoute } from './routes/alarm-handle.ts';
import { alarmListRoute } from './routes/alarm-list.ts';
import { backupListRoute } from './routes/backup-list.ts';
import { backupMakeRoute } from './routes/backup-make.ts';
import { calendarImportRoute } from './routes/calendar-import.ts';
import { calendarYearRoute } from './routes/calendar-year.ts';
import { caseRoute } from './routes/case.ts';
import { caseLedgerRoute } from './routes/case-ledger.ts';
import { caseListRoute } from './routes/case-list.ts';
import { checkpointRoute } from './routes/checkpoint.ts';
import { configRoute } from './routes/config.ts';
import { configHistoryRoute } from './routes/config-history.ts';
import { configProposeRoute } from './routes/config-propose.ts';
import { consistencyRoute } from './routes/consistency.ts';
import { consoleAssetRoute } from './routes/console-asset.ts';
import {
  consoleDockRoute,
  consoleHomeRoute,
  consolePageRoute,
  consoleThingRoute,
} from './routes/console-page.ts';
import { damageListRoute } from './routes/damage-list.ts';
import { disposalRoute } from './routes/disposal.ts';
import { disposalDecideRoute } from './routes/disposal-decide.ts';
import { disposalListRoute } from './routes/disposal-list.ts';
import { disposalProposeRoute } from './routes/disposal-propose.ts';
import { disposalWithdrawRoute } from './routes/disposal-withdraw.ts';
import { disposedListRoute } from './routes/disposed-list.ts';
import { dockRoute } from './routes/dock.ts';
import { dockEventsRoute } from './routes/dock-events.ts';
import { dockOwnRoute } from './routes/dock-own.ts';
import { dockingRoute } from './routes/docking.ts';
import { dockingClockRoute } from './routes/docking-clock.ts';
import { dockingControlRoute } from './routes/docking-control.ts';
import { dockingErasingsRoute } from './routes/docking-erasings.ts';
import { dockingFirstRoute } from './routes/docking-first.ts';
import { dockingListRoute } from './routes/docking-list.ts';
import { dockingLiveRoute } from './routes/docking-live.ts';
import { doctorRoute } from './routes/doctor.ts';
import { entryRoute } from './routes/entry.ts';
import { entryExportRoute } from './routes/entry-export.ts';
import { entryListRoute } from './routes/entry-list.ts';
import { entryProofRoute } from './routes/entry-proof.ts';
import { erasableRoute } from './routes/erasable.ts';
import { eraseRoute } from './routes/erase.ts';
import { erasingListRoute } from './routes/erasing-list.ts';
import { eventsRoute } from './routes/events.ts';
import { evidenceExportRoute } from './routes/evidence-export.ts';
import { evidenceItemRoute } from './routes/evidence-item.ts';
import { evidenceLimitsRoute } from './routes/evidence-limits.ts';
import { evidenceListRoute } from './routes/evidence-list.ts';
import { evidenceOriginalRoute } from './routes/evidence-original.ts';
import { evidenceStoryRoute } from './routes/evidence-story.ts';
import { evidenceTagRoute } from './routes/evidence-tag.ts';
import { evidenceTrackRoute } from './routes/evidence-track.ts';
import { evidenceUntagRoute } from './routes/evidence-untag.ts';
import { evidenceVerifyRoute } from './routes/evidence-verify.ts';
import { evidenceVerifyingRoute } from './routes/evidence-verifying.ts';
import { findingRoute } from './routes/finding.ts';
import { findingAttachRoute } from './routes/finding-attach.ts';
import { findingAttachmentRoute } from './routes/finding-attachment.ts';
import { findingDismissRoute } from './routes/finding-dismiss.ts';
import { findingExplainRoute } from './routes/finding-explain.ts';
import { findingListRoute } from './routes/finding-list.ts';
import { fixityCheckRoute } from './routes/fixity-check.ts';
import { fixityStateRoute } from './routes/fixity-state.ts';
import { handInRoute } from './routes/hand-in.ts';
import { healthRoute } from './routes/health.ts';
import { holdLiftRoute } from './routes/hold-lift.ts';
import { holdListRoute } from './routes/hold-list.ts';
import { holdPlaceRoute } from './routes/hold-place.ts';
import { importListRoute } from './routes/import-list.ts';
import { justificationAttachmentRoute } from './routes/justification-attachment.ts';
import { justificationDecideRoute } from './routes/justification-decide.ts';
import { justificationListRoute } from './routes/justification-list.ts';
import { justificationSubmitRoute } from './routes/justification-submit.ts';
import { justificationWithdrawRoute } from './routes/justification-withdraw.ts';
import { ledgerKeyRoute } from './routes/ledger-key.ts';
import { metricsRoute } from './routes/metrics.ts';
import { mirrorStateRoute } from './routes/mirror-state.ts';
import { openapiRoute } from './routes/openapi.ts';
import { partyRoute } from './routes/party.ts';
import { policiesRoute } from './routes/policies.ts';
import { portListRoute } from './routes/port-list.ts';
import { portNameRoute } from './routes/port-name.ts';
import { questionRoute } from './routes/question.ts';
import { questionAnswerRoute } from './routes/question-answer.ts';
import { questionForgetRoute } from './routes/question-forget.ts';
import { questionKeepEntriesRoute } from './routes/question-keep-entries.ts';
import { questionKeepEvidenceRoute } from './routes/question-keep-evidence.ts';
import { questionListRoute } from './routes/question-list.ts';
import { readyRoute } from './routes/ready.ts';
import { recorderListRoute } from './routes/recorder-list.ts';
import { recorderRegisterRoute } from './routes/recorder-register.ts';
import { registerEnterRoute } from './routes/register-enter.ts';
import { registerImportRoute } from './routes/register-import.ts';
import { registerNamesRoute } from './routes/register-names.ts';
import { registerRemoveRoute } from './routes/register-remove.ts';
import { registerRowRoute } from './routes/register-row.ts';
import { registerRowsRoute } from './routes/register-rows.ts';
import { registerTemplateRoute } from './routes/register-template.ts';
import { reportPunctualityRoute } from './routes/report-punctuality.ts';
import { reportSupervisionRoute } from './routes/report-supervision.ts';
import { requestRoute } from './routes/request.ts';
import { requestDecideRoute } from './routes/request-decide.ts';
import { requestListRoute } from './routes/request-list.ts';
import { requestSubmitRoute } from './routes/request-submit.ts';
import { requestWithdrawRoute } from './routes/request-withdraw.ts';
import { retentionExtendRoute } from './routes/retention-extend.ts';
import { reviewRoute } from './routes/review.ts';
import { reviewDrawRoute } from './routes/review-draw.ts';
import { reviewEnterRoute } from './routes/review-enter.ts';
import { reviewLedgerRoute } from './routes/review-ledger.ts';
import { reviewListRoute } from './routes/review-list.ts';
import { sessionRoute } from './routes/session.ts';
import { sessionAttachRoute } from './routes/session-attach.ts';
import { sessionCaseRoute } from './routes/session-case.ts';
import { sessionJoinRoute } from './routes/session-join.ts';
import { sessionListRoute } from './routes/session-list.ts';
import { sessionReturnRoute } from './routes/session-return.ts';
import { sessionSplitRoute } from './routes/session-split.ts';
import { stationStatusRoute } from './routes/station-status.ts';
import { viewingAskRoute } from './routes/viewing-ask.ts';
import { viewingFileRoute } from './routes/viewing-file.ts';
import { viewingMediaRoute } from './routes/viewing-media.ts';
import { viewingPictureRoute } from './routes/viewing-picture.ts';
import { viewingPlaybackRoute } from './routes/viewing-playback.ts';
import { viewingStateRoute } from './routes/viewing-state.ts';
import { watchPageRoute } from './routes/watch-page.ts';
import { watchPlayerRoute, watchStyleRoute } from './routes/watch-player.ts';

/** Every route, one file each. A function: one of them describes them all. */
export const allRoutes = (): readonly AnyRoute[] => [
  ...accountRoutes(),
  alarmAcknowledgeRoute,
  alarmCloseRoute,
  alarmHandleRoute,
  alarmListRoute,
  alarmRoute,
  backupListRoute,
  backupMakeRoute,
  calendarImportRoute,
  calendarYearRoute,
  caseLedgerRoute,
  caseListRoute,
  caseRoute,
  checkpointRoute,
  configRoute,
  configHistoryRoute,
  configProposeRoute,
  consistencyRoute,
  consoleAssetRoute,
  consoleDockRoute,
  consoleHomeRoute,
  consolePageRoute,
  consoleThingRoute,
  dockEventsRoute,
  dockOwnRoute,
  dockRoute,
  damageListRoute,
  disposalDecideRoute,
  disposalListRoute,
  disposalProposeRoute,
  disposalWithdrawRoute,
  disposalRoute,
  disposedListRoute,
  dockingClockRoute,
  dockingControlRoute,
  dockingFirstRoute,
  dockingErasingsRoute,
  dockingListRoute,
  dockingLiveRoute,
  dockingRoute,
  doctorRoute,
  entryExportRoute,
  entryListRoute,
  entryProofRoute,
  entryRoute,
  erasableRoute,
  eraseRoute,
  erasingListRoute,
  eventsRoute,
  evidenceExportRoute,
  evidenceItemRoute,
  evidenceLimitsRoute,
  evidenceListRoute,
  evidenceOriginalRoute,
  evidenceStoryRoute,
  evidenceTagRoute,
  evidenceTrackRoute,
  evidenceUntagRoute,
  evidenceVerifyRoute,
  evidenceVerifyingRoute,
  findingAttachRoute,
  findingAttachmentRoute,
  findingDismissRoute,
  findingExplainRoute,
  findingListRoute,
  findingRoute,
  fixityCheckRoute,
  fixityStateRoute,
  handInRoute,
  healthRoute,
  holdLiftRoute,
  holdListRoute,
  holdPlaceRoute,
  importListRoute,
  justificationAttachmentRoute,
  justificationDecideRoute,
  justificationListRoute,
  justificationSubmitRoute,
  justificationWithdrawRoute,
  ledgerKeyRoute,
  metricsRoute,
  mirrorStateRoute,
  openapiRoute,
  partyRoute,
  policiesRoute,
  portListRoute,
  portNameRoute,
  questionAnswerRoute,
  questionForgetRoute,
  questionKeepEntriesRoute,
  questionKeepEvidenceRoute,
  questionListRoute,
  questionRoute,
  readyRoute,
  recorderListRoute,
  recorderRegisterRoute,
  registerEnterRoute,
  registerImportRoute,
  registerNamesRoute,
  registerTemplateRoute,
  registerRemoveRoute,
  registerRowRoute,
  registerRowsRoute,
  reportPunctualityRoute,
  reportSupervisionRoute,
  requestDecideRoute,
  requestListRoute,
  requestSubmitRoute,
  requestWithdrawRoute,
  requestRoute,
  retentionExtendRoute,
  reviewDrawRoute,
  reviewEnterRoute,
  reviewLedgerRoute,
  reviewListRoute,
  reviewRoute,
  sessionCaseRoute,
  sessionAttachRoute,
  sessionJoinRoute,
  sessionListRoute,
  sessionReturnRoute,
  sessionSplitRoute,
  sessionRoute,
  stationStatusRoute,
  viewingAskRoute,
  viewingFileRoute,
  viewingMediaRoute,
  viewingPictureRoute,
  viewingPlaybackRoute,
  viewingStateRoute,
  watchPageRoute,
  watchPlayerRoute,
  watchStyleRoute,
];
