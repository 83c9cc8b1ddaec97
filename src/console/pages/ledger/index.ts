import { LinkOutlined } from '@ant-design/icons';
import type { PageRow } from '../../page-row.ts';

export const ledgerPage: PageRow = {
  name: 'ledger',
  needs: ['ledger.see'],
  icon: LinkOutlined,
  load: () => import('./page.tsx'),
};
