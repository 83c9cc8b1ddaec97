import type { Command } from 'commander';
import { dockingNamed, type PastDocking } from '../station/catalogue/dockings.ts';
import { erasingsOf, type KeptFile, type KnownErasing } from '../station/catalogue/erasings.ts';
import { type SeenAgain, seenAgainIn } from '../station/catalogue/ignored.ts';
import { broughtBy, type LeftRecording, leftBehind } from '../station/catalogue/left.ts';
import { StationError } from '../station/error.ts';
import { endingTexts } from '../texts/entries.ts';
import { reasonWordsOf } from '../texts/reasons.ts';
import { say } from '../texts/say.ts';
import { fill } from '../texts/text.ts';
import { sizeWords, timeWords } from '../texts/units.ts';
import { type Cli, leaf, type Runner } from './command.ts';
import { type LiveState, liveState } from './daemon.ts';
import { pastTable } from './docking-list.ts';
import { phaseWords, verdictOf } from './docking-verdict.ts';
import { exitCodes } from './exit-codes.ts';
import { reading } from './surroundings.ts';
import { table } from './table.ts';

/** One docking, under way or past: what came of it, what was erased, what stays on the recorder and why. */
export function dockingShowCommand(cli: Cli, run: Runner): Command {
  const { language } = cli;
  const command = leaf(cli, 'show', say(language, 'cli.docking.show')).argument(
    '<DOCKING>',
    say(language, 'cli.docking.operand'),
  );
  return run(command, async ([id = ''], options) =>
    reading(cli, options, async ({ db, config, places }) => {
      const docking = dockingNamed(db, id);
      if (docking === null)
        throw new StationError('station.docking_unknown', { docking: id }, { field: 'DOCKING' });
      const live = await liveState(cli, places.socket);
      const now = live?.dockings.find((one) => one.docking === id) ?? null;
      const brought = broughtBy(db, id);
      const left = leftBehind(db, id).filter(
        ({ evidenceId }) => evidenceId === null || !brought.has(evidenceId),
      );
      const [erasings, seenAgain] = [erasingsOf(db, id), seenAgainIn(db, id)];
      const shown = { docking, now, left, erasings, seenAgain };
      const json = { ...docking, live: now, left, erasings, seenAgain };
      return { exit: exitCodes.done, json, text: textOf(cli, shown, config.station.zone) };
    }),
  );
}

interface Shown {
  readonly docking: PastDocking;
  readonly now: LiveState['dockings'][number] | null;
  /** What a later docking has brought in since is among them. */
  readonly left: readonly LeftRecording[];
  readonly seenAgain: readonly SeenAgain[];
  readonly erasings: readonly KnownErasing[];
}

function textOf(cli: Cli, { docking, now, left, erasings, seenAgain }: Shown, zone: string): string {
  const { language } = cli;
  const verdict =
    now === null ? [] : [`${phaseWords(now, language)}  ${say(language, `live.${verdictOf(now).text}`)}`];
  const kept = erasings.flatMap((one) => one.kept);
  return [
    pastTable(cli, [docking], zone),
    ...verdict,
    ...(left.length === 0 ? [] : ['', say(language, 'cli.docking.show_left'), leftTable(cli, left)]),
    ...(seenAgain.length === 0
      ? []
      : ['', say(language, 'cli.docking.show_again'), againTable(cli, seenAgain)]),
    ...(erasings.length === 0 ? [] : ['', say(language, 'cli.docking.show_erasings')]),
    ...erasings.map((one) => `  ${erasingLine(cli, one, zone)}`),
    ...(kept.length === 0 ? [] : ['', say(language, 'cli.docking.show_kept'), keptTable(cli, kept)]),
  ].join('\n');
}

function erasingLine({ language }: Cli, one: KnownErasing, zone: string): string {
  const { begun, because, source, confirmer, gone, goneSince, kept } = one;
  const stays = kept.filter(({ state }) => state === 'kept').length;
  const there = kept.filter(({ state }) => state === 'still_there').length;
  const unknown = kept.length - stays + goneSince;
  const why = because === null ? '–' : fill(endingTexts[because], language, {});
  const counts = say(language, 'cli.docking.erased', { gone, kept: stays, unknown, why });
  const since =
    goneSince + there === 0 ? '' : say(language, 'cli.docking.erased_since', { gone: goneSince, there });
  return [timeWords(begun, zone), fill(endingTexts[source], language, {}), confirmer ?? '', counts, since]
    .filter(Boolean)
    .join('  ');
}

function leftTable(cli: Cli, left: readonly LeftRecording[]): string {
  const { language } = cli;
  const rows = left.map(({ bytes, path, reason, errno, evidenceId }) => {
    const why = reasonWordsOf(language, reason, errno);
    const since =
      evidenceId === null ? '' : `  ${say(language, 'cli.docking.since', { evidence: evidenceId })}`;
    return [sizeWords(bytes), path, `${why}${since}`];
  });
  return table(columns(cli), rows);
}

function againTable(cli: Cli, again: readonly SeenAgain[]): string {
  const why = say(cli.language, 'cli.docking.disposed');
  return table(
    columns(cli),
    again.map(({ evidenceId, path, bytes }) => [sizeWords(bytes), path, `${why}  ${evidenceId}`]),
  );
}

function keptTable(cli: Cli, kept: readonly KeptFile[]): string {
  const { language } = cli;
  const why = ({ state, reason }: KeptFile): string => {
    if (state === 'going') return say(language, 'cli.docking.show_unknown');
    return state === 'kept'
      ? reasonWordsOf(language, reason ?? '–', null)
      : fill(endingTexts.still_there, language, {});
  };
  return table(
    columns(cli),
    kept.map((one) => [sizeWords(one.bytes), one.path ?? '–', why(one)]),
  );
}

function columns({ language }: Cli) {
  const title = (name: 'size' | 'path' | 'reason') => ({ title: say(language, `cli.evidence.col.${name}`) });
  return [{ ...title('size'), align: 'right' } as const, title('path'), title('reason')];
}
