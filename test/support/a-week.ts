import type { DeskRecording } from '../deadlines/desk-station.ts';

/** A week of a small unit, from Monday 2 March 2026 on: three officers, four recorders, six cases. */

/** As the bureau exports them on Monday morning; days of the week are filled in by `day`. */
export const mondaysLists: Readonly<Record<string, string>> = {
  units: 'code,name,parent\nU0,样例执法局,\nU1,执法一队,U0\nU2,执法二队,U0\n',
  officers: 'number,name,unit,active\n222222,张三,U1,是\n333333,李四,U1,是\n444444,王五,U2,是\n',
  recorders:
    'number,kind,holder,state\n2222222,recorder,222222,在用\n3333333,recorder,333333,在用\n4444444,recorder,444444,维修\n5555555,recorder,,在用\n',
  parties: 'code,name\nP1,某公司\nP2,某商铺\nP3,某仓库\nP4,某工地\n',
  matters: 'code,matter,whole\nM1,现场检查,否\nM2,查封扣押,是\n',
  cases: [
    'number,title,party,handler,matter',
    ...['C1,占道经营,P1,222222,M1', 'C2,无证经营,P2,222222,M1', 'C3,违规存放,P3,333333,M2'],
    ...['C4,噪声扰民,P4,333333,M1', 'C5,无证施工,P4,444444,M1', 'C6,查封案,P3,444444,M2', ''],
  ].join('\n'),
  places: 'name,area,radius\n某广场,118.8700 28.9400,200\n某仓库,118.8800 28.9500,100\n',
  rosters: [
    'officer,from,to,returned,recorder,place,case',
    '222222,2026-03-02 08:00,2026-03-02 12:00,2026-03-02 12:20,2222222,某广场,C1',
    '222222,2026-03-02 14:00,2026-03-02 15:00,,2222222,,C1',
    '222222,2026-03-02 15:00,2026-03-02 17:00,,2222222,,C2',
    '333333,2026-03-03 09:00,2026-03-03 11:00,2026-03-03 11:30,2222222,某仓库,C3',
    '333333,2026-03-04 09:00,2026-03-04 11:00,2026-03-04 11:30,3333333,,C3',
    '444444,2026-03-05 13:00,2026-03-05 16:00,2026-03-05 16:40,5555555,,C5',
    '333333,2026-03-06 09:00,2026-03-06 11:00,2026-03-06 11:30,3333333,,C4',
    '',
  ].join('\n'),
};

/** Saturday's duty was written down on Sunday, with the case that it was for. */
export const sundaysLists: Readonly<Record<string, string>> = {
  rosters:
    'officer,from,to,returned,recorder,case\n444444,2026-03-07 20:00,2026-03-07 23:00,2026-03-07 23:30,5555555,C6\n',
};

/** One recording with what must be known of it, and nothing else. */
export interface WeekRecording {
  readonly story: string;
  readonly recording: DeskRecording;
  /** `field value source`; `?` before a value that is one of several, `!` after a source that another contradicts. */
  readonly tags: readonly string[];
  /** The session's return as the roster has it, on the unit's clock; null where nothing says it. */
  readonly returned: string | null;
}

/** A recording that began and ended then, docked at the end of that day, from a card that says for certain whose it is. */
function on(
  day: string,
  began: string,
  ended: string,
  recorder: string,
  officer: string | null,
  more: Partial<DeskRecording> = {},
): DeskRecording {
  return {
    ...{ start: `${day} ${began}`, ended: `${day} ${ended}`, recorder, officer, assigned: true },
    ...{ docked: `${day} 23:40`, secured: `${day} 23:45` },
    ...more,
  };
}

const about = {
  C1: ['party P1 register', 'handler 222222 register', 'matter M1 register', 'title 占道经营 register'],
  C3: ['party P3 register', 'handler 333333 register', 'matter M2 register', 'title 违规存放 register'],
  C5: ['party P4 register', 'handler 444444 register', 'matter M1 register', 'title 无证施工 register'],
  C6: ['party P3 register', 'handler 444444 register', 'matter M2 register', 'title 查封案 register'],
} as const;

const morning = '2026-03-02T09:00:00';

