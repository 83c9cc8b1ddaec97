import Type from 'typebox';
import { route } from '../route.ts';
import { closed, idOf, noteOrNone } from '../schemas/common.ts';

const mostSeconds = 3_153_600_000;

export const dockingClockRoute = route({
  method: 'POST',
  path: '/api/v1/dockings/:docking/clock',
  name: 'dockingClock',
  tag: 'dockings',
  says: 'By how much the recorder’s clock was ahead at this docking; its recordings are timed again',
  shapes: {
    params: idOf('docking'),
    body: Type.Object(
      { offsetSeconds: Type.Integer({ minimum: -mostSeconds, maximum: mostSeconds }), note: noteOrNone },
      closed,
    ),
  },
  answer: Type.Object(
    {
      docking: Type.String(),
      offsetSeconds: Type.Integer(),
      timed: Type.Integer({ description: 'Recordings' }),
    },
    closed,
  ),
  about: ({ params }) => [{ kind: 'docking', id: params.docking }],
  handle: async ({ order }, { params, body, caller }) =>
    await order({ order: 'correctClock', args: { docking: params.docking, ...body } }, caller),
});
