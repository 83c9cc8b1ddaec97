import {
  BellFilled,
  CheckCircleOutlined,
  EyeOutlined,
  InfoCircleOutlined,
  ToolOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { deskTexts } from '../../../texts/console/desk.ts';
import { pageNames } from '../../../texts/console/pages.ts';
import { alarmBoardTexts } from '../../../texts/console/station-lists.ts';
import { printable } from '../../../texts/text.ts';
import type { FiltersOf, RowOf } from '../../data/answers.ts';
import { useDeed } from '../../data/answers.ts';
import { askStation } from '../../data/ask-station.ts';
import { useNames } from '../../data/names.ts';
import { useMay } from '../../data/session.ts';
import { AccountText } from '../../parts/account-text.tsx';
import { AskReason } from '../../parts/ask-reason.tsx';
import type { Side } from '../../parts/both-sides.tsx';
import { useDialogs } from '../../parts/dialog-host.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { StateChip, type Tone } from '../../parts/state-chip.tsx';
import { TimeText } from '../../parts/time-text.tsx';
import { WhyDisabled } from '../../parts/why-disabled.tsx';
import { useWords } from '../../words/language.ts';
import { StationParts } from './station-parts.tsx';

type Alarm = RowOf<'alarmList'>;
const severities = ['notice', 'warning', 'critical'] as const;
const states = ['raised', 'acknowledged', 'handled', 'closed'] as const;

/** Alarms, and what is done about each. */
export function AlarmBoard() {
  const say = useWords(alarmBoardTexts);
  const name = useWords(pageNames);
  return (
    <ListPage
      list="alarmList"
      title={name('station')}
      help={say('help')}
      above={<StationParts at="alarms" />}
      filters={[
        {
          kind: 'choice',
          name: 'state',
          title: say('state'),
          options: states.map((value) => ({ value, label: say(`state_${value}`) })),
        },
        {
          kind: 'choice',
          name: 'severity',
          title: say('severity'),
          options: severities.map((value) => ({ value, label: say(value) })),
        },
      ]}
      asked={filtersIn}
      columns={[
        { name: 'severity', title: say('severity'), cell: ({ severity }) => <SeverityChip of={severity} /> },
        { name: 'what', title: say('what'), cell: (alarm) => <AlarmWords alarm={alarm} /> },
        { name: 'state', title: say('state'), cell: ({ state }) => <AlarmState of={state} /> },
        { name: 'raised', title: say('raised'), cell: ({ raised }) => <TimeText at={raised} /> },
        { name: 'acts', title: say('acts'), cell: (alarm) => <AlarmActs alarm={alarm} /> },
      ]}
      keyOf={({ alarm }) => alarm}
      empty={{ says: say('empty'), next: say('empty_next') }}
      sort="id"
    />
  );
}

function filtersIn(search: URLSearchParams): FiltersOf<'alarmList'> {
  const state = states.find((one) => one === search.get('state'));
  const severity = severities.find((one) => one === search.get('severity'));
  return {
    sort: search.get('sort') === 'id' ? 'id' : '-id',
    ...(state === undefined ? {} : { state }),
    ...(severity === undefined ? {} : { severity }),
  };
}

const looks = {
  notice: { tone: 'info', icon: <InfoCircleOutlined /> },
  warning: { tone: 'warn', icon: <WarningFilled /> },
  critical: { tone: 'bad', icon: <BellFilled /> },
} as const satisfies Readonly<Record<Alarm['severity'], { tone: Tone; icon: React.ReactNode }>>;

function SeverityChip({ of }: { readonly of: Alarm['severity'] }) {
  const say = useWords(alarmBoardTexts);
  return <StateChip {...looks[of]}>{say(of)}</StateChip>;
}

const stateLooks = {
  raised: { tone: 'bad', icon: <BellFilled /> },
  acknowledged: { tone: 'warn', icon: <EyeOutlined /> },
  handled: { tone: 'info', icon: <ToolOutlined /> },
  closed: { tone: 'quiet', icon: <CheckCircleOutlined /> },
} as const satisfies Readonly<Record<Alarm['state'], { tone: Tone; icon: React.ReactNode }>>;

function AlarmState({ of }: { readonly of: Alarm['state'] }) {
  const say = useWords(alarmBoardTexts);
  return <StateChip {...stateLooks[of]}>{say(`state_${of}`)}</StateChip>;
}

/** What happened, and below it what became of it. */
function AlarmWords({ alarm }: { readonly alarm: Alarm }) {
  const say = useWords(alarmBoardTexts);
  const gone = alarm.because === 'cause_gone';
  return (
    <div className="alarm-words">
      {printable(alarm.words)} <span className="mono quiet nowrap">{alarm.alarm}</span>
      <Trail
        did={say('acknowledged_by')}
        at={alarm.acknowledged}
        who={alarm.acknowledger}
        note={alarm.note}
      />
      <Trail did={say('handled_by')} at={alarm.handled} who={alarm.handler} note={alarm.deed} />
      <Trail
        did={say('closed_by')}
        at={alarm.closed}
        who={gone ? null : alarm.closer}
        note={gone ? say('cause_gone') : alarm.closing}
      />
    </div>
  );
}

interface TrailProps {
  readonly did: string;
  readonly at: string | null;
  readonly who: string | null;
  readonly note: string | null;
}

function Trail({ did, at, who, note }: TrailProps) {
  const people = useNames();
  if (at === null) return null;
  return (
    <div className="alarm-trail">
      {did} · <TimeText at={at} />
      {who === null ? null : (
        <>
          {' · '}
          <AccountText account={who} people={people} />
        </>
      )}
      {note === null ? null : ` · ${printable(note)}`}
    </div>
  );
}

type AlarmDeed = 'acknowledge' | 'handle' | 'close';

function AlarmActs({ alarm }: { readonly alarm: Alarm }) {
  const say = useWords(alarmBoardTexts);
  const open = useDialogs();
  const may = useMay()('alarm.handle');
  if (alarm.state === 'closed') return null;
  const why = may ? null : say('may_not');
  const deeds: readonly AlarmDeed[] =
    alarm.state === 'raised' ? ['acknowledge', 'handle', 'close'] : ['handle', 'close'];
  return (
    <div className="row-acts">
      {deeds.map((deed) => (
        <WhyDisabled
          key={deed}
          why={why}
          size="small"
          {...(deed === 'acknowledge' ? { type: 'primary' as const } : {})}
          onClick={() => open((close) => <AskAlarm {...{ alarm, deed, close }} />)}
        >
          {say(deed)}
        </WhyDisabled>
      ))}
    </div>
  );
}

interface AskAlarmProps {
  readonly alarm: Alarm;
  readonly deed: AlarmDeed;
  readonly close: () => void;
}

function AskAlarm({ alarm: { alarm, state }, deed, close }: AskAlarmProps) {
  const say = useWords(alarmBoardTexts);
  const desk = useWords(deskTexts);
  const stale = ['alarmList', 'alarm', 'stationStatus'] as const;
  const acknowledge = useDeed('alarmAcknowledge', stale);
  const handle = useDeed('alarmHandle', stale);
  const end = useDeed('alarmClose', stale);
  const params = { alarm };
  const handled = state === 'handled';
  const closing = handled ? 'close_handled' : 'close_unhandled';
  const carry = (note: string | null): Promise<unknown> => {
    switch (deed) {
      case 'acknowledge':
        return acknowledge.mutateAsync({ params, body: { note } });
      case 'handle':
        return handle.mutateAsync({ params, body: { text: note ?? '' } });
      case 'close':
        return end.mutateAsync({ params, body: { note } });
    }
  };
  const ask = async (): Promise<readonly Side[]> => {
    const now = await askStation('alarm', { params });
    const words = [now.closing, now.deed, now.note].find((one) => one !== null) ?? '–';
    return [
      { title: say('state'), value: <AlarmState of={now.state} /> },
      { title: desk('reason'), value: printable(words) },
    ];
  };
  return (
    <AskReason
      asks={say(`${deed}_asks`, params)}
      says={say(deed === 'close' ? closing : `${deed}_says`)}
      deed={say(deed)}
      needed={deed === 'handle' || (deed === 'close' && !handled)}
      stands={{ ask, mine: [{ title: say('state'), value: say(deed) }] }}
      onConfirm={carry}
      onClose={close}
    />
  );
}
