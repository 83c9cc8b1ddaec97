import type { Role } from './sample-accounts.ts';

/** One page as it is looked at: by axe, and in pictures. A new page adds its line. */
export interface LookedAt {
  readonly name: string;
  readonly who: Role | null;
  readonly path: string;
}

const first = `ST01-${Temporal.Now.plainDateISO('Asia/Shanghai').year}-0000001`;

export const everyPage: readonly LookedAt[] = [
  { name: 'sign-in', who: null, path: '/' },
  { name: 'dock', who: null, path: '/dock' },
  { name: 'evidence', who: 'clerk', path: '/console/evidence' },
  { name: 'evidence-nothing', who: 'clerk', path: '/console/evidence?case=none' },
  { name: 'evidence-own', who: 'officer', path: '/console/evidence' },
  { name: 'item', who: 'clerk', path: `/console/item/${first}` },
  { name: 'item-own', who: 'officer', path: `/console/item/${first}` },
  { name: 'item-none', who: 'officer', path: '/console/item/none' },
  { name: 'cases', who: 'clerk', path: '/console/cases' },
  { name: 'case', who: 'clerk', path: `/console/cases/${encodeURIComponent('样执罚〔2026〕001号')}` },
  {
    name: 'case-missing',
    who: 'clerk',
    path: `/console/cases/${encodeURIComponent('样执罚〔2026〕005号')}`,
  },
  { name: 'late', who: 'department_head', path: '/console/late' },
  { name: 'late-all', who: 'clerk', path: '/console/late?board=missing&by=unit' },
  { name: 'requests', who: 'department_head', path: '/console/requests' },
  { name: 'request', who: 'department_head', path: '/console/requests/ST01-R000002' },
  { name: 'request-emergency', who: 'department_head', path: '/console/requests/ST01-R000004' },
  { name: 'reviews', who: 'clerk', path: '/console/reviews' },
  { name: 'review', who: 'clerk', path: '/console/reviews/ST01-V000001' },
  { name: 'station', who: 'administrator', path: '/console/station' },
  { name: 'station-alarms', who: 'clerk', path: '/console/station' },
  { name: 'station-calendar', who: 'clerk', path: '/console/station/calendar?year=2026' },
  { name: 'station-backups', who: 'administrator', path: '/console/station/backups' },
  { name: 'station-disposals', who: 'clerk', path: '/console/station/disposals' },
  { name: 'station-holds', who: 'clerk', path: '/console/station/holds' },
  { name: 'station-config', who: 'administrator', path: '/console/station/config' },
  { name: 'station-changes', who: 'administrator', path: '/console/station/changes' },
  { name: 'station-policies', who: 'auditor', path: '/console/station/policies' },
  { name: 'accounts', who: 'administrator', path: '/console/accounts' },
  { name: 'accounts-proposals', who: 'auditor', path: '/console/accounts/proposals?show=all' },
  { name: 'accounts-tokens', who: 'administrator', path: '/console/accounts/tokens' },
  { name: 'accounts-roles', who: 'administrator', path: '/console/accounts/roles' },
  { name: 'ledger', who: 'auditor', path: '/console/ledger' },
  { name: 'ledger-nothing', who: 'auditor', path: '/console/ledger?evidence=none' },
  { name: 'ledger-entry', who: 'auditor', path: '/console/ledger/40' },
  { name: 'ledger-no-entry', who: 'auditor', path: '/console/ledger/99999' },
  { name: 'registers', who: 'clerk', path: '/console/registers' },
  { name: 'registers-officers', who: 'clerk', path: '/console/registers/officers' },
  { name: 'registers-row', who: 'clerk', path: '/console/registers/officers?row=222222' },
  { name: 'registers-nothing', who: 'clerk', path: '/console/registers/officers?begins=none' },
  { name: 'no-page', who: 'administrator', path: '/console/none' },
];
