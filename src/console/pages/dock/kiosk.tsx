import { FontSizeOutlined, MutedOutlined, SoundFilled, UserOutlined, WarningFilled } from '@ant-design/icons';
import { type CSSProperties, useCallback, useEffect, useState } from 'react';
import { dockAlarmTexts, dockTexts } from '../../../texts/console/dock.ts';
import { signedInWith } from '../../data/ask-station.ts';
import { useLink } from '../../data/link-state.ts';
import type { SignedIn } from '../../data/session.ts';
import { useType } from '../../shell/type-size.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { momentWords } from '../../words/moments.ts';
import { greeting } from '../../words/station.ts';
import { clockWords } from './clock-words.ts';
import { PinWindow } from './pin-window.tsx';
import { PortCard } from './port-card.tsx';
import { columnsFor, firstOf, verdictOf } from './port-state.ts';
import { Sheet } from './sheet.tsx';
import { type DockAnswer, type DockPort, useDock } from './use-dock.ts';
import { type Sound, useSound } from './use-sound.ts';

/** Who stands before the dock: nobody, somebody about to sign in, somebody signed in. */
type Standing =
  | { readonly is: 'nobody' }
  | { readonly is: 'signing_in'; readonly officer: string; readonly ended: boolean }
  | { readonly is: 'signed_in'; readonly who: SignedIn };

export function Kiosk() {
  const say = useWords(dockTexts);
  const { data, isError } = useDock();
  const { gone } = useLink();
  const sound = useSound(data);
  const [standing, setStanding] = useState<Standing>({ is: 'nobody' });
  const leave = useCallback(() => setStanding({ is: 'nobody' }), []);
  const expire = useCallback(() => setStanding({ is: 'signing_in', officer: '', ended: true }), []);
  useEffect(() => {
    document.title = `${say('title')} · ${greeting.station}`;
  });
  const away = gone || isError;
  const open = (port: DockPort | null): void =>
    setStanding({ is: 'signing_in', officer: port?.docked?.officer ?? '', ended: false });
  return (
    <>
      <div
        className={data !== undefined && isCrowded(data) ? 'kiosk crowded' : 'kiosk'}
        inert={standing.is !== 'nobody'}
      >
        <Head dock={data} sound={sound} onMine={() => open(null)} />
        <main className="kiosk-page">
          <Banner dock={data} gone={away} />
          <div className="kiosk-main" aria-busy={data === undefined && !away}>
            {data === undefined ? null : <Ports dock={data} gone={away} onOpen={open} />}
          </div>
        </main>
        <footer className="kiosk-help">{say('help')}</footer>
      </div>
      {standing.is === 'signing_in' ? (
        <PinWindow
          officer={standing.officer}
          ended={standing.ended}
          onClose={leave}
          onEnter={(who) => {
            signedInWith(who.csrf);
            setStanding({ is: 'signed_in', who });
          }}
        />
      ) : null}
      {standing.is === 'signed_in' ? <Sheet who={standing.who} onLeave={leave} onExpired={expire} /> : null}
    </>
  );
}

interface HeadProps {
  readonly dock: DockAnswer | undefined;
  readonly sound: Sound;
  readonly onMine: () => void;
}

function Head({ dock, sound, onMine }: HeadProps) {
  const say = useWords(dockTexts);
  const { language, change } = useLanguage();
  const { large, setLarge } = useType();
  const docked = dock?.ports.filter((port) => port.docked !== null) ?? [];
  const safe = docked.filter((port) => verdictOf(port) === 'safe').length;
  const { muted, ready, turn } = sound;
  const silent = muted ? 'sound_off' : ready ? 'sound_on' : 'sound_wait';
  return (
    <header className="kiosk-head">
      <h1>{greeting.station === '' ? say('title') : greeting.station}</h1>
      <span className="kiosk-summary">{say('summary', { docked: docked.length, safe })}</span>
      <button type="button" onClick={onMine}>
        <UserOutlined aria-hidden="true" /> {say('mine')}
      </button>
      <button type="button" aria-pressed={muted} onClick={turn}>
        <span aria-hidden="true">{muted ? <MutedOutlined /> : <SoundFilled />}</span> {say(silent)}
      </button>
      <button type="button" aria-pressed={large} onClick={() => setLarge(!large)}>
        <FontSizeOutlined aria-hidden="true" /> {say('large')}
      </button>
      <button
        type="button"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => change(language === 'zh' ? 'en' : 'zh')}
      >
        {language === 'zh' ? 'English' : '中文'}
      </button>
      <Clock />
    </header>
  );
}

