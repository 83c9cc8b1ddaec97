import type { PageRow } from './page-row.ts';
import { evidencePage } from './pages/evidence/index.ts';
import { itemPage } from './pages/item/index.ts';

/** Every page, in the order of the menu: a new one adds its line. */
export const pages: readonly PageRow[] = [evidencePage, itemPage];
