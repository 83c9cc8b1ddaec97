import { FolderOpenOutlined } from '@ant-design/icons';
import type { PageRow } from '../../page-row.ts';

export const casesPage: PageRow = {
  name: 'cases',
  needs: ['case.see'],
  icon: FolderOpenOutlined,
  load: () => import('./page.tsx'),
};
