import t from 'tap';
import { calendarInForce } from '../../src/deadlines/calendar-in-force.ts';
import { caseLimits } from '../../src/deadlines/case-limits.ts';
import { loadPolicies, policyNamed } from '../../src/deadlines/load-policies.ts';
import { Measures } from '../../src/deadlines/measures.ts';
import type { RowValues } from '../../src/tagging/registers/register.ts';
import { at } from './desk-station.ts';

const zone = 'Asia/Shanghai';
const policies = await loadPolicies(null);
const { calendar } = calendarInForce(null, { restDays: [], workDays: [], years: [] });

function measures(...adopted: readonly (readonly [policy: string, from: string])[]): Measures {
  const versions = adopted.map(([id, from]) => ({
    digest: id,
    adopted: at(from),
    content: {
      policy: policyNamed(policies, id),
      openDays: 'calendar' as const,
      dockingIsReturn: false,
      endOfDay: null,
    },
  }));
  return new Measures(versions, calendar, { designated: true, document: '' });
}

/** `clause deed due verdict` of each limit, the end of a day as its date. */
function told(values: RowValues, by: Measures, now: string): readonly string[] {
  return caseLimits(values, by, zone, at(now)).map(({ deed, judgement: { clause, due, verdict } }) => {
    const last = due?.subtract({ milliseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate();
    return `${clause} ${deed} ${last} ${verdict}`;
  });
}

const quzhou = measures(['quzhou-2022', '2026-01-01 00:00']);

t.test(
  'a file is archived within 30 working days of closing, counted over the holidays (QZ-21-2)',
  async (t) => {
    // Closed on Tuesday 1 September 2026. 30 working days: 20 of September without the 25th and with the make-up day
    // Sunday the 20th, then from 8 October on, with Saturday the 10th: the 30th is Tuesday 20 October.
    const closed = { closed: '2026-09-01' };
    t.strictSame(told(closed, quzhou, '2026-10-19 23:59'), ['QZ-21-2 archived 2026-10-19 due_soon']);
    t.strictSame(told(closed, quzhou, '2026-10-20 00:01'), ['QZ-21-2 archived 2026-10-19 overdue']);
    const [limit] = caseLimits(closed, quzhou, zone, at('2026-09-02 10:00'));
    t.equal(limit?.judgement.countedDays.length, 30);
    t.equal(limit?.judgement.countedDays[0]?.toString(), '2026-09-02', 'from the day after');
    t.equal(
      limit?.warnFrom?.toString(),
      at('2026-10-13 00:00').toString(),
      'nearly due: the last five of them',
    );
    t.strictSame(
      told({ ...closed, archived: '2026-10-19' }, quzhou, '2027-01-01 00:00'),
      ['QZ-21-2 archived 2026-10-19 on_time'],
      'archived on the last day is in time, whatever the hour',
    );
    t.strictSame(told({ ...closed, archived: '2026-10-20' }, quzhou, '2027-01-01 00:00'), [
      'QZ-21-2 archived 2026-10-19 overdue',
    ]);
    t.strictSame(
      told({ closed: at('2026-09-01 23:30').toString() }, quzhou, '2026-10-01 00:00'),
      ['QZ-21-2 archived 2026-10-19 pending'],
      'the hour of the closing plays no part',
    );
  },
);

t.test(
  'a decision is to be published; of which kind it is nobody has said, so each rule is told',
  async (t) => {
    t.strictSame(told({ decided: '2026-06-01' }, quzhou, '2026-06-12 09:00'), [
      'QZ-16 published 2026-06-30 pending',
      'QZ-16 published 2026-06-10 overdue',
    ]);
    t.strictSame(told({ decided: '2026-06-01', published: '2026-06-10' }, quzhou, '2026-06-12 09:00'), [
      'QZ-16 published 2026-06-30 on_time',
      'QZ-16 published 2026-06-10 on_time',
    ]);
  },
);

t.test('each regulation counts from its own moment of the case', async (t) => {
  const all = {
    ...{ inspected: '2026-06-01', actEnded: '2026-06-02', decided: '2026-06-03' },
    ...{ executed: '2026-06-04', closed: '2026-06-05' },
  };
  for (const [policy, limits] of [
    ['zhengzhou-2021', ['ZZ-25 archived 2026-07-01 pending']],
    // 30 days of the calendar end on Saturday 4 July: the next working day.
    ['zaozhuang-2019', ['ZB-PUB published 2026-06-12 pending', 'ZB-3 archived 2026-07-06 pending']],
    [
      'benxi-2020',
      [
        'BX-PUB inspectionPublished 2026-06-08 pending',
        'BX-PUB published 2026-07-02 pending',
        'BX-PUB published 2026-06-12 pending',
      ],
    ],
    ['haiyan-2017', []],
  ] as const)
    t.strictSame(told(all, measures([policy, '2026-01-01 00:00']), '2026-06-06 09:00'), limits, policy);
  const inspected = { inspected: '2026-06-01', published: '2026-06-02' };
  t.match(
    told(inspected, measures(['benxi-2020', '2026-01-01 00:00']), '2026-06-06 09:00'),
    ['BX-PUB inspectionPublished 2026-06-08 pending'],
    'the decision published is not the inspection published',
  );
});

t.test('the version in force when a clock started judges; what has not started is not counted', async (t) => {
  const both = measures(['zhengzhou-2021', '2026-01-01 00:00'], ['quzhou-2022', '2026-06-01 00:00']);
  t.strictSame(told({ actEnded: '2026-05-20', closed: '2026-06-05' }, both, '2026-06-06 09:00'), [
    'ZZ-25 archived 2026-06-17 pending',
    'QZ-21-2 archived 2026-07-20 pending',
  ]);
  t.strictSame(told({ actEnded: '2026-06-02', closed: '2026-05-30' }, both, '2026-06-06 09:00'), []);
  t.strictSame(told({}, quzhou, '2026-06-06 09:00'), []);
});

t.test('a year that is not announced yet makes a limit provisional', async (t) => {
  const [limit] = caseLimits({ closed: '2026-12-20' }, quzhou, zone, at('2026-12-21 09:00'));
  t.match(limit?.judgement, { provisional: true, verdict: 'pending' });
});
