import { useEffect, useRef, useState } from 'react';
import type { Answer } from '../../../api/client/client.ts';
import { itemWatchTexts } from '../../../texts/console/item-watching.ts';
import { spanWords } from '../../../texts/measures.ts';
import { useWords } from '../../words/language.ts';
import { type Tile, tileAt, tilesIn } from './playback.ts';
import type { Film } from './use-film.ts';

interface SeekBarProps {
  readonly film: Film;
  readonly seconds: number;
  readonly links: NonNullable<Answer<'viewingState'>['links']>;
}

/** The bar on which one goes to and fro; over it small pictures of what is there. */
export function SeekBar({ film, seconds, links }: SeekBarProps) {
  const say = useWords(itemWatchTexts);
  const tiles = useTiles(film.viewer === null ? null : links.storyboardTimes);
  const [peeked, setPeeked] = useState<number | null>(null);
  const bar = useRef<HTMLInputElement>(null);
  const peek = (x: number): void => {
    const box = bar.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    setPeeked(Math.min(1, Math.max(0, (x - box.left) / box.width)) * seconds);
  };
  return (
    <div className="seek">
      <input
        ref={bar}
        type="range"
        min={0}
        max={seconds}
        step={0.1}
        value={Math.min(film.seconds, seconds)}
        aria-label={say('position')}
        aria-valuetext={spanWords(Math.floor(film.seconds))}
        onChange={({ target }) => {
          const to = Number(target.value);
          setPeeked(to);
          film.seek(to);
        }}
        onPointerMove={(event) => peek(event.clientX)}
        onPointerLeave={() => setPeeked(null)}
        onFocus={() => setPeeked(null)}
        onBlur={() => setPeeked(null)}
      />
      {peeked === null || links.storyboard === null ? null : (
        <Picture
          tile={tileAt(tiles, peeked)}
          share={seconds === 0 ? 0 : peeked / seconds}
          picture={links.storyboard}
          at={peeked}
        />
      )}
    </div>
  );
}

interface PictureProps {
  readonly tile: Tile | null;
  readonly share: number;
  readonly picture: string;
  readonly at: number;
}

function Picture({ tile, share, picture, at }: PictureProps) {
  if (tile === null) return null;
  const style = {
    left: `${share * 100}%`,
    width: tile.width,
    height: tile.height,
    backgroundImage: `url("${picture}")`,
    backgroundPosition: `-${tile.x}px -${tile.y}px`,
  };
  return (
    <div className="tile" style={style} aria-hidden="true">
      <span>{spanWords(Math.floor(at))}</span>
    </div>
  );
}

/** Without its times the bar works all the same. */
function useTiles(times: string | null): readonly Tile[] {
  const [tiles, setTiles] = useState<readonly Tile[]>([]);
  useEffect(() => {
    if (times === null) return;
    let there = true;
    const read = async (): Promise<void> => {
      const response = await fetch(times);
      if (response.ok && there) setTiles(tilesIn(await response.text()));
    };
    read().catch(() => undefined);
    return () => {
      there = false;
    };
  }, [times]);
  return tiles;
}
