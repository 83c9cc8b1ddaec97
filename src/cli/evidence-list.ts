import { type Command, Option } from 'commander';
import { retentionClasses } from '../custody/entry-kinds.ts';
import { dockingNamed } from '../station/catalogue/dockings.ts';
import { isReason } from '../station/catalogue/entry-words.ts';
import {
  type EvidenceFilter,
  evidenceList,
  evidenceStates,
  type ListedEvidence,
} from '../station/catalogue/evidence-list.ts';
import { type IgnoredOnCard, ignoredBy } from '../station/catalogue/ignored.ts';
import { type LeftRecording, leftBehind } from '../station/catalogue/left.ts';
import { reasonWords, sayReason } from '../texts/reasons.ts';
import { say } from '../texts/say.ts';
import { sizeWords } from '../texts/units.ts';
import { type Cli, type CommonOptions, leaf, type Runner } from './command.ts';
import { CliError } from './error.ts';
import { exitCodes } from './exit-codes.ts';
import { reading } from './surroundings.ts';
import { table } from './table.ts';
import { countOf, instantOf, OptionReader, oneOf } from './values.ts';

interface ListOptions extends CommonOptions {
  readonly docking?: string;
  readonly recorder?: string;
  readonly officer?: string;
  readonly case?: string;
  readonly state?: string;
  readonly class?: string;
  readonly unassigned?: boolean;
  readonly withoutCase?: boolean;
  readonly singleCopy?: boolean;
  readonly since?: string;
  readonly until?: string;
  readonly after?: string;
  readonly newest?: boolean;
  readonly limit?: string;
}

const usualLimit = 50;
const mostLimit = 10_000;

export function evidenceListCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'list', say(language, 'cli.evidence.list'))
    .addOption(new Option('--docking <ID>', say(language, 'cli.evidence.docking')))
    .addOption(new Option('--recorder <R>', say(language, 'cli.evidence.recorder')))
    .addOption(new Option('--officer <N>', say(language, 'cli.evidence.officer')))
    .addOption(new Option('--case <NUMBER>', say(language, 'cli.evidence.case')))
    .addOption(new Option('--state <STATE>', say(language, 'cli.evidence.state')))
    .addOption(new Option('--class <CLASS>', say(language, 'cli.evidence.class')))
    .addOption(new Option('--unassigned', say(language, 'cli.evidence.unassigned')))
    .addOption(new Option('--without-case', say(language, 'cli.evidence.without_case')))
    .addOption(new Option('--single-copy', say(language, 'cli.evidence.single_copy')))
    .addOption(new Option('--since <T>', say(language, 'cli.evidence.since')))
    .addOption(new Option('--until <T>', say(language, 'cli.evidence.until')))
    .addOption(new Option('--limit <N>', say(language, 'cli.option.limit', { limit: usualLimit })))
    .addOption(new Option('--after <ID>', say(language, 'cli.evidence.after')))
    .addOption(new Option('--newest', say(language, 'cli.option.newest')));
  return run<ListOptions>(command, async (_operands, options) => {
    const filter = filterOf(cli, options);
    return await reading(cli, options, ({ db }) => {
      const { docking } = filter;
      if (docking !== null && dockingNamed(db, docking) === null)
        throw new CliError('cli.docking_unknown', { docking }, { field: 'docking' });
      const { evidence, next } = evidenceList(db, filter);
      const left = docking === null ? null : leftBehind(db, docking).map((one) => withReason(cli, one));
      const ignored = docking === null ? null : ignoredBy(db, docking);
      const json = { evidence, next, ...(left === null ? {} : { left, ignored }) };
      return { exit: exitCodes.done, json, text: textOf(cli, evidence, next, { left, ignored }) };
    });
  });
}

