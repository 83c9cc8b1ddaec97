import { useId } from 'react';
import type { Answer } from '../../../api/client/client.ts';
import { itemTexts } from '../../../texts/console/item.ts';
import { printable } from '../../../texts/text.ts';
import { useAnswer } from '../../data/answers.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { momentWords } from '../../words/moments.ts';
import { greeting } from '../../words/station.ts';
import type { Item } from './item.ts';
import { type DrawnMap, drawnMap, metersAlong, type Point } from './map.ts';
import { Section } from './section.tsx';

const size = { width: 400, height: 280 } as const;
type Track = Answer<'evidenceTrack'>;

/** Where it was made, on a blank grid: no map of anybody else is asked for. */
export function TrackMap({ item }: { readonly item: Item }) {
  const say = useWords(itemTexts);
  const { measured } = item.location;
  const found = measured === 'found';
  const { data } = useAnswer('evidenceTrack', { params: { evidence: item.evidenceId } }, { enabled: found });
  const track = data !== undefined && data.points.length > 0 ? data : null;
  return (
    <Section title={say('map')}>
      {track === null ? null : <Drawn track={track} />}
      {found ? null : <p className="quiet">{say(measured === 'waiting' ? 'map_waiting' : 'map_none')}</p>}
      <Coordinates item={item} />
    </Section>
  );
}

function Coordinates({ item }: { readonly item: Item }) {
  const say = useWords(itemTexts);
  const found = coordinatesIn(item.location['coordinates']);
  if (found === null) return null;
  const { longitude, latitude, accuracyMeters } = found;
  return (
    <p className="quiet">
      <span className="mono">
        {say('map_coordinates', { longitude: longitude.toFixed(6), latitude: latitude.toFixed(6) })}
      </span>
      {accuracyMeters === null ? null : <span> · {say('map_accuracy', { meters: accuracyMeters })}</span>}
    </p>
  );
}

function coordinatesIn(value: unknown) {
  const read = (from: unknown, name: string): unknown =>
    typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined;
  const wgs84 = read(value, 'wgs84');
  const [longitude, latitude] = [read(wgs84, 'longitude'), read(wgs84, 'latitude')];
  const accuracy = read(value, 'accuracyMeters');
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return null;
  return { longitude, latitude, accuracyMeters: typeof accuracy === 'number' ? accuracy : null };
}

function Drawn({ track }: { readonly track: Track }) {
  const say = useWords(itemTexts);
  const id = useId();
  const map = drawnMap(track.points, track.places, size);
  const says = useSaying(track);
  const [start] = map.track;
  const end = map.track.at(-1);
  return (
    <figure className="map">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby={id}>
        <title id={id}>{says}</title>
        <Grid map={map} />
        <Places map={map} />
        <polyline points={map.track.map(({ x, y }) => `${x},${y}`).join(' ')} className="track" />
        {end === undefined ? null : <End at={end} word={say('map_end')} kind="end" />}
        {start === undefined ? null : <End at={start} word={say('map_start')} kind="start" />}
        <g className="scale">
          <line x1={14} x2={14 + map.step} y1={size.height - 14} y2={size.height - 14} />
          <text x={14} y={size.height - 20}>
            {say('map_scale', { meters: map.stepMeters })}
          </text>
          <path d={`M${size.width - 20} 12 l6 16 l-6 -4 l-6 4 z`} />
          <text x={size.width - 20} y={42} textAnchor="middle">
            {say('map_north')}
          </text>
        </g>
      </svg>
      <figcaption>{says}</figcaption>
    </figure>
  );
}

function useSaying({ points, places }: Track): string {
  const say = useWords(itemTexts);
  const { language } = useLanguage();
  const at = points[0]?.at ?? null;
  const names = places.map(({ name }) => printable(name)).join(language === 'zh' ? '、' : ', ');
  return say('map_says', {
    points: points.length,
    length: say('map_scale', { meters: Math.round(metersAlong(points)) }),
    start: at === null ? '–' : momentWords(at, greeting.zone, language, 'minute'),
    place: places.length === 0 ? say('map_nowhere') : say('map_in', { place: names }),
  });
}

function Grid({ map }: { readonly map: DrawnMap }) {
  return (
    <g className="grid">
      {map.columns.map((x) => (
        <line key={`x${x}`} x1={x} x2={x} y1={0} y2={size.height} />
      ))}
      {map.rows.map((y) => (
        <line key={`y${y}`} x1={0} x2={size.width} y1={y} y2={y} />
      ))}
    </g>
  );
}

const longestName = 18;
const labelMargin = 16;

/** The name of a place that reaches beyond the paper stands at its edge. */
function within(at: number, length: number): number {
  return Math.min(length - labelMargin, Math.max(labelMargin, at));
}

function Places({ map }: { readonly map: DrawnMap }) {
  return (
    <g className="places">
      {map.places.map(({ name, points, radius, label }) => (
        <g key={name}>
          {radius === null ? (
            <polygon points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
          ) : (
            <circle cx={label.x} cy={label.y} r={radius} />
          )}
          <text
            x={within(label.x, size.width)}
            y={within(label.y - (radius ?? 0) - 5, size.height)}
            textAnchor="middle"
          >
            {[...printable(name)].slice(0, longestName).join('')}
          </text>
        </g>
      ))}
    </g>
  );
}

function End({
  at,
  word,
  kind,
}: {
  readonly at: Point;
  readonly word: string;
  readonly kind: 'start' | 'end';
}) {
  return (
    <g className={`end ${kind}`}>
      {kind === 'start' ? (
        <circle cx={at.x} cy={at.y} r={6} />
      ) : (
        <rect x={at.x - 5} y={at.y - 5} width={10} height={10} />
      )}
      <text x={at.x + 10} y={at.y + (kind === 'start' ? 14 : -6)}>
        {word}
      </text>
    </g>
  );
}
