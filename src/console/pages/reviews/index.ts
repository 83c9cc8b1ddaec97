import { FileSearchOutlined } from '@ant-design/icons';
import type { PageRow } from '../../page-row.ts';

export const reviewsPage: PageRow = {
  name: 'reviews',
  needs: ['review.see'],
  icon: FileSearchOutlined,
  load: () => import('./page.tsx'),
};
