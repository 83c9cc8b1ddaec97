import { useEffect, useState } from 'react';
import { markWords } from '../../../viewing/mark.ts';
import { useLanguage } from '../../words/language.ts';
import { momentWords } from '../../words/moments.ts';
import { greeting } from '../../words/station.ts';

interface VeilProps {
  readonly evidence: string;
  readonly viewer: string;
  readonly clockAhead: number;
}

const moveSeconds = 6;

/** Who watches and when, over the picture: another place each time, so that no part of a filmed screen can be cut away. */
export function Veil({ evidence, viewer, clockAhead }: VeilProps) {
  const { language } = useLanguage();
  const [ticks, setTicks] = useState(0);
  const [place, setPlace] = useState({ left: '50%', top: '45%' });
  useEffect(() => {
    const timer = setInterval(() => setTicks((before) => before + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  const round = Math.floor(ticks / moveSeconds);
  useEffect(() => {
    if (round === 0) return;
    setPlace({ left: `${25 + Math.random() * 50}%`, top: `${20 + Math.random() * 60}%` });
  }, [round]);
  const now = new Date(Date.now() + clockAhead).toISOString();
  return (
    <div className="veil" style={place}>
      <b>{markWords.chinese}</b>
      <span>{evidence}</span>
      <span>{viewer}</span>
      <time>{momentWords(now, greeting.zone, language, 'second')}</time>
    </div>
  );
}
