import { TeamOutlined } from '@ant-design/icons';
import type { PageRow } from '../../page-row.ts';

export const accountsPage: PageRow = {
  name: 'accounts',
  needs: ['account.see', 'proposal.see'],
  icon: TeamOutlined,
  load: () => import('./page.tsx'),
};
