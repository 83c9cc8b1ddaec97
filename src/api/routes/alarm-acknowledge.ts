import Type from 'typebox';
import { route } from '../route.ts';
import { Alarm } from '../schemas/alarm.ts';
import { closed, idOf, noteOrNone } from '../schemas/common.ts';

export const alarmAcknowledgeRoute = route({
  method: 'POST',
  path: '/api/v1/alarms/:alarm/acknowledgement',
  name: 'alarmAcknowledge',
  tag: 'alarms',
  says: 'Somebody has seen the alarm',
  shapes: { params: idOf('alarm'), body: Type.Object({ note: noteOrNone }, closed) },
  answer: Alarm,
  async handle({ reader, order }, { params, body, caller }) {
    const { alarm } = params;
    await order({ order: 'acknowledge', args: { alarm, note: body.note } }, caller);
    return await reader.read('alarm', { alarm, language: caller.language, visible: caller.visible });
  },
});
