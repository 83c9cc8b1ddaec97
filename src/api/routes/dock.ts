import { systemClock } from '../../clock.ts';
import { route } from '../route.ts';
import { DockView } from '../schemas/dock.ts';

export const dockRoute = route({
  method: 'GET',
  path: '/api/v1/dock',
  name: 'dock',
  tag: 'dock',
  says: 'What stands at the dock, port by port, for everybody who stands before it: numbers and states, no names and no files',
  shapes: {},
  impersonal: true,
  answer: DockView,
  async handle({ reader, live }) {
    const { dockings, first } = live();
    return await reader.read('dock', { dockings, first, now: systemClock.now().toString() });
  },
});
