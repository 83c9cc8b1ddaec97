import type { PageRow } from '../../page-row.ts';

/** Reached from the list, or by its address: `/console/item/EVIDENCE`. */
export const itemPage: PageRow = {
  name: 'item',
  needs: ['evidence.see', 'evidence.watch'],
  icon: null,
  load: () => import('./page.tsx'),
};
