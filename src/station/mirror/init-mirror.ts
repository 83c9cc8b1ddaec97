import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { openWriting } from '../../custody/database.ts';
import type { Actor, AnyDraft } from '../../custody/entry.ts';
import { LedgerWriter } from '../../custody/ledger-writer.ts';
import type { Signer } from '../../custody/station-key.ts';
import { projectors } from '../../projections.ts';
import { VaultError } from '../../vault/errors.ts';
import { type KnownMirror, knownMirrors } from '../../vault/mirror/mirror-book.ts';
import type { Places, StationFile } from '../data-folder.ts';
import { StationError } from '../error.ts';
import { makeVaultAt } from '../make-vault.ts';
import { openVaultAt } from '../open-vault.ts';
import { addressAt, type VaultPlace } from '../vault-place.ts';
import { mirrorPlace } from './mirror-settings.ts';

export interface MirrorFounding {
  readonly places: Places;
  readonly config: Config;
  readonly file: StationFile;
  readonly signer: () => Signer;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly step: (point: string) => void;
  /** The mirror that stood in that place is gone for good: a new one is made, and everything goes there again. */
  readonly anew: boolean;
}

/**
 * Makes the mirror that the configuration names and enters it, also in a station that has been running. Repeated it
 * changes nothing: a mirror that is known in that place is never made a second time, since its disk may only be away.
 * The caller holds the station's lock. Errors: those of the vault, `station.mirror_foreign`.
 */
export async function initMirror(founding: MirrorFounding): Promise<void> {
  const place = mirrorPlace(founding.config);
  if (place === null) return;
  const db = openWriting(founding.places.database);
  const known = knownMirrors(db);
  const address = addressAt(place);
  const [newest] = known;
  if (newest !== undefined && !founding.anew && (newest.place ?? address) === address) {
    db.close();
    return;
  }
  try {
    const vault = await markedAt(place, known, founding);
    const writer = new LedgerWriter(db, projectors, founding.signer(), founding.clock, founding.step);
    const [outcome] = writer.append([{ drafts: [added(founding, vault, place)], work: [] }]);
    if (outcome !== undefined && 'refused' in outcome) throw outcome.refused;
    founding.step('station.mirror');
  } finally {
    db.close();
  }
}

/** The id of the vault there: a new one, or one that this station has made before. */
async function markedAt(
  place: VaultPlace,
  known: readonly KnownMirror[],
  { clock, step, file }: MirrorFounding,
): Promise<string> {
  const standing = await standingAt(place);
  if (standing === null) {
    const id = randomUUID();
    await makeVaultAt(place, { id, created: clock.now() }, step);
    return id;
  }
  const foreign = (found: string) =>
    new StationError('station.mirror_foreign', { place: addressAt(place), found }, { field: 'vault.mirror' });
  if (standing.id === file.vault) throw foreign('the vault itself');
  // A crash between marker and entry leaves an empty one that nobody knows.
  if (standing.empty || known.some(({ vault }) => vault === standing.id)) return standing.id;
  throw foreign(`vault ${standing.id}, with originals`);
}

/** Null where there is no marker. */
async function standingAt(
  place: VaultPlace,
): Promise<{ readonly id: string; readonly empty: boolean } | null> {
  try {
    const { vault, end } = await openVaultAt(place, { id: null, pool: null, sole: false });
    try {
      for await (const _ of vault.originals()) return { id: vault.id, empty: false };
      return { id: vault.id, empty: true };
    } finally {
      end();
    }
  } catch (error) {
    const none = ['vault.marker_missing', 'vault.bucket_missing'];
    if (error instanceof VaultError && none.includes(error.code)) return null;
    throw error;
  }
}

function added({ actor, file }: MirrorFounding, vault: string, place: VaultPlace): AnyDraft {
  return {
    type: 'mirror.added',
    actor,
    subject: { kind: 'station', id: file.code },
    data: { vault, kind: place.kind },
    personal: { place: addressAt(place) },
  };
}
