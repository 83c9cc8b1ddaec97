import {
  type Alarm,
  type AlarmFilter,
  alarmNamed,
  alarmPage,
  alarmPageWords,
} from '../../station/catalogue/alarm-list.ts';
import type { Visible } from '../../station/catalogue/visible.ts';
import type { Language } from '../../texts/text.ts';
import type { ReadWorld } from '../reading/read-world.ts';

export interface ShownAlarm extends Alarm {
  /** What it says, in the language asked for. */
  readonly words: string;
}

export function readAlarmPage(
  { db }: ReadWorld,
  { language, ...filter }: AlarmFilter & { readonly language: Language },
): { readonly alarms: readonly ShownAlarm[]; readonly next: string | null } {
  const { alarms, next } = alarmPage(db, filter);
  return { alarms: alarms.map((one) => shown(language, one)), next };
}

export function readAlarm(
  { db }: ReadWorld,
  {
    alarm,
    language,
    visible,
  }: { readonly alarm: string; readonly language: Language; readonly visible: Visible },
): ShownAlarm {
  return shown(language, alarmNamed(db, alarm, visible));
}

function shown(language: Language, alarm: Alarm): ShownAlarm {
  return { ...alarm, words: alarmPageWords(language, alarm) };
}
