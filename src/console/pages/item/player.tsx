import {
  CaretRightFilled,
  ExpandOutlined,
  MutedOutlined,
  PauseOutlined,
  SoundOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { Answer } from '../../../api/client/client.ts';
import { itemWatchTexts } from '../../../texts/console/item-watching.ts';
import { spanWords } from '../../../texts/measures.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/language.ts';
import { SeekBar } from './seek-bar.tsx';
import { type Film, Unplayable, useFilm } from './use-film.ts';
import { Veil } from './veil.tsx';

type ViewingCopy = Answer<'viewingState'>;

interface PlayerProps {
  readonly evidence: string;
  readonly copy: ViewingCopy;
}

/** Plays a viewing copy under the name of whoever watches. */
export default function Player({ evidence, copy: shown }: PlayerProps) {
  const say = useWords(itemWatchTexts);
  const film = useFilm(evidence, shown);
  const stage = useRef<HTMLDivElement>(null);
  const { copy, links } = shown;
  if (copy === null || links === null) return null;
  const still = copy.how === 'still';
  const open = film.viewer !== null;
  const under = still ? links.media : copy.how === 'sound' ? links.waveform : null;
  const seconds = (copy.durationMs ?? 0) / 1_000;
  const cut = copy.originalMs !== null && copy.originalMs - (copy.durationMs ?? 0) > 1_000;
  return (
    <div className="player" ref={stage}>
      <div className={copy.how === 'sound' ? 'stage sound' : 'stage'}>
        {/* biome-ignore lint/a11y/useMediaCaption: footage has no words written down */}
        <video
          ref={film.video}
          playsInline
          disablePictureInPicture
          disableRemotePlayback
          hidden={still}
          aria-label={say('footage')}
          onContextMenu={(event) => event.preventDefault()}
        />
        {open && under !== null ? <img src={under} alt={say(still ? 'footage' : 'sound_only')} /> : null}
        {open ? <Veil evidence={evidence} viewer={film.viewer ?? ''} clockAhead={film.clockAhead} /> : null}
      </div>
      <Trouble film={film} />
      {still ? null : <Controls film={film} seconds={seconds} links={links} stage={stage} />}
      {cut ? (
        <p className="quiet">
          {say('shorter', { copy: spanWords(seconds), original: spanWords((copy.originalMs ?? 0) / 1_000) })}
        </p>
      ) : null}
    </div>
  );
}

function Trouble({ film: { error, play } }: { readonly film: Film }) {
  const say = useWords(itemWatchTexts);
  if (error === null) return null;
  if (!(error instanceof Unplayable)) return <ProblemNote error={error} again={play} />;
  return (
    <div className="problem" role="alert">
      <div>
        <p>{say('unplayable')}</p>
        <p>{say('unplayable_next')}</p>
      </div>
    </div>
  );
}

const speeds = [0.5, 1, 1.5, 2, 4] as const;

interface ControlsProps {
  readonly film: Film;
  readonly seconds: number;
  readonly links: NonNullable<ViewingCopy['links']>;
  readonly stage: React.RefObject<HTMLDivElement | null>;
}

function Controls({ film, seconds, links, stage }: ControlsProps) {
  const say = useWords(itemWatchTexts);
  const [speed, setSpeed] = useState(1);
  const [muted, setMuted] = useState(false);
  const { video, playing } = film;
  const turn = (rate: number): void => {
    setSpeed(rate);
    if (video.current !== null) video.current.playbackRate = rate;
  };
  const mute = (): void => {
    setMuted(!muted);
    if (video.current !== null) video.current.muted = !muted;
  };
  const full = (): void => {
    if (document.fullscreenElement === null) void stage.current?.requestFullscreen();
    else void document.exitFullscreen();
  };
  return (
    <div className="controls">
      <Button
        type="primary"
        icon={playing ? <PauseOutlined aria-hidden="true" /> : <CaretRightFilled aria-hidden="true" />}
        onClick={playing ? film.pause : film.play}
      >
        {say(playing ? 'pause' : 'play')}
      </Button>
      <output>{spanWords(Math.floor(film.seconds))}</output>
      <SeekBar film={film} seconds={seconds} links={links} />
      <output>{spanWords(seconds)}</output>
      <fieldset className="speeds" aria-label={say('speed')}>
        {speeds.map((one) => (
          <button key={one} type="button" aria-pressed={one === speed} onClick={() => turn(one)}>
            {one}×
          </button>
        ))}
      </fieldset>
      <Button
        icon={muted ? <MutedOutlined aria-hidden="true" /> : <SoundOutlined aria-hidden="true" />}
        aria-label={say('mute')}
        aria-pressed={muted}
        onClick={mute}
      />
      <Button icon={<ExpandOutlined aria-hidden="true" />} aria-label={say('full')} onClick={full} />
    </div>
  );
}
