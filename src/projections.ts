import { osUserProjector } from './access/accounts/os-users.ts';
import { accountProjector, proposalProjector, tokenProjector } from './access/accounts/projection.ts';
import { configProjector } from './access/configuration/projection.ts';
import { requestProjector, viewingProjector } from './access/requests/projection.ts';
import { reviewProjector } from './access/reviews/projection.ts';
import { outcomeProjector } from './custody/outcome.ts';
import {
  alarmLifeProjector,
  alarmProjector,
  entryProjector,
  stationProjector,
} from './custody/projection.ts';
import type { Projector } from './custody/projector.ts';
import {
  calendarProjector,
  clockProjector,
  justificationProjector,
  policyProjector,
} from './deadlines/projection.ts';
import { sessionCameProjector } from './deadlines/session-came-projection.ts';
import { sessionProjector } from './deadlines/session-projection.ts';
import { verdictProjector } from './deadlines/verdict-projection.ts';
import { handedInProjector, markProjector } from './dock/card-projection.ts';
import { dockingProjector, recorderProjector } from './dock/projection.ts';
import { portProjector } from './dock/usb/ports.ts';
import { erasingProjector } from './erasing/projection.ts';
import {
  evidenceProjector,
  leftProjector,
  sidecarProjector,
  waitingAttachmentProjector,
  waitingSidecarProjector,
} from './intake/projection.ts';
import { backupProjector } from './station/backup/projection.ts';
import { extensionProjector } from './station/retention/extension-projection.ts';
import { holdProjector } from './station/retention/hold-projection.ts';
import { disposalProjector } from './station/retention/projection.ts';
import { cardProjector } from './tagging/continuity/card-projection.ts';
import { findingProjector } from './tagging/continuity/projection.ts';
import { locationProjector } from './tagging/location/projection.ts';
import { probeProjector } from './tagging/probe-projection.ts';
import { registerProjector } from './tagging/registers/projection.ts';
import { tagProjector } from './tagging/tag-projection.ts';
import { damageProjector, fixityProjector, mirrorProjector } from './vault/fixity/projection.ts';
import { originalProjector, unreadProjector } from './vault/projection.ts';
import { retentionProjector } from './vault/retention/projection.ts';
import { viewingCopyProjector } from './viewing/projection.ts';

/** Every room's projector. The ledger thread applies them as it appends, a replay applies them to an empty database. */
export const projectors: readonly Projector[] = [
  entryProjector,
  outcomeProjector,
  stationProjector,
  alarmProjector,
  alarmLifeProjector,
  recorderProjector,
  dockingProjector,
  handedInProjector,
  markProjector,
  portProjector,
  evidenceProjector,
  sidecarProjector,
  waitingSidecarProjector,
  waitingAttachmentProjector,
  leftProjector,
  originalProjector,
  mirrorProjector,
  damageProjector,
  fixityProjector,
  erasingProjector,
  unreadProjector,
  sessionProjector,
  sessionCameProjector,
  verdictProjector,
  justificationProjector,
  policyProjector,
  calendarProjector,
  clockProjector,
  registerProjector,
  tagProjector,
  locationProjector,
  backupProjector,
  probeProjector,
  cardProjector,
  findingProjector,
  accountProjector,
  osUserProjector,
  tokenProjector,
  proposalProjector,
  configProjector,
  requestProjector,
  viewingProjector,
  reviewProjector,
  retentionProjector,
  extensionProjector,
  holdProjector,
  disposalProjector,
  viewingCopyProjector,
];
