import { AuditOutlined } from '@ant-design/icons';
import type { PageRow } from '../../page-row.ts';

export const requestsPage: PageRow = {
  name: 'requests',
  needs: ['request.see'],
  icon: AuditOutlined,
  load: () => import('./page.tsx'),
};
