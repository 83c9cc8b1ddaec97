import type { AdoptedConfig } from '../../access/configuration/config-book.ts';
import type { Db } from '../../custody/database.ts';
import { Conditions, pageOf } from './conditions.ts';
import type { ListPage } from './list-page.ts';
import type { Condition } from './visible.ts';

export interface ConfigFilter extends ListPage {
  readonly since?: Temporal.Instant | null;
  readonly until?: Temporal.Instant | null;
}

/** Lists lie in their columns as JSON. */
interface Row extends Omit<AdoptedConfig, 'sensitive' | 'waiting' | 'changes'> {
  readonly sensitive: string;
  readonly waiting: string;
  readonly changes: string | null;
}

/** By which configurations the station acted, and who had changed what. */
export function configHistory(
  db: Db,
  filter: ConfigFilter,
): { readonly configs: readonly AdoptedConfig[]; readonly next: string | null } {
  const { sql, parameters } = configRows(filter);
  const found = db.prepare<unknown[], Row>(sql).all(...parameters);
  const { rows, next } = pageOf(found, filter.limit, ({ seq }) => String(seq));
  return { configs: rows.map(shown), next };
}

function shown({ sensitive, waiting, changes, ...row }: Row): AdoptedConfig {
  return {
    ...row,
    sensitive: JSON.parse(sensitive),
    waiting: JSON.parse(waiting),
    changes: changes === null ? null : JSON.parse(changes),
  };
}

export function configRows({
  after,
  limit,
  descending,
  since = null,
  until = null,
}: ConfigFilter): Condition {
  const conditions = new Conditions()
    .add(descending ? 'seq < ?' : 'seq > ?', after === null ? null : Number(after))
    .within('adopted', since, until);
  return {
    sql: `SELECT seq, adopted, digest, before, because, proposal, started_by AS startedBy, file_owner AS fileOwner,
      file_written AS fileWritten, file, sensitive, waiting, changes FROM view_config${conditions.where}
      ORDER BY seq${descending ? ' DESC' : ''} LIMIT ?`,
    parameters: [...conditions.parameters, limit + 1],
  };
}
