import { VideoCameraOutlined } from '@ant-design/icons';
import type { PageRow } from '../../page-row.ts';

export const evidencePage: PageRow = {
  name: 'evidence',
  needs: ['evidence.see'],
  icon: VideoCameraOutlined,
  load: () => import('./page.tsx'),
};
