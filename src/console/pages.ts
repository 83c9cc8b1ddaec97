import type { PageRow } from './page-row.ts';
import { accountsPage } from './pages/accounts/index.ts';
import { casesPage } from './pages/cases/index.ts';
import { evidencePage } from './pages/evidence/index.ts';
import { itemPage } from './pages/item/index.ts';
import { latePage } from './pages/late/index.ts';
import { ledgerPage } from './pages/ledger/index.ts';
import { registersPage } from './pages/registers/index.ts';
import { requestsPage } from './pages/requests/index.ts';
import { reviewsPage } from './pages/reviews/index.ts';
import { stationPage } from './pages/station/index.ts';

/** Every page, in the order of the menu: a new one adds its line. */
export const pages: readonly PageRow[] = [
  evidencePage,
  itemPage,
  casesPage,
  latePage,
  requestsPage,
  reviewsPage,
  ledgerPage,
  registersPage,
  stationPage,
  accountsPage,
];
