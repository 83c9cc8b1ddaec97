import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { itemTagTexts } from '../../../texts/console/item-tags.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { momentWords } from '../../words/moments.ts';
import { greeting } from '../../words/station.ts';
import { momentWordsOf } from './deadline.tsx';
import type { Verdict } from './item.ts';
import { type DrawnMoment, type Moment, timeLine } from './time-line.ts';

/** Before it is known how much room there is, and the least that is drawn. */
const usualWidth = 800;
const leastWidth = 480;
const rowHeight = 34;
const dayBand = 30;

interface TimeLineChartProps {
  readonly given: Verdict;
  readonly moments: readonly Moment[];
  readonly restDays: readonly string[];
}

/** The limit as a bar, what happened as marks above it, rest days as shaded columns. The list beside it says the same. */
export function TimeLineChart({ given, moments, restDays }: TimeLineChartProps) {
  const say = useWords(itemTagTexts);
  const { language } = useLanguage();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const line = timeLine(moments, { width, zone: greeting.zone, restDays, given });
  const axis = line.rows * rowHeight + 12;
  const height = axis + 14 + dayBand;
  return (
    <div ref={frame} className="time-line-frame">
      <svg className="time-line" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
        <title id={id}>{say('chart', { clause: given.clause })}</title>
        <defs>
          <pattern
            id={`${id}-rest`}
            width="7"
            height="7"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="7" height="7" className="rest" />
            <line y2="7" className="rest-line" />
          </pattern>
        </defs>
        {line.rest.map(({ day, from, to }) => (
          <rect
            key={day}
            x={from}
            y={4}
            width={to - from}
            height={axis + 8}
            fill={`url(#${CSS.escape(id)}-rest)`}
          />
        ))}
        {line.days.map(({ day, x, told }) => (
          <g key={day}>
            <line x1={x} x2={x} y1={axis - 5} y2={axis + 12} className="tick" />
            {told ? (
              <text x={x} y={axis + 28} textAnchor="middle" className="day">
                {dayShort(day, language)}
              </text>
            ) : null}
          </g>
        ))}
        {line.days.length > 0 || moments[0] === undefined ? null : (
          <text x={4} y={axis + 28} className="day">
            {momentWords(moments[0].at, greeting.zone, language, 'day')}
          </text>
        )}
        <line x1={0} x2={width} y1={axis} y2={axis} className="axis" />
        {line.limit === null ? null : (
          <rect
            x={line.limit.from}
            y={axis - 4}
            width={Math.max(2, line.limit.to - line.limit.from)}
            height={8}
            className="limit"
          />
        )}
        {line.further === null ? null : (
          <rect
            x={line.further.from}
            y={axis - 4}
            width={Math.max(0, line.further.to - line.further.from)}
            height={8}
            className="further"
          />
        )}
        {line.moments.map((one) => (
          <Mark key={one.name} moment={one} axis={axis} />
        ))}
      </svg>
    </div>
  );
}

/** As wide as there is room: letters in a drawing that is scaled down are too small to be read. */
function useWidth(frame: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(usualWidth);
  useEffect(() => {
    const box = frame.current;
    if (box === null) return;
    const sized = new ResizeObserver(() => setWidth(Math.max(leastWidth, box.clientWidth)));
    sized.observe(box);
    return () => sized.disconnect();
  }, [frame]);
  return width;
}

function Mark({ moment, axis }: { readonly moment: DrawnMoment; readonly axis: number }) {
  const say = useWords(itemTagTexts);
  const { name, at, x, row } = moment;
  const { language } = useLanguage();
  const bottom = axis - 12 - row * rowHeight;
  const clock = momentWords(at, greeting.zone, language, 'minute').slice(-5);
  const deadline = name === 'due' || name === 'last';
  return (
    <g className={deadline ? 'mark deadline' : 'mark'}>
      <line x1={x} x2={x} y1={bottom - 24} y2={axis} />
      {deadline ? <path d={`M${x} ${axis - 7} l7 7 l-7 7 l-7 -7 z`} /> : <circle cx={x} cy={axis} r={5.5} />}
      <text x={x + 6} y={bottom - 12} className="what">
        {say(momentWordsOf[name])}
      </text>
      <text x={x + 6} y={bottom} className="clock">
        {clock}
      </text>
    </g>
  );
}

function dayShort(day: string, language: 'zh' | 'en'): string {
  const words = momentWords(`${day}T12:00:00Z`, 'UTC', language, 'day');
  return language === 'zh' ? words.replace(/^\d+年/, '') : words.replace(/ \d{4}$/, '');
}
