import { useEffect, useRef, useState } from 'react';
import { remember, remembered } from '../../words/remembered.ts';
import { type Chime, chime, soundReady, wakeSound } from './chime.ts';
import { verdictOf } from './port-state.ts';
import type { DockAnswer } from './use-dock.ts';

/** A grave alarm that nobody has acknowledged is heard again. */
const againMs = 30_000;

export interface Sound {
  readonly muted: boolean;
  readonly ready: boolean;
  readonly turn: () => void;
}

/** Lets alarms, recorders pulled too early and recorders that are done be heard. */
export function useSound(dock: DockAnswer | undefined): Sound {
  const [muted, setMuted] = useState(() => remembered('dock.muted') === 'yes');
  const [ready, setReady] = useState(soundReady);
  useEffect(() => {
    const wake = (): void => void wakeSound().then(setReady);
    for (const kind of ['pointerdown', 'keydown'] as const) window.addEventListener(kind, wake);
    return () => {
      for (const kind of ['pointerdown', 'keydown'] as const) window.removeEventListener(kind, wake);
    };
  }, []);
  useHeard(dock, muted);
  const turn = (): void => {
    remember('dock.muted', muted ? null : 'yes');
    setMuted(!muted);
  };
  return { muted, ready, turn };
}

function useHeard(dock: DockAnswer | undefined, muted: boolean): void {
  const known = useRef<ReadonlySet<string> | null>(null);
  const grave = (dock?.alarms.critical ?? 0) > 0;
  useEffect(() => {
    if (dock === undefined) return;
    const now = newsOf(dock);
    const before = known.current;
    known.current = new Set(now.keys());
    const fresh = [...now].flatMap(([what, which]) => (before === null || before.has(what) ? [] : [which]));
    const loudest = (['critical', 'warning', 'done'] as const).find((one) => fresh.includes(one));
    if (!muted && loudest !== undefined) chime(loudest);
  }, [dock, muted]);
  useEffect(() => {
    if (!grave || muted) return undefined;
    const timer = setInterval(() => chime('critical'), againMs);
    return () => clearInterval(timer);
  }, [grave, muted]);
}

/** Everything that is heard once, by a name of its own. */
function newsOf({ alarms, ports }: DockAnswer): ReadonlyMap<string, Chime> {
  const news = new Map<string, Chime>();
  for (const { alarm, severity } of alarms.gravest)
    if (severity !== 'notice') news.set(`alarm ${alarm}`, severity === 'critical' ? 'critical' : 'warning');
  for (const port of ports) {
    const verdict = verdictOf(port);
    const docking = port.docked?.docking ?? port.last?.docking ?? '';
    if (verdict === 'safe') news.set(`safe ${docking}`, 'done');
    if (verdict === 'dock_again') news.set(`again ${docking}`, 'critical');
    if (verdict === 'keep' || verdict === 'refused') news.set(`${verdict} ${docking}`, 'warning');
  }
  return news;
}
