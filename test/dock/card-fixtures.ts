import { fileURLToPath } from 'node:url';
import type { CardFile } from '../../src/dock/card.ts';
import { loadProfiles } from '../../src/dock/load-profiles.ts';
import type { DeviceProfile } from '../../src/dock/profile.ts';

export const profiles = await loadProfiles(fileURLToPath(new URL('../../devices/', import.meta.url)));

export function profileOf(id: string): DeviceProfile {
  const found = profiles.find((profile) => profile.id === id);
  if (found === undefined) throw new Error(`no profile ${id}`);
  return found;
}

export function cardFile(path: string | Buffer, more: Partial<CardFile> = {}): CardFile {
  return {
    path: Buffer.from(path),
    kind: 'file',
    bytes: 1,
    modified: Temporal.Instant.from('2026-09-02T10:00:00Z'),
    ...more,
  };
}

export const noFacts = { usbId: null, usbProduct: null, volumeLabel: null };
