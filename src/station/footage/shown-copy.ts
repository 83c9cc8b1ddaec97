import type { MadeViewingCopy } from '../../custody/entry-kinds.ts';
import type { StandingCopy } from '../../viewing/book.ts';

export const pictureNames = ['poster.jpg', 'storyboard.jpg', 'storyboard.vtt', 'waveform.svg'] as const;
export type PictureName = (typeof pictureNames)[number];

export const copyStates = ['none', 'waiting', 'made', 'failed', 'removed', 'gone'] as const;

/** How the viewing copy of an item stands, for whoever may watch it. */
export interface ShownCopy {
  readonly evidence: string;
  /** `gone`: the original is disposed of, and nothing is left to be watched. */
  readonly state: (typeof copyStates)[number];
  /** Why there is none; a code of the catalogue. */
  readonly because: string | null;
  /** How far it is, from 0 to 100; null while it is not known, or nothing is under way. */
  readonly percent: number | null;
  /** What it is, where there is one. */
  readonly copy: CopyFacts | null;
}

export interface CopyFacts {
  readonly how: MadeViewingCopy['how'];
  readonly mark: MadeViewingCopy['mark'];
  readonly type: string;
  readonly durationMs: number | null;
  readonly originalMs: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly bytes: number;
  readonly sha256: string;
  readonly pictures: readonly PictureName[];
}

/** @param waiting whether it is queued; @param standsWhole whether the file is where the ledger says */
export function shownCopy(
  evidence: string,
  standing: StandingCopy | null,
  {
    waiting,
    standsWhole,
    percent,
  }: { readonly waiting: boolean; readonly standsWhole: boolean; readonly percent: number | null },
): ShownCopy {
  const bare = { evidence, because: null, percent: null, copy: null };
  // One that is being replaced is watched until the new one stands.
  if (standing?.state === 'made' && standsWhole)
    return { ...bare, state: 'made', copy: factsOf(standing.said) };
  if (waiting) return { ...bare, state: 'waiting', percent };
  if (standing === null) return { ...bare, state: 'none' };
  if (standing.state === 'made') return { ...bare, state: 'removed', because: 'lost' };
  return { ...bare, state: standing.state, because: standing.said.because };
}

function factsOf(said: MadeViewingCopy): CopyFacts {
  const { how, mark, durationMs, originalMs, width, height, bytes, sha256 } = said;
  const pictures = pictureNames.filter((name) => said.pictures.some((one) => one.name === name));
  const type = typeOf(how);
  return { how, mark, type, durationMs, originalMs, width, height, bytes, sha256, pictures };
}

export function typeOf(how: MadeViewingCopy['how']): string {
  switch (how) {
    case 'transcoded':
    case 'remuxed':
      return 'video/mp4';
    case 'sound':
      return 'audio/mp4';
    case 'still':
      return 'image/jpeg';
  }
}
