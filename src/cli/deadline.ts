import { type Command, Option } from 'commander';
import type { Config } from '../config.ts';
import { announcedDays } from '../deadlines/announced.ts';
import { workCalendar } from '../deadlines/calendar.ts';
import type { Counting } from '../deadlines/counting.ts';
import { DeadlineError } from '../deadlines/error.ts';
import type { Facts } from '../deadlines/facts.ts';
import { applies, type Judgement, judge } from '../deadlines/judge.ts';
import { loadPolicies, policyNamed } from '../deadlines/load-policies.ts';
import { ownDays } from '../deadlines/own-days.ts';
import type { ClockName, PolicyRule } from '../deadlines/policy.ts';
import { asUnitReads } from '../deadlines/unit-reading.ts';
import { assumptionTexts } from '../texts/assumptions.ts';
import { verdictTexts } from '../texts/chips.ts';
import { say } from '../texts/say.ts';
import { fill } from '../texts/text.ts';
import { timeWords } from '../texts/units.ts';
import { type Cli, type CommandFile, type CommonOptions, leaf } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { configFor } from './surroundings.ts';
import { instantOf, OptionReader, oneOf } from './values.ts';

const moments = {
  ended: 'ended',
  returned: 'returned',
  docked: 'docked',
  caseClosed: 'case_closed',
  actEnded: 'act_ended',
  executionEnded: 'execution_ended',
  decided: 'decided',
  inspected: 'inspected',
} as const satisfies Readonly<Record<string, ClockName>>;

type Moment = keyof typeof moments;
const momentNames = Object.keys(moments) as readonly Moment[];

interface DeadlineOptions extends CommonOptions, Partial<Record<Moment, string>> {
  readonly policy?: string;
  readonly stored?: string;
  readonly now?: string;
  readonly reason?: string;
}

/** Computes without any database. */
export const deadlineCommand: CommandFile = {
  build(cli, run): Command {
    const { language } = cli;
    const command = leaf(cli, 'deadline', say(language, 'cli.deadline'))
      .addOption(new Option('--policy <ID>', say(language, 'cli.deadline.policy')))
      .addOption(new Option('--stored <T>', say(language, 'cli.deadline.stored')))
      .addOption(new Option('--now <T>', say(language, 'cli.deadline.now')))
      .addOption(new Option('--reason <STATE>', say(language, 'cli.deadline.reason')));
    for (const name of momentNames)
      command.addOption(new Option(`${flagOf(name)} <T>`, say(language, `cli.deadline.${name}`)));
    return run<DeadlineOptions>(command, async (_operands, options) => await deadline(cli, options));
  },
};

function flagOf(name: Moment | 'stored'): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

async function deadline(cli: Cli, options: DeadlineOptions) {
  const { language } = cli;
  const { deadlines } = configFor(cli, options);
  const read = new OptionReader(language, 'deadline');
  const clocks = Object.fromEntries(
    momentNames.flatMap((name) => {
      const at = read.optional(flagOf(name), options[name], instantOf);
      return at === null ? [] : [[moments[name], at]];
    }),
  ) as Facts['clocks'];
  const stored = read.optional('--stored', options.stored, instantOf);
  requireOrder(stored, clocks);
  const now = read.optional('--now', options.now, instantOf) ?? Temporal.Now.instant();
  const reason = read.optional('--reason', options.reason, (given) =>
    oneOf(given, ['none', 'submitted', 'accepted', 'rejected']),
  );
  const policies = await loadPolicies(deadlines.policyFolder);
  const policy = policyNamed(policies, options.policy ?? deadlines.policy);
  const facts: Facts = {
    ...{ clocks, stored, doubtful: false },
    reasonAccepted: reason === 'accepted',
    dockingIsReturn: deadlines.dockingIsReturn,
  };
  const counting = countingFor(deadlines, policy.zone);
  const rules = policy.rules
    .filter((rule) => applies(rule, facts))
    .map((rule) => asUnitReads(rule, deadlines.openDays))
    .map((rule) => ({ rule, judged: judge(rule, facts, now, counting) }));
  return {
    exit: exitCodes.done,
    json: { policy: policy.id, rules: rules.map(({ rule, judged }) => ruleJson(rule, judged, policy.zone)) },
    text: [
      `${policy.name[language]} · ${policy.source}`,
      ...rules.map(({ rule, judged }) => ruleText(cli, rule, judged, policy.zone)),
    ].join('\n\n'),
  };
}

