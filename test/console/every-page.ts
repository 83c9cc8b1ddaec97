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
  { name: 'evidence', who: 'clerk', path: '/console/evidence' },
  { name: 'evidence-nothing', who: 'clerk', path: '/console/evidence?case=none' },
  { name: 'evidence-own', who: 'officer', path: '/console/evidence' },
  { name: 'item', who: 'clerk', path: `/console/item/${first}` },
  { name: 'item-own', who: 'officer', path: `/console/item/${first}` },
  { name: 'item-none', who: 'officer', path: '/console/item/none' },
  { name: 'no-page', who: 'administrator', path: '/' },
];
