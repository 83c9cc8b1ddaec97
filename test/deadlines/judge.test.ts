import fc from 'fast-check';
import t from 'tap';
import { announcedDays } from '../../src/deadlines/announced.ts';
import { noDays, type SpecialDays, workCalendar } from '../../src/deadlines/calendar.ts';
import { type Counting, type Limit, termFrom } from '../../src/deadlines/counting.ts';
import type { Facts } from '../../src/deadlines/facts.ts';
import { applies, judge, type Verdict } from '../../src/deadlines/judge.ts';
import { loadPolicies } from '../../src/deadlines/load-policies.ts';
import { clocks, type PolicyRule } from '../../src/deadlines/policy.ts';
import { asUnitReads } from '../../src/deadlines/unit-reading.ts';
import { handCounts } from './hand-counts.ts';
import { handVerdicts } from './hand-verdicts.ts';

const zone = 'Asia/Shanghai';
const counting: Counting = { calendar: workCalendar(announcedDays(), noDays), zone, endOfDay: null };
const policies = await loadPolicies(null);

/** `2026-03-02 18:00` on the unit's clock. */
function at(local: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local.replace(' ', 'T')).toZonedDateTime(zone).toInstant();
}

function local(instant: Temporal.Instant | null): string {
  if (instant === null) return '-';
  const time = instant.toZonedDateTimeISO(zone).toPlainDateTime();
  return time.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

const rowsOf = (table: string): readonly string[] => table.trim().split('\n');

function limitOf(text: string): Limit {
  const count = Number.parseInt(text, 10);
  if (text.endsWith('w')) return { workingDays: count };
  return text.endsWith('d') ? { calendarDays: count } : { hours: count };
}

t.test('every limit ends on the day that a person counts to', async (t) => {
  const rows = rowsOf(handCounts);
  for (const row of rows) {
    const [limit = '', event = '', last = '', words = ''] = row.split(' | ');
    const { due, provisional, days } = termFrom(at(event), limitOf(limit), counting);
    t.equal(local(due), `${Temporal.PlainDate.from(last).add({ days: 1 })} 00:00`, `${row}: ${words}`);
    t.equal(days.at(-1)?.toString(), last);
    t.equal(provisional, false);
  }
  t.ok(
    rows.length + rowsOf(handVerdicts).length >= 120,
    `${rows.length + rowsOf(handVerdicts).length} cases`,
  );
});

function factsOf(text: string): { facts: Facts; now: Temporal.Instant } {
  const read = (name: string): Temporal.Instant | undefined => {
    const found = new RegExp(`(?:^| )${name}=(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d)`).exec(text)?.[1];
    return found === undefined ? undefined : at(found);
  };
  const [ended, returned, docked] = ['e', 'r', 'd'].map(read);
  const clocks = {
    ...(ended === undefined ? {} : { ended }),
    ...(returned === undefined ? {} : { returned }),
    ...(docked === undefined ? {} : { docked }),
  };
  const [reasonAccepted, dockingIsReturn] = [/ ok$/.test(text), / rule$/.test(text)];
  const facts: Facts = {
    clocks,
    stored: read('s') ?? null,
    reasonAccepted,
    dockingIsReturn,
    doubtful: false,
  };
  return { facts, now: read('n') ?? at('2030-01-01 00:00') };
}

t.test('every verdict is the one that a person reaches', async (t) => {
  for (const row of rowsOf(handVerdicts)) {
    const [id, text = '', verdict, due, why] = row.split(' | ');
    const { facts, now } = factsOf(text);
    const rules = policies.find((one) => one.id === id)?.rules.filter((rule) => applies(rule, facts)) ?? [];
    const [rule] = rules;
    t.equal(rules.length, 1, 'rules of a case appear only with their clock');
    if (rule === undefined) continue;
    const judged = judge(rule, facts, now, counting);
    t.equal(judged.verdict, verdict, `${row}: ${why}`);
    t.equal(local(judged.due), due, row);
  }
});

const rank: Readonly<Record<Verdict, number>> = {
  ...{ pending: 0, due_soon: 0, on_time: 1, undetermined: 2, excused: 3, late: 3, overdue: 4 },
};
const minute = fc.integer({ min: 0, max: 3 * 365 * 24 * 60 });
const base = at('2024-01-01 00:00');
const after = (minutes: number): Temporal.Instant => base.add({ minutes });
const anyRule = fc.constantFrom(...policies.flatMap(({ rules }) => rules));
const anyClocks = fc.dictionary(fc.constantFrom(...clocks), minute).map((all) => {
  return Object.fromEntries(Object.entries(all).map(([name, minutes]) => [name, after(minutes)]));
});

t.test('a later storage never gives a better verdict', async () => {
  const property = fc.property(
    ...([anyRule, anyClocks, minute, minute, fc.boolean(), fc.boolean()] as const),
    (rule, clocks, one, other, reasonAccepted, dockingIsReturn) => {
      const verdict = (minutes: number): Verdict => {
        const facts = { clocks, stored: after(minutes), reasonAccepted, dockingIsReturn, doubtful: false };
        return judge(rule, facts, after(0), counting).verdict;
      };
      return rank[verdict(Math.min(one, other))] <= rank[verdict(Math.max(one, other))];
    },
  );
  fc.assert(property, { numRuns: 2_000 });
});

t.test('an added rest day never brings a limit forward', async () => {
  const limits = fc.constantFrom<Limit>(
    ...[{ hours: 24 }, { workingDays: 3 }, { workingDays: 20 }, { calendarDays: 2 }, { calendarDays: 30 }],
  );
  const property = fc.property(minute, limits, fc.integer({ min: 0, max: 40 }), (minutes, limit, ahead) => {
    const start = after(minutes);
    const rest = start.toZonedDateTimeISO(zone).toPlainDate().add({ days: ahead }).toString();
    const own: SpecialDays = { ...noDays, rest: new Set([rest]) };
    const closed = { ...counting, calendar: workCalendar(announcedDays(), own) };
    return (
      Temporal.Instant.compare(termFrom(start, limit, closed).due, termFrom(start, limit, counting).due) >= 0
    );
  });
  fc.assert(property, { numRuns: 2_000 });
});

t.test('what is not announced is provisional, and the unit’s own notice settles it', async (t) => {
  const [rule] = policies.find(({ id }) => id === 'zaozhuang-2019')?.rules ?? [];
  if (rule === undefined) throw new RangeError('ZB-3 is there');
  const facts = factsOf('e=2026-12-31 16:00 s=2027-01-04 10:00').facts;
  const open = judge(rule, facts, after(0), counting);
  // Friday is New Year's Day by law, weekend, Mon 4, Tue 5.
  t.match(
    { due: local(open.due), provisional: open.provisional },
    { due: '2027-01-06 00:00', provisional: true },
  );
  t.ok(open.assumptions.includes('year_not_announced'));
  const notice: SpecialDays = {
    rest: new Set(['2027-01-01']),
    work: new Set(['2027-01-03']),
    years: new Set([2027]),
  };
  const settled = judge(rule, facts, after(0), {
    ...counting,
    calendar: workCalendar(announcedDays(), notice),
  });
  t.match(
    { due: local(settled.due), provisional: settled.provisional },
    { due: '2027-01-05 00:00', provisional: false },
  );
});

t.test('a unit’s own reading: working days, business hours, its own days', async (t) => {
  const [rule] = policies.find(({ id }) => id === 'haiyan-2017')?.rules ?? [];
  if (rule === undefined) throw new RangeError('HY-11 is there');
  const due = (one: PolicyRule, more: Partial<Counting> = {}): string =>
    local(judge(one, factsOf('e=2026-03-06 16:00').facts, after(0), { ...counting, ...more }).due);
  t.equal(due(asUnitReads(rule, 'working')), '2026-03-11 00:00');
  t.equal(
    due(asUnitReads(rule, 'calendar'), { endOfDay: Temporal.PlainTime.from('17:30') }),
    '2026-03-09 17:30',
  );
  const local9 = { ...noDays, rest: new Set(['2026-03-09']) };
  t.equal(due(rule, { calendar: workCalendar(announcedDays(), local9) }), '2026-03-11 00:00');
});

t.test('clocks that contradict each other leave the verdict in doubt', async (t) => {
  const [rule] = policies.find(({ id }) => id === 'quzhou-2022')?.rules ?? [];
  if (rule === undefined) throw new RangeError('QZ-21-1 is there');
  const judged = (text: string) => judge(rule, factsOf(text).facts, after(0), counting);
  t.match(judged('e=2026-03-03 16:00 r=2026-03-02 18:00 d=2026-03-02 19:00 s=2026-03-04 10:00'), {
    doubtful: true,
    assumptions: ['ended_after_docking'],
  });
  t.match(judged('e=2026-03-02 16:00 r=2026-03-02 20:00 d=2026-03-02 19:00 s=2026-03-02 21:00'), {
    doubtful: true,
    assumptions: ['returned_after_docking'],
  });
});
