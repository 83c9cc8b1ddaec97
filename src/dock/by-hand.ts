import type { HandedInWay } from '../custody/entry-kinds.ts';
import type { DeviceProfile } from './profile.ts';

/**
 * The profiles that may fit what came in this way; null is the dock. A recorder's card must be known as one, in a reader too;
 * what a camera or a surveillance system has written may lie in any folder under any name.
 */
export function profilesFor(
  profiles: readonly DeviceProfile[],
  way: HandedInWay | null,
): readonly DeviceProfile[] {
  const anyMedia = way !== null && way !== 'reader';
  return anyMedia ? profiles : profiles.filter(({ breadth }) => breadth !== 'by_hand');
}
