import { createHash } from 'node:crypto';
import { canonicalText } from '../custody/canonical.ts';

/** How viewing copies are made here; what changes the bytes of a copy and nothing else. */
export interface ViewingSettings {
  /** Pixels of the shorter side, at most. */
  readonly height: number;
  /** `burnt`: into the picture. `laid_over`: by the player, and streams that a browser plays stay as they are. */
  readonly mark: 'burnt' | 'laid_over';
  readonly encoder: EncoderName;
}

/** A second one is a case more in `video-encoder.ts`. */
export type EncoderName = 'software';

/** Counted up with every change of the rules that gives other bytes for the same settings. */
const rules = 1;

/** Names the settings in entries and folders. */
export function settingsDigest(settings: ViewingSettings): string {
  return createHash('sha256')
    .update(canonicalText({ ...settings, rules }))
    .digest('hex')
    .slice(0, 16);
}
