import type { AlarmState } from '../../custody/alarms.ts';
import type { Db } from '../../custody/database.ts';
import { CustodyError } from '../../custody/error.ts';
import { alarmPageTexts } from '../../texts/alarm-pages.ts';
import { alarmTexts } from '../../texts/alarms.ts';
import { fill, type Language, type Text } from '../../texts/text.ts';
import { Conditions, pageOf } from './conditions.ts';
import { seenAlarm } from './seen-alarm.ts';
import { type Condition, everything, type Visible } from './visible.ts';

/** An alarm with what has become of it; instants are RFC 3339. */
export interface Alarm {
  readonly alarm: string;
  readonly code: string;
  readonly severity: string;
  readonly state: AlarmState;
  readonly params: Readonly<Record<string, string | number>>;
  readonly raised: string;
  readonly acknowledged: string | null;
  readonly acknowledger: string | null;
  readonly note: string | null;
  readonly handled: string | null;
  readonly handler: string | null;
  /** What was done, in the handler's words. */
  readonly deed: string | null;
  readonly closed: string | null;
  readonly closer: string | null;
  /** `person`; `cause_gone`; `acknowledged`: by an earlier version, which knew no more. */
  readonly because: string | null;
  readonly closing: string | null;
}

type AlarmRow = Omit<Alarm, 'params'> & { readonly params: string };

const columns = `a.alarm, a.code, a.severity, l.state, a.params, a.raised, a.acknowledged, a.acknowledger, a.note,
  l.handled, l.handler, l.deed, l.closed, l.closer, l.because, l.note AS closing`;
const table = 'view_alarm a JOIN view_alarm_life l USING (alarm)';
/** In these words it is found by the index of those that are not closed, whatever else is asked. */
const notClosed = `l.state <> 'closed'`;

/** Alarms in the order in which they were raised: those that are not closed, or all. */
export function alarmList(db: Db, which: 'open' | 'all'): readonly Alarm[] {
  const where = which === 'open' ? ` WHERE ${notClosed}` : '';
  return db
    .prepare<[], AlarmRow>(`SELECT ${columns} FROM ${table}${where} ORDER BY a.rowid`)
    .all()
    .map(alarmOf);
}

export interface AlarmFilter {
  readonly state: AlarmState | null;
  /** Those that are not closed. */
  readonly openOnly: boolean;
  readonly severity: string | null;
  readonly code: string | null;
  readonly since: string | null;
  readonly until: string | null;
  /** The alarm after which the list goes on. */
  readonly after: string | null;
  readonly newestFirst: boolean;
  readonly limit: number;
  /** What is left out of it; without it nothing is. */
  readonly visible?: Visible;
}

/** A page of alarms in the order of their numbers, in which they were raised. */
export function alarmPage(
  db: Db,
  filter: AlarmFilter,
): { readonly alarms: readonly Alarm[]; readonly next: string | null } {
  const { sql, parameters } = alarmQuery(filter);
  const rows = db.prepare<unknown[], AlarmRow>(sql).all(...parameters);
  const page = pageOf(rows, filter.limit, ({ alarm }) => alarm);
  return { alarms: page.rows.map(alarmOf), next: page.next };
}

