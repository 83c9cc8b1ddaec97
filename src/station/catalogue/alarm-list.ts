import type { Alarm } from '../../custody/alarms.ts';
import type { Db } from '../../custody/database.ts';
import { alarmTexts } from '../../texts/alarms.ts';
import { fill, type Language, type Text } from '../../texts/text.ts';

type AlarmRow = Omit<Alarm, 'params'> & { readonly params: string };

const columns = 'alarm, code, severity, params, raised, acknowledged, acknowledger, note';

/** Alarms in the order in which they were raised: those nobody has acknowledged, or all. */
export function alarmList(db: Db, which: 'open' | 'all'): readonly Alarm[] {
  const where = which === 'open' ? ' WHERE acknowledged IS NULL' : '';
  return db
    .prepare<[], AlarmRow>(`SELECT ${columns} FROM view_alarm${where} ORDER BY rowid`)
    .all()
    .map(alarmOf);
}

/** Open ones, the gravest first and of those the newest. */
export function gravestAlarms(db: Db, limit: number): readonly Alarm[] {
  return db
    .prepare<[number], AlarmRow>(
      `SELECT ${columns} FROM view_alarm WHERE acknowledged IS NULL
       ORDER BY CASE severity WHEN 'critical' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, rowid DESC LIMIT ?`,
    )
    .all(limit)
    .map(alarmOf);
}

export function openAlarmCounts(db: Db): Readonly<Record<'notice' | 'warning' | 'critical', number>> {
  const counted = db
    .prepare<[], { severity: string; count: number }>(
      'SELECT severity, count(*) AS count FROM view_alarm WHERE acknowledged IS NULL GROUP BY severity',
    )
    .all();
  const of = (severity: string): number => counted.find((one) => one.severity === severity)?.count ?? 0;
  return { notice: of('notice'), warning: of('warning'), critical: of('critical') };
}

/** What an alarm says. A code that this program does not know is shown with what it was raised with. */
export function alarmWords(language: Language, { code, params }: Pick<Alarm, 'code' | 'params'>): string {
  const text = (alarmTexts as Readonly<Record<string, Text>>)[code];
  if (text === undefined) return `${code} ${JSON.stringify(params)}`;
  // They lay beside the tree, and are gone where a station was had back from its vault alone.
  const missing = [...text[language].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, '–']);
  return fill(text, language, { ...Object.fromEntries(missing), ...params });
}

function alarmOf({ params, ...row }: AlarmRow): Alarm {
  return { ...row, params: alarmParams(params) };
}

/** An alarm's parameters lie beside the tree: text that may have been erased or meddled with. */
export function alarmParams(text: string): Alarm['params'] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { params: text };
  }
  const pairs = Object.entries(typeof value === 'object' && value !== null ? value : {});
  return Object.fromEntries(pairs.map(([name, one]) => [name, typeof one === 'number' ? one : String(one)]));
}
