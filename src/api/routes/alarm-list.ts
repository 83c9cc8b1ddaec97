import Type from 'typebox';
import { listQuery, pageSchema, paging, spanFilters, spanGiven } from '../listing.ts';
import { route } from '../route.ts';
import { Alarm, alarmStates, severities } from '../schemas/alarm.ts';
import { text } from '../schemas/common.ts';

export const alarmListRoute = route({
  method: 'GET',
  path: '/api/v1/alarms',
  name: 'alarmList',
  tag: 'alarms',
  says: 'Alarms in the order in which they were raised; those that are not closed, unless a state or all is asked for',
  shapes: {
    query: listQuery(['id'], {
      state: Type.Optional(Type.Enum([...alarmStates])),
      severity: Type.Optional(Type.Enum([...severities])),
      code: Type.Optional(text(64)),
      all: Type.Optional(Type.Boolean({ description: 'Closed ones too' })),
      ...spanFilters,
    }),
  },
  answer: pageSchema(Alarm),
  async handle({ reader }, { query, caller }) {
    const { after, limit, descending, page } = paging('alarms', query, '-id');
    const { state = null, severity = null, code = null, all = false } = query;
    const { alarms, next } = await reader.read('alarmPage', {
      ...{ state, severity, code, openOnly: state === null && !all, ...spanGiven(query) },
      ...{ after, limit, newestFirst: descending, language: caller.language },
      visible: caller.visible,
    });
    return page(alarms, next);
  },
});