/** Stored before it was docked, or before it had ended: one of both is wrong, and no verdict may come of it. */
function requireOrder(stored: Temporal.Instant | null, clocks: Facts['clocks']): void {
  if (stored === null) return;
  for (const [option, earlier] of [
    ['--docked', clocks.docked],
    ['--ended', clocks.ended],
  ] as const) {
    if (earlier === undefined || Temporal.Instant.compare(stored, earlier) >= 0) continue;
    const params = { option, stored: stored.toString(), found: earlier.toString() };
    throw new DeadlineError('deadlines.stored_too_early', params, { field: 'stored' });
  }
}

/** How this unit counts: the announced calendar with the unit's own days, and when its day ends. */
function countingFor({ calendar, endOfDay }: Config['deadlines'], zone: string): Counting {
  return {
    calendar: workCalendar(announcedDays(), ownDays(calendar)),
    zone,
    endOfDay: endOfDay === null ? null : Temporal.PlainTime.from(endOfDay),
  };
}

function ruleJson(rule: PolicyRule, judged: Judgement, zone: string) {
  const at = (instant: Temporal.Instant | null): string | null =>
    instant === null ? null : instant.toString({ timeZone: zone });
  const days = (some: readonly Temporal.PlainDate[]): readonly string[] => some.map((day) => day.toString());
  const { extension } = judged;
  return {
    clause: judged.clause,
    what: rule.what,
    clock: judged.clock,
    start: at(judged.start),
    due: at(judged.due),
    extension:
      extension === null
        ? null
        : {
            clause: extension.clause,
            due: at(extension.due),
            needs: rule.extension?.needs ?? null,
            countedDays: days(extension.countedDays),
          },
    verdict: judged.verdict,
    doubtful: judged.doubtful,
    provisional: judged.provisional,
    assumptions: judged.assumptions,
    countedDays: days(judged.countedDays),
  };
}

function ruleText({ language }: Cli, rule: PolicyRule, judged: Judgement, zone: string): string {
  const at = (instant: Temporal.Instant | null): string =>
    instant === null ? say(language, 'cli.deadline.unknown') : timeWords(instant.toString(), zone);
  const counted = (some: readonly Temporal.PlainDate[]): string =>
    some.length === 0 ? '' : `  (${some.map((day) => day.toString()).join(', ')})`;
  const { extension } = judged;
  const marks = [
    ...(judged.doubtful ? [say(language, 'cli.deadline.doubtful')] : []),
    ...(judged.provisional ? [say(language, 'cli.deadline.provisional')] : []),
  ];
  const verdict = [fill(verdictTexts[judged.verdict], language, {}), ...marks].join(', ');
  return [
    `${judged.clause}  ${rule.what[language]}`,
    `  ${say(language, 'cli.deadline.verdict')}  ${verdict}`,
    `  ${say(language, 'cli.deadline.start')}  ${at(judged.start)}`,
    `  ${say(language, 'cli.deadline.due')}  ${at(judged.due)}${counted(judged.countedDays)}`,
    ...(extension === null
      ? []
      : [
          `  ${say(language, 'cli.deadline.extension', { needs: rule.extension?.needs[language] ?? '' })}  ${at(extension.due)}${counted(extension.countedDays)}`,
        ]),
    ...judged.assumptions.map((one) => `  – ${fill(assumptionTexts[one], language, {})}`),
  ].join('\n');
}
