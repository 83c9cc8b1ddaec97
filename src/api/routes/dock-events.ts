import { everything, type Visible } from '../../station/catalogue/visible.ts';
import { ApiError } from '../error.ts';
import type { LiveEvent } from '../events/event-hub.ts';
import { openStream } from '../events/event-stream.ts';
import { route } from '../route.ts';

/** A dock has one screen or two; whoever else holds such connections must not shut out those who are signed in. */
const mostAtDock = 20;

/** That something has changed; what it is stands in `GET /api/v1/dock`. */
const sees: ReadonlyMap<LiveEvent['event'], Visible> = new Map([
  ['progress', everything],
  ['alarm', everything],
]);

export const dockEventsRoute = route({
  method: 'GET',
  path: '/api/v1/dock/events',
  name: 'dockEvents',
  tag: 'dock',
  says: 'That something happens at the dock, while it happens, for everybody who stands before it; what it is says GET /api/v1/dock',
  shapes: {},
  answer: null,
  files: ['text/event-stream'],
  head: () => undefined,
  async handle({ events }, _asked, { request, reply }) {
    if (events.strangers >= mostAtDock) throw new ApiError('api.busy', {});
    openStream(events, sees, request, reply, 'stranger');
  },
});
