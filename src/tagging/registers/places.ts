import type { Register, RowValues } from './register.ts';

/** A place is a circle (a point and a radius) or a polygon. */
export const places: Register = {
  name: 'places',
  title: { en: 'places', zh: '地点' },
  key: ['name'],
  fields: [
    {
      name: 'name',
      title: { en: 'name', zh: '地点名称' },
      kind: { is: 'text', most: 100, names: true },
      required: true,
    },
    {
      name: 'area',
      title: { en: 'points, WGS-84', zh: '坐标（WGS-84，经度 纬度；…）' },
      kind: { is: 'area' },
      required: true,
    },
    {
      name: 'radius',
      title: { en: 'radius, m', zh: '半径（米）' },
      kind: { is: 'number', least: 1, most: 100_000 },
    },
  ],
  rule(row: RowValues) {
    const points = row['area']?.split(';').length ?? 0;
    if (points === 1 && row['radius'] === undefined)
      return { field: 'radius', found: '', allowed: '1-100000' };
    if (points > 1 && row['radius'] !== undefined)
      return { field: 'radius', found: row['radius'], allowed: '-' };
    return null;
  },
};
