import { listQuery, pageSchema, paging, spanFilters, spanGiven } from '../listing.ts';
import { route } from '../route.ts';
import { AdoptedConfig } from '../schemas/configuration.ts';

export const configHistoryRoute = route({
  method: 'GET',
  path: '/api/v1/config/history',
  name: 'configHistory',
  tag: 'station',
  says: 'By which configurations the station has acted, who changed what, and what waits for a second person',
  shapes: { query: listQuery(['adopted'], spanFilters) },
  answer: pageSchema(AdoptedConfig),
  // Settings and places of the station itself, no person's.
  impersonal: true,
  async handle({ reader }, { query }) {
    const { after, limit, descending, page } = paging('config history', query, '-adopted');
    const { configs, next } = await reader.read('configHistory', {
      ...{ after, limit, descending },
      ...spanGiven(query),
    });
    return page(configs, next);
  },
});
