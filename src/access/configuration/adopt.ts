import type { Config } from '../../config.ts';
import type { Alarms } from '../../custody/alarms.ts';
import { canonicalText } from '../../custody/canonical.ts';
import type { Db } from '../../custody/database.ts';
import type { Actor } from '../../custody/entry.ts';
import type { ConfigCause } from '../../custody/entry-kinds.ts';
import type { Ledger } from '../../custody/ledger.ts';
import { ConfigBook } from './config-book.ts';
import { withStanding } from './in-force.ts';
import {
  changesBetween,
  digestOf,
  isSensitive,
  type SettingChange,
  type Settings,
  settingsOf,
} from './settings.ts';

/** What the machine says of the file and of who started the program; it proves neither. */
export interface ConfigClaims {
  readonly startedBy: string | null;
  readonly file: string | null;
  readonly fileOwner: string | null;
  readonly fileWritten: string | null;
}

/** By what the station acts from now on, and how that came about. */
export interface Adoption {
  readonly inForce: Config;
  readonly settings: Settings;
  readonly before: string | null;
  readonly because: ConfigCause;
  readonly changes: readonly SettingChange[];
  /** What the file says and nobody has confirmed. */
  readonly waiting: readonly SettingChange[];
  readonly proposal: string | null;
  /** Whether it differs from what was recorded last. */
  readonly news: boolean;
}

/**
 * Compares the file's configuration with the one that stands. What is sensitive changes with two persons alone: without
 * them the station goes on by what stood. Where nothing was recorded yet, and while nobody but the first administrator has
 * ever had an account, the file is taken as it is. Reads, enters nothing.
 */
export function adoptionOf(db: Db, config: Config): Adoption {
  const book = new ConfigBook(db);
  const standing = book.standing();
  // Erased values cannot be gone on by.
  if (standing === null || standing.settings === null) return adopted(config, { because: 'first', standing });
  const step = book.stepTo(config);
  if (step === null) return adopted(config, { because: 'plain', standing });
  if (book.alone()) return adopted(config, { because: 'alone', standing });
  const proposal = book.confirmed(step);
  if (proposal !== null) return adopted(config, { because: 'confirmed', standing, proposal });
  const inForce = withStanding(config, standing.settings);
  return adopted(inForce, { because: 'plain', standing, waiting: step.changes });
}

function adopted(
  inForce: Config,
  {
    because,
    standing,
    proposal = null,
    waiting = [],
  }: {
    readonly because: ConfigCause;
    readonly standing: ReturnType<ConfigBook['standing']>;
    readonly proposal?: string | null;
    readonly waiting?: readonly SettingChange[];
  },
): Adoption {
  const settings = settingsOf(inForce);
  const before = standing?.digest ?? null;
  const changes =
    standing?.settings === null || standing === null ? [] : changesBetween(standing.settings, settings);
  const waited = JSON.stringify(standing?.waiting ?? []) !== JSON.stringify(waiting.map(({ key }) => key));
  const news = before !== digestOf(settings) || waited;
  return { inForce, settings, before, because, changes, waiting, proposal, news };
}

/** Enters it where it is news, and raises or closes the alarm about what waits. */
export async function enterAdopted(
  { ledger, alarms, station }: { readonly ledger: Ledger; readonly alarms: Alarms; readonly station: string },
  adoption: Adoption,
  claims: ConfigClaims,
  actor: Actor,
): Promise<void> {
  const { settings, before, because, changes, waiting, proposal } = adoption;
  if (adoption.news) {
    const keys = changes.map(({ key }) => key);
    const { file, ...said } = claims;
    const lists = { keys, sensitive: keys.filter(isSensitive), waiting: waiting.map(({ key }) => key) };
    await ledger.append([
      {
        type: 'config.adopted',
        actor,
        subject: { kind: 'station', id: station },
        data: { digest: digestOf(settings), before, because, ...lists, proposal, ...said },
        personal: {
          ...{ settings: canonicalText(settings), changes: canonicalText(changes) },
          ...(file === null ? {} : { file }),
        },
      },
    ]);
  }
  if (waiting.length === 0) return await alarms.settle('config_unapproved', 'station');
  const keys = waiting.map(({ key }) => key);
  await alarms.raise('config_unapproved', 'critical', 'station', {
    count: keys.length,
    keys: keys.join(', '),
  });
}
