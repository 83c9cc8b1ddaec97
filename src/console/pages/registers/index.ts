import { DatabaseOutlined } from '@ant-design/icons';
import type { PageRow } from '../../page-row.ts';

export const registersPage: PageRow = {
  name: 'registers',
  needs: ['register.see'],
  icon: DatabaseOutlined,
  load: () => import('./page.tsx'),
};
