import { pageNames } from '../../../texts/console/pages.ts';
import { stationTexts } from '../../../texts/console/station.ts';
import { useMay } from '../../data/session.ts';
import { Link } from '../../parts/link.tsx';
import { addressOf } from '../../shell/place.ts';
import { useWords } from '../../words/language.ts';

const parts = [
  'health',
  'alarms',
  'calendar',
  'backups',
  'disposals',
  'holds',
  'config',
  'changes',
  'policies',
] as const;
export type StationPart = (typeof parts)[number];

/** The parts that whoever is signed in may open. */
export function usePartsOpen(may: ReturnType<typeof useMay>): readonly StationPart[] {
  const open: Readonly<Record<StationPart, boolean>> = {
    health: may('station.see'),
    // Alarms are told to those who see all of the station alone.
    alarms: may('alarm.see') && (may('alarm.handle') || may('station.see')),
    calendar: may('session.see'),
    backups: may('station.see'),
    disposals: may('disposal.see'),
    holds: may('evidence.see'),
    config: may('config.see'),
    changes: may('config.see'),
    policies: may('session.see'),
  };
  return parts.filter((part) => open[part]);
}

/** Between the parts of the page. */
export function StationParts({ at }: { readonly at: StationPart }) {
  const say = useWords(stationTexts);
  const name = useWords(pageNames);
  const open = usePartsOpen(useMay());
  return (
    <nav className="switch" aria-label={`${name('station')} · ${say('parts')}`}>
      {open.map((part) => (
        <Link
          key={part}
          to={addressOf('station', part)}
          {...(part === at ? { 'aria-current': 'true' as const } : {})}
        >
          {say(part)}
        </Link>
      ))}
    </nav>
  );
}
