import { accountsTexts, proposalTexts, roleNameTexts, roleTexts, tokenTexts } from './accounts.ts';
import { attachTexts, courseTexts } from './attach.ts';
import { casesTexts } from './cases.ts';
import { configChangeTexts } from './config-changes.ts';
import { deskTexts, remainderTexts } from './desk.ts';
import { dockAlarmTexts, dockLeftTexts, dockRefusalTexts, dockSheetTexts, dockTexts } from './dock.ts';
import { evidencePageTexts, evidenceStateTexts } from './evidence.ts';
import { itemTexts } from './item.ts';
import { findingCodeTexts, importanceTexts, itemTagTexts } from './item-tags.ts';
import { itemWatchTexts } from './item-watching.ts';
import { lateTexts } from './late.ts';
import { ledgerPageTexts, proofTexts, resultTexts } from './ledger.ts';
import { pageNames } from './pages.ts';
import { partTexts } from './parts.ts';
import { registersPageTexts } from './registers.ts';
import { requestsTexts } from './requests.ts';
import { reviewsTexts } from './reviews.ts';
import { shellTexts } from './shell.ts';
import { signInTexts } from './sign-in.ts';
import { checkStateTexts, checkTexts, healthTexts, stationTexts } from './station.ts';
import {
  alarmBoardTexts,
  backupListTexts,
  calendarTexts,
  configTexts,
  disposalTexts,
  holdTexts,
  policyTexts,
} from './station-lists.ts';

/** Every text of the console, for whoever checks them all; a page brings only its own into the browser. */
export const consoleTexts = {
  ...{ accountsTexts, proposalTexts, roleNameTexts, roleTexts, tokenTexts },
  ...{ dockAlarmTexts, dockLeftTexts, dockRefusalTexts, dockSheetTexts, dockTexts },
  ...{
    deskTexts,
    remainderTexts,
    lateTexts,
    attachTexts,
    courseTexts,
    casesTexts,
    requestsTexts,
    reviewsTexts,
  },
  ...{ registersPageTexts, ledgerPageTexts, proofTexts, resultTexts },
  ...{ evidencePageTexts, evidenceStateTexts, pageNames, partTexts, shellTexts, signInTexts },
  ...{ itemTexts, itemTagTexts, itemWatchTexts, findingCodeTexts, importanceTexts },
  ...{
    configChangeTexts,
    checkStateTexts,
    checkTexts,
    healthTexts,
    stationTexts,
    alarmBoardTexts,
    backupListTexts,
  },
  ...{ calendarTexts, configTexts, disposalTexts, holdTexts, policyTexts },
} as const;