function filterOf({ language }: Cli, options: ListOptions): EvidenceFilter {
  const read = new OptionReader(language, 'evidence list');
  return {
    docking: options.docking ?? null,
    recorder: options.recorder ?? null,
    officer: options.officer ?? null,
    case: options.case ?? null,
    state: read.optional('--state', options.state, (given) => oneOf(given, evidenceStates)),
    class: read.optional('--class', options.class, (given) => oneOf(given, retentionClasses)),
    unassigned: options.unassigned === true,
    withoutCase: options.withoutCase === true,
    singleCopy: options.singleCopy === true,
    since: read.optional('--since', options.since, instantOf),
    until: read.optional('--until', options.until, instantOf),
    after: options.after ?? null,
    newestFirst: options.newest === true,
    limit: read.optional('--limit', options.limit, (given) => countOf(given, 1, mostLimit)) ?? usualLimit,
  };
}

/** As in the report of `ingest`: `code: words`. */
function withReason({ language }: Cli, left: LeftRecording): LeftRecording {
  const { reason, offset, errno } = left;
  return isReason(reason) ? { ...left, reason: sayReason(language, reason, offset, errno) } : left;
}

/** A page of items as lines. */
export function evidencePageText(cli: Cli, evidence: readonly ListedEvidence[], next: string | null): string {
  const { language } = cli;
  const listed = evidence.length === 0 ? say(language, 'cli.evidence.none') : evidenceTable(cli, evidence);
  return next === null ? listed : `${listed}\n${say(language, 'cli.more', { next })}`;
}

function textOf(
  cli: Cli,
  evidence: readonly ListedEvidence[],
  next: string | null,
  { left, ignored }: { left: readonly LeftRecording[] | null; ignored: readonly IgnoredOnCard[] | null },
): string {
  const { language } = cli;
  const parts = [evidencePageText(cli, evidence, next)];
  if (left !== null) {
    const heading = left.length === 0 ? 'cli.evidence.none_left' : 'cli.evidence.left';
    parts.push('', say(language, heading), ...(left.length === 0 ? [] : [leftTable(cli, left)]));
  }
  if (ignored !== null && ignored.length > 0)
    parts.push(
      '',
      say(language, 'cli.evidence.ignored', { count: ignored.length }),
      ignoredTable(cli, ignored),
    );
  return parts.join('\n');
}

function ignoredTable({ language }: Cli, ignored: readonly IgnoredOnCard[]): string {
  const title = (name: 'size' | 'path' | 'reason') => ({ title: say(language, `cli.evidence.col.${name}`) });
  return table(
    [{ ...title('size'), align: 'right' }, title('path'), title('reason')],
    ignored.map(({ bytes, path, reason }) => [
      sizeWords(bytes),
      path,
      isReason(reason) ? reasonWords(sayReason(language, reason, null, null)) : reason,
    ]),
  );
}

function evidenceTable({ language }: Cli, evidence: readonly ListedEvidence[]): string {
  const title = (name: 'id' | 'state' | 'recorder' | 'officer' | 'start' | 'size' | 'sha256' | 'path') => ({
    title: say(language, `cli.evidence.col.${name}`),
  });
  return table(
    [
      title('id'),
      title('state'),
      title('recorder'),
      title('officer'),
      title('start'),
      { ...title('size'), align: 'right' },
      title('sha256'),
      title('path'),
    ],
    evidence.map((one) => [
      one.evidenceId,
      say(language, `cli.state.${one.state}`),
      one.assigned ? one.recorder : `${one.recorder} (${say(language, 'cli.evidence.not_assigned')})`,
      one.named.officer ?? '–',
      one.named.start?.replace('T', ' ') ?? '–',
      sizeWords(one.bytes),
      one.sha256.slice(0, 12),
      one.path,
    ]),
  );
}

function leftTable({ language }: Cli, left: readonly LeftRecording[]): string {
  const title = (name: 'state' | 'size' | 'path' | 'reason') => ({
    title: say(language, `cli.evidence.col.${name}`),
  });
  return table(
    [title('state'), { ...title('size'), align: 'right' }, title('path'), title('reason')],
    left.map(({ state, bytes, path, reason, evidenceId: evidence }) => [
      say(language, `cli.state.${state}`),
      sizeWords(bytes),
      path,
      evidence === null
        ? reasonWords(reason)
        : `${reasonWords(reason)} (${say(language, 'cli.evidence.taken_since', { evidence })})`,
    ]),
  );
}
