import { route } from '../route.ts';
import { Alarm } from '../schemas/alarm.ts';
import { idOf } from '../schemas/common.ts';

export const alarmRoute = route({
  method: 'GET',
  path: '/api/v1/alarms/:alarm',
  name: 'alarm',
  tag: 'alarms',
  says: 'One alarm with what has become of it',
  shapes: { params: idOf('alarm') },
  answer: Alarm,
  handle: async ({ reader }, { params, caller }) =>
    await reader.read('alarm', {
      ...{ alarm: params.alarm, language: caller.language, visible: caller.visible },
    }),
});
