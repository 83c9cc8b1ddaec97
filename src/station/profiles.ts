import { fileURLToPath } from 'node:url';
import { DockError } from '../dock/error.ts';
import { loadProfiles } from '../dock/load-profiles.ts';
import type { DeviceProfile } from '../dock/profile.ts';

const shipped = fileURLToPath(new URL('../../devices/', import.meta.url));

/** The profiles that come with the program, and the unit's own beside them. */
export async function stationProfiles(ownFolder: string | null): Promise<readonly DeviceProfile[]> {
  const ours = await loadProfiles(shipped);
  if (ownFolder === null) return ours;
  const own = await loadProfiles(ownFolder);
  const twice = own.find(({ id }) => ours.some((one) => one.id === id));
  if (twice !== undefined) {
    throw new DockError('dock.profile_duplicate', { id: twice.id, file: ownFolder, other: shipped });
  }
  return [...ours, ...own];
}
