import { DashboardOutlined } from '@ant-design/icons';
import type { PageRow } from '../../page-row.ts';

export const stationPage: PageRow = {
  name: 'station',
  needs: ['station.see', 'alarm.handle', 'disposal.see'],
  icon: DashboardOutlined,
  load: () => import('./page.tsx'),
};
