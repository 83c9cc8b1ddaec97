import { Argument, type Command, Option } from 'commander';
import { type FixityStanding, fixityStanding, type KnownDamage } from '../station/catalogue/copies.ts';
import { disposedAmong } from '../station/catalogue/disposals.ts';
import type { FixityAnswer } from '../station/fixity/check-fixity.ts';
import { say } from '../texts/say.ts';
import { labelled } from '../texts/text.ts';
import { sizeWords, timeWords } from '../texts/units.ts';
import { type Cli, type CommandFile, type CommonOptions, group, leaf, type Runner } from './command.ts';
import { damageWords } from './copy-words.ts';
import { CliError } from './error.ts';
import { exitCodes } from './exit-codes.ts';
import { order } from './order.ts';
import { reading } from './surroundings.ts';

export const fixityCommand: CommandFile = {
  build: (cli, run) =>
    group(cli, 'fixity', say(cli.language, 'cli.fixity'), [statusCommand(cli, run), runCommand(cli, run)]),
};

function statusCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  return run(leaf(cli, 'status', say(language, 'cli.fixity.status')), (_operands, options) =>
    reading(cli, options, ({ db, file, config }) => {
      const { days, mebibytesPerSecond: rate } = config.fixity;
      const overdue = Temporal.Now.instant().subtract({ hours: days * 24 });
      const vaults = fixityStanding(db, file.vault, overdue);
      const json = { days, mebibytesPerSecond: rate, vaults };
      const plan =
        days === 0 ? say(language, 'cli.fixity.off') : say(language, 'cli.fixity.plan', { days, rate });
      const text = [plan, ...vaults.flatMap((one) => ['', ...linesOf(cli, one, days, config.station.zone)])];
      return { exit: exitCodes.done, json, text: text.join('\n') };
    }),
  );
}

function linesOf({ language }: Cli, one: FixityStanding, days: number, zone: string): readonly string[] {
  const since = one.allSince === null ? '–' : timeWords(one.allSince, zone);
  const facts = { held: one.held, size: sizeWords(one.heldBytes), since, overdue: one.overdue, days };
  const { today } = one;
  const damages = (title: 'damaged' | 'ended', all: readonly KnownDamage[]): readonly string[] =>
    all.length === 0
      ? []
      : [
          `  ${say(language, `cli.fixity.${title}`)}`,
          ...all.map((damage) => `    ${damageLine(language, damage, zone)}`),
        ];
  return [
    labelled(
      language,
      `${say(language, `cli.fixity.role.${one.role}`)} ${one.vault}`,
      say(language, 'cli.fixity.held', facts),
    ),
    ...(today === null
      ? []
      : [
          `  ${say(language, 'cli.fixity.today', {
            ...{ from: timeWords(today.from, zone), checked: today.checked },
            ...{ size: sizeWords(today.bytes), damaged: today.damaged },
          })}`,
        ]),
    ...damages('damaged', one.damaged),
    ...damages('ended', one.ended),
  ];
}

function damageLine(language: Cli['language'], damage: KnownDamage, zone: string): string {
  const { sha256, object, kind, since, ended, because, kept, evidence } = damage;
  const facts = { object, kind: damageWords(language, kind), since: timeWords(since, zone) };
  const line = say(language, 'cli.fixity.damage', { ...facts, evidence: evidence ?? sha256.slice(0, 12) });
  if (ended === null || because === null) return line;
  const end = timeWords(ended, zone);
  const how =
    because === 'repaired'
      ? say(language, 'cli.fixity.because.repaired', { ended: end, kept: kept ?? '–' })
      : say(language, 'cli.fixity.because.sound', { ended: end });
  return `${line}  ${how}`;
}

interface RunOptions extends CommonOptions {
  readonly all?: boolean;
}

function runCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'run', say(language, 'cli.fixity.run'))
    .addArgument(new Argument('[EVIDENCE...]', say(language, 'cli.fixity.operand')))
    .addOption(new Option('--all', say(language, 'cli.fixity.all')));
  return run<RunOptions>(command, async (evidence, options) => {
    if (options.all === true && evidence.length > 0)
      throw new CliError('cli.argument_spare', { command: 'docket fixity run --all' });
    const wish = evidence.length > 0 ? [...evidence] : options.all === true ? 'all' : 'due';
    // The daemon is this program: its answer has the shape that the station gives it.
    const answer = (await order(cli, options, { order: 'checkFixity', args: { wish } })) as FixityAnswer;
    const lost = answer.unreached + answer.damaged.filter(({ outcome }) => outcome === 'damaged').length;
    const disposed = await reading(cli, options, ({ db }) => disposedAmong(db, evidence));
    return {
      exit: lost === 0 ? exitCodes.done : exitCodes.someLeft,
      json: { ...answer, disposed },
      text: [
        foundText(cli, answer),
        ...disposed.map((one) => say(language, 'cli.fixity.disposed', { ...one })),
      ].join('\n'),
    };
  });
}

function foundText({ language }: Cli, answer: FixityAnswer): string {
  const { checked, bytes, sound, damaged, unreached } = answer;
  const repaired = damaged.filter(({ outcome }) => outcome === 'repaired').length;
  const facts = { checked, size: sizeWords(bytes), sound, damaged: damaged.length, repaired, unreached };
  return [
    say(language, 'cli.fixity.done', facts),
    ...damaged.map(({ evidence, sha256, vault, damage, outcome, from }) =>
      say(language, 'cli.fixity.found', {
        evidence: evidence[0] ?? sha256.slice(0, 12),
        kind: damage === null ? '–' : damageWords(language, damage.kind),
        vault,
        outcome:
          outcome === 'repaired'
            ? say(language, 'cli.fixity.outcome.repaired', { from: from ?? '–' })
            : say(language, 'cli.fixity.outcome.damaged'),
      }),
    ),
  ].join('\n');
}
