import type { DockingReport } from '../intake/docking-report.ts';
import { left, type RecordingOutcome } from '../intake/outcome.ts';
import { summarise } from '../intake/summary.ts';
import type { Station } from '../station.ts';

/**
 * Without a daemon nothing goes up after the command has ended: it sends up what it can, and tells how far each
 * recording has come. Beside a daemon the report says what is true when the recorder is free.
 */
export async function withUploads(station: Station, report: DockingReport): Promise<DockingReport> {
  const { uploads } = station;
  if (uploads === null || uploads.started) return report;
  await uploads.drain();
  const outcomes = report.outcomes.map((one) => asItStands(station, report.recorder, one));
  return { ...report, outcomes, summary: summarise(outcomes) };
}

function asItStands({ room }: Station, recorder: string | null, one: RecordingOutcome): RecordingOutcome {
  if (one.state !== 'secured' || one.sha256 === null || recorder === null) return one;
  const stored = room.catalogue.byDigest(recorder, one.sha256)?.stored === true;
  if (!stored) return { ...one, left: left('not_uploaded') };
  return { ...one, state: 'stored', objectPath: room.vault.locate(one.sha256).location };
}