function Clock() {
  const { language } = useLanguage();
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time className="kiosk-clock" dateTime={now}>
      <span className="date">{momentWords(now, greeting.zone, language, 'day')} </span>
      {clockWords(now, language)}
    </time>
  );
}

/** What everybody must know at once: that the station is gone, and what is wrong. */
function Banner({ dock, gone }: { readonly dock: DockAnswer | undefined; readonly gone: boolean }) {
  const say = useWords(dockTexts);
  const alarm = useWords(dockAlarmTexts);
  const [gravest, ...more] = dock?.alarms.gravest.filter(({ severity }) => severity !== 'notice') ?? [];
  const code = (gravest?.code ?? '') in dockAlarmTexts ? gravest?.code : 'other';
  return (
    <div role="alert">
      {gone ? (
        <p className="kiosk-banner critical">
          <WarningFilled aria-hidden="true" /> {say('gone')}
        </p>
      ) : gravest === undefined ? null : (
        <p className={`kiosk-banner ${gravest.severity}`}>
          <WarningFilled aria-hidden="true" />
          <b>
            {say('alarm')}
            {gravest.port === null ? '' : ` · ${say('alarm_at', { port: gravest.port })}`}
          </b>
          <span>{alarm(code as keyof typeof dockAlarmTexts)}</span>
          {more.length === 0 ? null : (
            <span className="more">{say('alarm_more', { count: more.length })}</span>
          )}
        </p>
      )}
    </div>
  );
}

interface PortsProps {
  readonly dock: DockAnswer;
  readonly gone: boolean;
  readonly onOpen: (port: DockPort) => void;
}

const rowsOf = (ports: number, across: number): number => Math.max(1, Math.ceil(ports / across));

function densityOf(places: number): 'many' | 'some' | 'few' {
  return places > 20 ? 'many' : places > 8 ? 'some' : 'few';
}

function isCrowded({ ports, columns }: DockAnswer): boolean {
  const across = columnsFor(ports.length, columns);
  return densityOf(across * rowsOf(ports.length, across)) === 'many';
}

function Ports({ dock: { ports, columns }, gone, onOpen }: PortsProps) {
  const first = firstOf(ports);
  const across = columnsFor(ports.length, columns);
  const rows = rowsOf(ports.length, across);
  const density = densityOf(across * rows);
  const empty = ports.every(({ docked, last }) => docked === null && last?.early !== true);
  return (
    <>
      {empty && !gone ? <Nothing large={ports.length === 0} /> : null}
      <ul
        className={`ports ${density}`}
        style={{ '--across': across, '--down': rows } as CSSProperties}
        hidden={ports.length === 0}
      >
        {ports.map((port, at) => (
          <li key={`${port.port} ${port.docked?.docking ?? at}`}>
            <PortCard of={port} first={port === first} gone={gone} onOpen={() => onOpen(port)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Nothing({ large }: { readonly large: boolean }) {
  const say = useWords(dockTexts);
  return (
    <section className={large ? 'nothing large' : 'nothing'}>
      <h2>{say('empty')}</h2>
      <p>{say('empty_next')}</p>
      <ol>
        <li>{say('empty_step_1')}</li>
        <li>{say('empty_step_2')}</li>
        <li>{say('empty_step_3')}</li>
      </ol>
    </section>
  );
}
