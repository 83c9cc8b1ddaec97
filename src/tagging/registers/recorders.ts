import { isUsableNumber } from '../../dock/identity.ts';
import { inOrder, type Register, type RowFault } from './register.ts';

/** Recorders and the other sources of QZ-4: cameras, sound recorders, exports of surveillance. */
export const recorders: Register = {
  name: 'recorders',
  title: { en: 'recorders', zh: '执法记录设备' },
  key: ['number'],
  fields: [
    {
      name: 'number',
      title: { en: 'device number', zh: '设备编号' },
      kind: { is: 'text', most: 64 },
      required: true,
    },
    {
      name: 'kind',
      title: { en: 'kind', zh: '类别' },
      kind: {
        is: 'one_of',
        values: {
          recorder: { en: 'body-worn recorder', zh: '执法记录仪' },
          camera: { en: 'camera', zh: '照相机、摄像机' },
          sound: { en: 'sound recorder', zh: '录音设备' },
          surveillance: { en: 'surveillance export', zh: '视频监控导出' },
        },
      },
    },
    { name: 'serial', title: { en: 'USB serial', zh: 'USB 序列号' }, kind: { is: 'text', most: 100 } },
    { name: 'profile', title: { en: 'model profile', zh: '型号档案' }, kind: { is: 'code' } },
    { name: 'holder', title: { en: 'holder', zh: '持有人编号' }, kind: { is: 'refers', to: 'officers' } },
    { name: 'issued', title: { en: 'issued', zh: '领用日期' }, kind: { is: 'date' } },
    { name: 'returned', title: { en: 'handed back', zh: '归还日期' }, kind: { is: 'date' } },
    {
      name: 'state',
      title: { en: 'state', zh: '状态' },
      kind: {
        is: 'one_of',
        values: {
          in_use: { en: 'in use', zh: '在用' },
          repair: { en: 'in repair', zh: '维修' },
          retired: { en: 'retired', zh: '报废' },
        },
      },
    },
  ],
  rule: (row, zone) => claimable(row['number'] ?? '') ?? inOrder(row, 'issued', 'returned', zone),
};

/** A number that no card can claim would be entered for nothing. */
function claimable(number: string): RowFault | null {
  return isUsableNumber(number) ? null : { field: 'number', found: number, allowed: '≠ folder:' };
}

/**
 * SQL: whether a row of `view_register` is a body-worn recorder that somebody may be wearing: not in repair, not retired, not
 * handed back. A row that says nothing of it counts.
 */
export const recorderInUse = `register = 'recorders' AND coalesce(json_extract(fields, '$.state'), 'in_use') = 'in_use'
  AND coalesce(json_extract(fields, '$.kind'), 'recorder') = 'recorder'
  AND json_extract(fields, '$.returned') IS NULL`;
