import type { Db } from '../../custody/database.ts';

/** The next running number of holds (`ST01-H000001`) or of disposals (`ST01-X000001`). */
export function nextNumber(db: Db, stationCode: string, of: 'hold' | 'disposal'): string {
  const last = db.prepare<[], string>(`SELECT ${of} FROM view_${of} ORDER BY seq DESC LIMIT 1`).pluck().get();
  const number = Number(/\d+$/.exec(last ?? '')?.[0] ?? 0) + 1;
  return `${stationCode}-${of === 'hold' ? 'H' : 'X'}${String(number).padStart(6, '0')}`;
}
