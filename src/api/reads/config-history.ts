import { momentOf } from '../../station/catalogue/conditions.ts';
import { type ConfigFilter, configHistory } from '../../station/catalogue/config-history.ts';
import type { ListPage } from '../../station/catalogue/list-page.ts';
import type { ReadWorld } from '../reading/read-world.ts';

export interface ConfigQuestion extends ListPage {
  readonly since: string | null;
  readonly until: string | null;
}

export function readConfigHistory({ db }: ReadWorld, { since, until, ...page }: ConfigQuestion) {
  const filter: ConfigFilter = { ...page, since: momentOf(since), until: momentOf(until) };
  return configHistory(db, filter);
}
