import { useEffect, useRef, useState } from 'react';
import type { Answer } from '../../../api/client/client.ts';
import { Playback } from './playback.ts';

type ViewingCopy = Answer<'viewingState'>;

/** How long before a piece ends the next one is asked for, at normal speed. */
const aheadSeconds = 3;
const lookMs = 250;
const mendMs = 10_000;

export interface Film {
  /** Null until the first piece is entered. */
  readonly viewer: string | null;
  readonly clockAhead: number;
  readonly seconds: number;
  readonly playing: boolean;
  readonly error: unknown;
  readonly video: React.RefObject<HTMLVideoElement | null>;
  play(): void;
  pause(): void;
  seek(seconds: number): void;
}

/** The browser refuses what it was given, and did so again when it was given it anew. */
export class Unplayable extends Error {}

/** A video whose every piece is entered before it is shown. */
export function useFilm(evidence: string, { copy, links }: ViewingCopy): Film {
  const video = useRef<HTMLVideoElement>(null);
  const [viewer, setViewer] = useState<string | null>(null);
  const [clockAhead, setAhead] = useState(0);
  const [seconds, setSeconds] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [playback] = useState(
    () =>
      new Playback(evidence, (name, ahead) => {
        setViewer(name);
        setAhead(ahead);
      }),
  );
  const length = (copy?.durationMs ?? 0) / 1_000;
  const media = copy?.how === 'still' ? null : (links?.media ?? null);

  useEffect(() => {
    const film = video.current;
    const fail = (found: unknown): void => {
      film?.pause();
      setError(found);
    };
    const guarded = (deed: () => Promise<void>) => (): void => void deed().catch(fail);
    let mended = Number.NEGATIVE_INFINITY;
    const begin = guarded(async () => {
      await playback.open(0);
      if (film === null || media === null || film.getAttribute('src') !== null) return;
      film.src = media;
      await started(film);
    });
    begin();
    if (film === null) return;
    const follow = (): void => {
      setSeconds(film.currentTime);
      setPlaying(!film.paused);
    };
    const watchOn = guarded(async () => {
      if (film.paused || film.seeking) return;
      const now = film.currentTime;
      if (!playback.isOpen(now)) {
        film.pause();
        await playback.open(now);
        return await started(film);
      }
      await playback.open(now);
      await playback.open(Math.min(now + aheadSeconds * film.playbackRate, Math.max(now, length - 0.1)));
    });
    // A cut connection or a playback that was closed meanwhile: once more from there; twice, and it is told.
    const mend = guarded(async () => {
      if (film.getAttribute('src') === null || media === null) return;
      if (performance.now() - mended < mendMs) throw new Unplayable(film.error?.message ?? '');
      mended = performance.now();
      const from = film.currentTime;
      playback.forget();
      await playback.open(from);
      film.src = media;
      film.currentTime = from;
      await started(film);
    });
    const timer = setInterval(watchOn, lookMs);
    for (const event of ['timeupdate', 'play', 'pause', 'ended']) film.addEventListener(event, follow);
    film.addEventListener('error', mend);
    return () => {
      clearInterval(timer);
      for (const event of ['timeupdate', 'play', 'pause', 'ended']) film.removeEventListener(event, follow);
      film.removeEventListener('error', mend);
      film.pause();
    };
  }, [playback, media, length]);

  const withFilm = (deed: (film: HTMLVideoElement) => Promise<void>): void => {
    const film = video.current;
    if (film !== null) void deed(film).catch(setError);
  };
  return {
    ...{ viewer, clockAhead, seconds, playing, error, video },
    play: () =>
      withFilm(async (film) => {
        setError(null);
        await playback.open(film.ended ? 0 : film.currentTime);
        await started(film);
      }),
    pause: () => video.current?.pause(),
    seek: (to) =>
      withFilm(async (film) => {
        const played = !film.paused;
        film.pause();
        await playback.open(to);
        film.currentTime = to;
        setSeconds(to);
        if (played) await started(film);
      }),
  };
}

/** Paused again before it began, or not allowed to begin by itself: the button stands there. */
async function started(film: HTMLVideoElement): Promise<void> {
  await film.play().catch((error: unknown) => {
    const name = error instanceof DOMException ? error.name : '';
    // What the browser cannot play it tells by an event as well.
    if (!['AbortError', 'NotAllowedError', 'NotSupportedError'].includes(name)) throw error;
  });
}