export function alarmQuery(filter: AlarmFilter): Condition {
  const { newestFirst, limit, state, code, severity } = filter;
  // A state is walked through in order. Otherwise SQLite, left to itself, begins with the lives of alarms too, and sorts them.
  const byState = state !== null && code === null && severity === null;
  const conditions = alarmConditions(filter, byState ? 'l' : 'a');
  const tables = byState
    ? 'view_alarm_life l CROSS JOIN view_alarm a USING (alarm)'
    : 'view_alarm a CROSS JOIN view_alarm_life l USING (alarm)';
  return {
    sql: `SELECT ${columns} FROM ${tables}${conditions.where}
      ORDER BY ${byState ? 'l' : 'a'}.alarm${newestFirst ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1],
  };
}

const raised = { table: 'view_alarm', key: 'alarm', moment: 'raised' } as const;

/** @param walked the table whose numbers are gone through */
function alarmConditions(filter: AlarmFilter, walked: 'a' | 'l'): Conditions {
  const moment = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));
  const conditions = new Conditions()
    .add('l.state = ?', filter.state)
    .add('a.severity = ?', filter.severity)
    .add('a.code = ?', filter.code)
    .between(raised, `${walked}.alarm`, moment(filter.since), moment(filter.until))
    .and(seenAlarm(filter.visible ?? everything, 'a.params'))
    .add(`${walked}.alarm ${filter.newestFirst ? '<' : '>'} ?`, filter.after);
  // They are few: they are looked up, whatever lies between them.
  return filter.openOnly
    ? conditions.always(`a.alarm IN (SELECT l.alarm FROM view_alarm_life l WHERE ${notClosed})`)
    : conditions;
}

/** Error: `custody.alarm_unknown`, also where it is out of reach. */
export function alarmNamed(db: Db, alarm: string, visible: Visible = everything): Alarm {
  const { where, parameters } = new Conditions()
    .add('a.alarm = ?', alarm)
    .and(seenAlarm(visible, 'a.params'));
  const row = db.prepare<unknown[], AlarmRow>(`SELECT ${columns} FROM ${table}${where}`).get(...parameters);
  if (row === undefined) throw new CustodyError('custody.alarm_unknown', { alarm });
  return alarmOf(row);
}

/** Those that nobody has acknowledged, the gravest first and of those the newest. */
export function gravestAlarms(db: Db, limit: number): readonly Alarm[] {
  return db
    .prepare<[number], AlarmRow>(
      `SELECT ${columns} FROM ${table} WHERE ${notClosed} AND l.state = 'raised'
       ORDER BY CASE severity WHEN 'critical' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, a.rowid DESC LIMIT ?`,
    )
    .all(limit)
    .map(alarmOf);
}

/** By severity those that wait for somebody to see them; beside them those that somebody is seeing to. */
export interface AlarmCounts {
  readonly notice: number;
  readonly warning: number;
  readonly critical: number;
  readonly acknowledged: number;
  readonly handled: number;
}

export function alarmCounts(db: Db): AlarmCounts {
  const counted = db
    .prepare<[], { state: AlarmState; severity: string; count: number }>(
      `SELECT l.state, a.severity, count(*) AS count FROM ${table} WHERE ${notClosed} GROUP BY 1, 2`,
    )
    .all();
  const sum = (fits: (one: { state: AlarmState; severity: string }) => boolean): number =>
    counted.filter(fits).reduce((all, { count }) => all + count, 0);
  const waiting = (severity: string): number =>
    sum((one) => one.state === 'raised' && one.severity === severity);
  return {
    notice: waiting('notice'),
    warning: waiting('warning'),
    critical: waiting('critical'),
    acknowledged: sum(({ state }) => state === 'acknowledged'),
    handled: sum(({ state }) => state === 'handled'),
  };
}

/** What an alarm says on a page, where no command is named. */
export function alarmPageWords(language: Language, alarm: Pick<Alarm, 'code' | 'params'>): string {
  return wordsOf({ ...alarmTexts, ...alarmPageTexts }, language, alarm);
}

/** What an alarm says to whoever types commands. A code that this program does not know is shown with what it was raised with. */
export function alarmWords(language: Language, alarm: Pick<Alarm, 'code' | 'params'>): string {
  return wordsOf(alarmTexts, language, alarm);
}

function wordsOf(
  texts: Readonly<Record<string, Text>>,
  language: Language,
  { code, params }: Pick<Alarm, 'code' | 'params'>,
): string {
  const text = texts[code];
  if (text === undefined) return `${code} ${JSON.stringify(params)}`;
  // They lay beside the tree, and are gone where a station was had back from its vault alone.
  const missing = [...text[language].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, '–']);
  return fill(text, language, { ...Object.fromEntries(missing), ...params, ...unstopped(params) });
}

/** What was found is a sentence of its own, some with a full stop and some without; the alarm's sentence has one. */
function unstopped({ found }: Alarm['params']): Alarm['params'] {
  return typeof found === 'string' ? { found: found.replace(/[.。]$/, '') } : {};
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
