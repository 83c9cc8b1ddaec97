import '../../look/desk.css';
import './station.css';
import type { ComponentType } from 'react';
import { pageNames } from '../../../texts/console/pages.ts';
import { shellTexts } from '../../../texts/console/shell.ts';
import { useMay } from '../../data/session.ts';
import type { PageProps } from '../../page-row.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { useWords } from '../../words/language.ts';
import { AlarmBoard } from './alarm-board.tsx';
import { BackupList } from './backup-list.tsx';
import { CalendarYear } from './calendar-year.tsx';
import { ConfigChanges } from './config-changes.tsx';
import { ConfigView } from './config-view.tsx';
import { DisposalList } from './disposal-list.tsx';
import { Health } from './health.tsx';
import { HoldList } from './hold-list.tsx';
import { PolicyView } from './policy-view.tsx';
import { type StationPart, usePartsOpen } from './station-parts.tsx';

const shown: Readonly<Record<StationPart, ComponentType>> = {
  health: Health,
  alarms: AlarmBoard,
  calendar: CalendarYear,
  backups: BackupList,
  disposals: DisposalList,
  holds: HoldList,
  config: ConfigView,
  changes: ConfigChanges,
  policies: PolicyView,
};

/** How the station stands, and what is done to it; each part has an address of its own. */
export default function StationPage({ thing }: PageProps) {
  const shell = useWords(shellTexts);
  const name = useWords(pageNames);
  const open = usePartsOpen(useMay());
  const part = thing === null ? open[0] : open.find((one) => one === thing);
  if (part === undefined) return <PageHead title={name('station')} help={shell('no_page')} />;
  const Shown = shown[part];
  return <Shown />;
}
