import type { Static } from 'typebox';
import type { Principal } from '../access/principal.ts';
import { viewingWords } from '../station/catalogue/entry-words.ts';
import type { PictureName, ShownCopy } from '../station/footage/shown-copy.ts';
import type { Language } from '../texts/text.ts';
import type { Caller } from './caller.ts';
import { ApiError } from './error.ts';
import type { ViewingCopy } from './schemas/viewing.ts';

/** What a viewing copy can be. */
export const copyTypes = ['video/mp4', 'audio/mp4', 'image/jpeg'] as const;

/** How a copy stands, with where each part of it is asked for. */
export function viewingAnswer(language: Language, shown: ShownCopy): Static<typeof ViewingCopy> {
  const { evidence, state, because, percent, copy } = shown;
  const why = because === null ? null : viewingWords(language, because);
  const answer = { evidence, state, because, why, percent };
  if (copy === null) return { ...answer, copy, links: null };
  const base = `/api/v1/evidence/${encodeURIComponent(evidence)}/viewing`;
  const picture = (name: PictureName) => (copy.pictures.includes(name) ? `${base}/pictures/${name}` : null);
  return {
    ...answer,
    copy: { ...copy, pictures: [...copy.pictures] },
    links: {
      playback: `${base}/playback`,
      media: `${base}/media`,
      file: `${base}/file`,
      poster: picture('poster.jpg'),
      storyboard: picture('storyboard.jpg'),
      storyboardTimes: picture('storyboard.vtt'),
      waveform: picture('waveform.svg'),
    },
  };
}

/** Footage is for somebody. Error: `api.signed_out`. */
export function viewerOf({ principal }: Caller): Principal {
  if (principal === null) throw new ApiError('api.signed_out', {});
  return principal;
}