export const week: readonly WeekRecording[] = [
  {
    story: 'Monday, on duty with the own recorder',
    recording: on('2026-03-02', '09:00', '09:20', '2222222', '222222', {
      segment: { named: morning, number: 1 },
    }),
    tags: [
      ...['officer 222222 roster', 'unit U1 register', 'case C1 roster', 'location 某广场 roster'],
      ...about.C1,
    ],
    returned: '2026-03-02 12:20',
  },
  {
    story: 'its second segment, which the officer marked',
    recording: on('2026-03-02', '09:20', '09:40', '2222222', '222222', {
      segment: { named: morning, number: 2 },
      important: true,
    }),
    tags: [
      ...['officer 222222 roster', 'unit U1 register', 'case C1 roster', 'location 某广场 roster'],
      ...[...about.C1, 'importance important file_name'],
    ],
    returned: '2026-03-02 12:20',
  },
  {
    story: 'Monday afternoon, across two duties: nobody knows of which case it is, nor of which party',
    recording: on('2026-03-02', '14:50', '15:10', '2222222', '222222'),
    tags: ['officer 222222 roster', 'unit U1 register', 'case ?C1/C2 roster'],
    returned: null,
  },
  {
    story: 'Tuesday, with a borrowed recorder: its holder is another one, and that is shown',
    recording: on('2026-03-03', '09:30', '10:00', '2222222', '333333'),
    tags: [
      ...['officer 333333 roster!', 'unit U1 register', 'case C3 roster', 'location 某仓库 roster'],
      ...about.C3,
    ],
    returned: '2026-03-03 11:30',
  },
  {
    story: 'Tuesday evening, on no duty: the name says who, nothing says what for',
    recording: on('2026-03-03', '20:00', '20:05', '3333333', '333333'),
    tags: ['officer 333333 file_name', 'unit U1 register'],
    returned: null,
  },
  {
    story: 'Wednesday, the name says nobody (all zeros): the duty knows who carried the recorder',
    recording: on('2026-03-04', '09:30', '10:00', '3333333', null),
    tags: ['officer 333333 roster', 'unit U1 register', 'case C3 roster', ...about.C3],
    returned: '2026-03-04 11:30',
  },
  {
    story: 'Wednesday night, an officer whom no register knows: a number, and no unit made up for it',
    recording: on('2026-03-04', '22:00', '22:05', '5555555', '999999'),
    tags: ['officer 999999 file_name'],
    returned: null,
  },
  {
    story: 'Thursday, the spare recorder that nobody holds: its duty names the officer',
    recording: on('2026-03-05', '14:00', '14:30', '5555555', null),
    tags: ['officer 444444 roster', 'unit U2 register', 'case C5 roster', ...about.C5],
    returned: '2026-03-05 16:40',
  },
  {
    story: 'Thursday night, the spare recorder on no duty: nothing is known, and nothing is said',
    recording: on('2026-03-05', '22:30', '22:35', '5555555', null),
    tags: [],
    returned: null,
  },
  {
    story:
      'Thursday, a card that did not say for certain whose it is: neither holder nor duty of that number',
    recording: on('2026-03-05', '15:00', '15:10', '4444444', null, { assigned: false }),
    tags: [],
    returned: null,
  },
  {
    story: 'Friday, filed by a person under another case than the roster says: its party follows',
    recording: on('2026-03-06', '09:30', '10:00', '3333333', '333333'),
    tags: ['officer 333333 roster', 'unit U1 register', 'case C5 person', ...about.C5],
    returned: '2026-03-06 11:30',
  },
  {
    story: 'Saturday, whose duty is written down on Sunday only',
    recording: on('2026-03-07', '21:00', '21:30', '5555555', '444444'),
    tags: ['officer 444444 roster', 'unit U2 register', 'case C6 roster', ...about.C6],
    returned: '2026-03-07 23:30',
  },
];

/** What a person says on Friday: of which recording, by its place in the week. */
export const fridaysWord = { recording: 10, field: 'case', value: 'C5' } as const;

/** Which recordings each case file must have at the end, by their place in the week; `?` for candidates. */
export const caseFiles: Readonly<Record<string, readonly string[]>> = {
  C1: ['0', '1', '?2'],
  C2: ['?2'],
  C3: ['3', '5'],
  C4: [],
  C5: ['7', '10'],
  C6: ['11'],
};
