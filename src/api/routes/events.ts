import { type Principal, reachOf } from '../../access/principal.ts';
import type { Visible } from '../../station/catalogue/visible.ts';
import { visibleBy } from '../caller.ts';
import { ApiError } from '../error.ts';
import type { LiveEvent } from '../events/event-hub.ts';
import { openStream } from '../events/event-stream.ts';
import { route } from '../route.ts';

/** Beyond it whoever comes is asked to come again: each holds a connection. */
const mostWatchers = 200;

const needs = {
  progress: 'docking.see',
  alarm: 'alarm.see',
  verdict: 'session.see',
  entry: 'ledger.see',
} as const;

export const eventsRoute = route({
  method: 'GET',
  path: '/api/v1/events',
  name: 'events',
  tag: 'events',
  says: 'What happens while it happens: progress of dockings, alarms, verdicts, new entries of the ledger; as far as the caller may see them',
  shapes: {},
  answer: null,
  files: ['text/event-stream'],
  head: () => undefined,
  async handle({ events }, { caller }, { request, reply }) {
    const { principal } = caller;
    if (principal === null) throw new ApiError('api.signed_out', {});
    if (events.size >= mostWatchers) throw new ApiError('api.busy', {});
    openStream(events, seenBy(principal), request, reply);
  },
});

function seenBy(principal: Principal): ReadonlyMap<LiveEvent['event'], Visible> {
  const sees = new Map<LiveEvent['event'], Visible>();
  if (principal.pending !== null) return sees;
  for (const event of ['progress', 'alarm', 'verdict', 'entry'] as const)
    if (reachOf(principal, needs[event]) !== null) sees.set(event, visibleBy(principal, needs[event]));
  return sees;
}
