import { FieldTimeOutlined } from '@ant-design/icons';
import type { PageRow } from '../../page-row.ts';

export const latePage: PageRow = {
  name: 'late',
  needs: ['report.see'],
  icon: FieldTimeOutlined,
  load: () => import('./page.tsx'),
};
