import Type from 'typebox';
import { route } from '../route.ts';
import { Alarm } from '../schemas/alarm.ts';
import { closed, idOf, words } from '../schemas/common.ts';

export const alarmHandleRoute = route({
  method: 'POST',
  path: '/api/v1/alarms/:alarm/handling',
  name: 'alarmHandle',
  tag: 'alarms',
  says: 'What was done about the alarm; may be said again as more is done',
  shapes: { params: idOf('alarm'), body: Type.Object({ text: words }, closed) },
  answer: Alarm,
  async handle({ reader, order }, { params, body, caller }) {
    const { alarm } = params;
    await order({ order: 'handleAlarm', args: { alarm, text: body.text } }, caller);
    return await reader.read('alarm', { alarm, language: caller.language, visible: caller.visible });
  },
});
