import Type from 'typebox';
import { route } from '../route.ts';
import { closed } from '../schemas/common.ts';
import { LiveDocking } from '../schemas/docking.ts';

export const dockingLiveRoute = route({
  method: 'GET',
  path: '/api/v1/dockings/live',
  name: 'dockingLive',
  tag: 'dockings',
  says: 'What is being taken in at this moment, at which port and how far',
  shapes: {},
  answer: Type.Object({ dockings: Type.Array(LiveDocking) }, closed),
  async handle({ reader, live }, { caller }) {
    const { dockings } = live();
    const ids = dockings.map(({ docking }) => docking);
    const seen = new Set(await reader.read('seenDockings', { dockings: ids, visible: caller.visible }));
    return { dockings: dockings.filter(({ docking }) => seen.has(docking)) };
  },
});
