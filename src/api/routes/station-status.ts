import { route } from '../route.ts';
import { StationStatus } from '../schemas/station.ts';

export const stationStatusRoute = route({
  method: 'GET',
  path: '/api/v1/station',
  name: 'stationStatus',
  tag: 'station',
  says: 'How the station stands: what is under way, counts, alarms, vault, backup, ledger',
  shapes: {},
  answer: StationStatus,
  handle: async ({ reader, live }) => await reader.read('status', { live: live() }),
});
