import { resolve } from 'node:path';
import { wayWords } from '../station/catalogue/entry-words.ts';
import type { IngestReport } from '../station/ingest-report.ts';
import { reasonWords } from '../texts/reasons.ts';
import { say } from '../texts/say.ts';
import { type Cli, type CommandFile, leaf } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { handedInOf, type WayOptions, withWayOptions } from './ingest-options.ts';
import { LiveView } from './live-view.ts';
import { order } from './order.ts';

export const ingestCommand: CommandFile = {
  build(cli, run) {
    const bare = leaf(cli, 'ingest', say(cli.language, 'cli.ingest')).argument('<FOLDER>');
    return run<WayOptions>(withWayOptions(cli, bare), async ([folder = ''], options) => {
      const handedIn = handedInOf(cli, options);
      const view = new LiveView(cli);
      try {
        const args = { folder: resolve(cli.workingFolder, folder), handedIn };
        const answer = await order(cli, options, { order: 'ingest', args }, (snapshot) => {
          // Taken in by hand, a card is still where it was when its docking ends: the last word is what came of it.
          if (snapshot.phase !== 'ended') view.show(snapshot);
        });
        // The daemon and this program are the same version of the same code: its answer is the report.
        const report = answer as IngestReport;
        return { exit: exitOf(report), json: report, text: textOf(cli, report) };
      } finally {
        view.end();
      }
    });
  },
};

function exitOf({ summary, refused, stopped, recordings }: IngestReport): number {
  if (refused !== null) return exitCodes.refused;
  const sidecarLeft = recordings.some((one) => one.sidecars.some((sidecar) => sidecar.reason !== null));
  // What is secured and goes up by itself has no reason: the recorder is free and nothing is left to be done.
  const waits = recordings.some((one) => one.state === 'secured' && one.reason !== null);
  const left = summary.failed + summary.deferred > 0 || waits || stopped !== null || sidecarLeft;
  return left ? exitCodes.someLeft : exitCodes.done;
}

function refusalWords({ language }: Cli, { docking, refused, recorder, claims, way }: IngestReport): string {
  switch (refused) {
    case 'no_profile':
      return say(language, `cli.ingest.refused.${unknownCard(way)}`, { docking });
    case 'recorder_contradicted': {
      const said = claims.map(({ source, value }) => `${source} ${value}`).join(', ');
      return say(language, 'cli.ingest.refused.contradicted', { docking, claims: said });
    }
    default:
      return say(language, 'cli.ingest.refused.unregistered', { docking, recorder: recorder ?? '?' });
  }
}

/** Where any media file is taken, a folder that is refused has none. */
function unknownCard(way: IngestReport['way']): 'no_profile' | 'no_profile_reader' | 'no_media' {
  if (way === 'dock') return 'no_profile';
  return way === 'reader' ? 'no_profile_reader' : 'no_media';
}

function textOf(cli: Cli, report: IngestReport): string {
  const { docking, summary, refused, recordings, way, claims } = report;
  const recorder = report.recorder ?? '?';
  if (refused !== null) return refusalWords(cli, report);
  const byWord = claims.some(({ source }) => source === 'person');
  const lines = recordings
    .filter((one) => one.reason !== null)
    .map(
      (one) =>
        `  ${say(cli.language, `cli.state.${one.state}`)}  ${JSON.stringify(one.path)}  ${reasonWords(one.reason ?? '')}`,
    );
  return [
    say(cli.language, 'cli.ingest.done', { docking, recorder, ...summary }),
    ...(way === 'dock' ? [] : [say(cli.language, 'cli.ingest.came', { way: wayWords(cli.language, way) })]),
    ...(byWord ? [say(cli.language, 'cli.ingest.by_word', { recorder })] : []),
    ...lines,
  ].join('\n');
}
