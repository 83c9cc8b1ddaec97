import { stat } from 'node:fs/promises';
import type { Config } from '../../config.ts';
import { openReading } from '../../custody/database.ts';
import { DocketError } from '../../errors.ts';
import { say } from '../../texts/say.ts';
import type { Language } from '../../texts/text.ts';
import { sizeWords } from '../../texts/units.ts';
import { type KnownMirror, knownMirrors } from '../../vault/mirror/mirror-book.ts';
import type { Places } from '../data-folder.ts';
import { mirrorPlace } from '../mirror/mirror-settings.ts';
import { openVaultAt } from '../open-vault.ts';
import { addressAt, type VaultPlace } from '../vault-place.ts';
import { type Check, failedBy, ok, warning } from './check.ts';

/** Whether the second vault that the configuration names is there, is the one the ledger knows, and lies elsewhere. */
export async function mirrorCheck(language: Language, config: Config, places: Places): Promise<Check> {
  const place = mirrorPlace(config);
  if (place === null)
    return warning('mirror', say(language, 'doctor.mirror.none'), say(language, 'doctor.mirror.none_next'));
  const address = addressAt(place);
  const known = newestIn(places);
  if (known === null || (known.place ?? address) !== address) {
    const says = say(language, 'doctor.mirror.not_made', { place: address });
    return warning('mirror', says, say(language, 'doctor.mirror.not_made_next'));
  }
  try {
    const { vault, end } = await openVaultAt(place, { id: known.vault, pool: null, sole: false });
    const { freeBytes } = await vault.space().finally(end);
    if (await onDiskOf(places, config, place)) {
      const says = say(language, 'doctor.mirror.same_disk', { place: address });
      return warning('mirror', says, say(language, 'doctor.mirror.same_disk_next'));
    }
    return ok('mirror', say(language, 'doctor.mirror', { place: address, free: sizeWords(freeBytes) }));
  } catch (error) {
    if (error instanceof DocketError) return failedBy('mirror', error, language);
    throw error;
  }
}

async function onDiskOf(places: Places, { vault }: Config, { kind, folder }: VaultPlace): Promise<boolean> {
  if (vault.kind !== 'local' || kind !== 'local') return false;
  const [main, mirror] = await Promise.all([stat(places.vault), stat(folder)]);
  return main.dev === mirror.dev;
}

function newestIn({ database }: Places): KnownMirror | null {
  const db = openReading(database);
  try {
    return knownMirrors(db)[0] ?? null;
  } finally {
    db.close();
  }
}
