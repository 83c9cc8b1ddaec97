import { say } from '../../texts/say.ts';
import type { Language } from '../../texts/text.ts';
import { openLocalVault } from '../../vault/local/local-vault.ts';
import type { Places, StationFile } from '../data-folder.ts';
import { strayWords } from '../stray-words.ts';
import { straysIn } from '../strays.ts';
import { type Check, ok, warning } from './check.ts';

/** A million originals are not walked while somebody waits. */
const seconds = 10;

/** Whether something stands among the originals of a vault on a disk that no entry names. Nothing is done to it. */
export async function strayCheck(
  language: Language,
  places: Places,
  { vault: id }: StationFile,
  patienceMs = seconds * 1_000,
): Promise<Check> {
  const vault = await openLocalVault({ folder: places.vault, id, immutable: 'off' });
  const end = performance.now() + patienceMs;
  const found = await straysIn(vault, places.database, () => performance.now() > end);
  if (found.count > 0)
    return warning('strays', strayWords(language, found), say(language, 'doctor.strays.next'));
  if (found.whole) return ok('strays', say(language, 'doctor.strays'));
  const says = say(language, 'doctor.strays.unknown', { seconds: patienceMs / 1_000 });
  return { check: 'strays', state: 'unknown', says, next: say(language, 'doctor.strays.unknown_next') };
}
