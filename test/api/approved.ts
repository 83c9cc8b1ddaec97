import { carryOut } from '../../src/station/carry-out.ts';
import { Dockings } from '../../src/station/dockings.ts';
import type { ApiStation, Person } from './api-station.ts';
import { record } from './sample-request.ts';

const head = { kind: 'person', id: 'ST01-U000903' } as const;

/** A request by somebody that the owner of the data folder has approved; its id. */
export async function approved(
  { station, ask }: ApiStation,
  who: Person,
  { kind, evidence }: { readonly kind: 'view' | 'copy'; readonly evidence: string },
): Promise<string> {
  const until = Temporal.Now.instant().add({ hours: 2 }).toString({ smallestUnit: 'second' });
  const wish = {
    kind,
    evidence: [evidence],
    for: null,
    until,
    why: '复核',
    recipient: null,
    emergency: false,
  };
  const { json } = await ask(who, 'POST', '/api/v1/requests', wish);
  const request = String(record(json)['request']);
  const nothing = (): void => undefined;
  const args = { request, decision: 'approved', note: null } as const;
  const by = { actor: head, language: 'en', onProgress: nothing } as const;
  await carryOut(station, new Dockings(station, nothing, nothing), { order: 'decideRequest', args }, by);
  return request;
}
