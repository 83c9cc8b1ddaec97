import type { ComponentType } from 'react';
import type { Permission } from '../access/permissions.ts';
import type { PageName } from '../texts/console/pages.ts';

/** A page as the menu and the address know it; what it is made of comes when it is opened. */
export interface PageRow {
  /** `/console/NAME`; it is called so in `texts/console/pages.ts`. */
  readonly name: PageName;
  /** Who has none of these does not see it. */
  readonly needs: readonly Permission[];
  /** Null: not in the menu, but reached from another page. */
  readonly icon: ComponentType | null;
  readonly load: () => Promise<{ readonly default: ComponentType<PageProps> }>;
}

export interface PageProps {
  /** What stands in the address behind the page's name. */
  readonly thing: string | null;
}
