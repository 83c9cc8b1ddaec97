import type { IngestReport, ReportedRecording } from '../../src/station/ingest-report.ts';
import type { Ran } from './run-docket.ts';

/** The report of an ingest; throws where the run gave none. */
export function reportOf(ran: Ran): IngestReport {
  const { json } = ran;
  if (typeof json !== 'object' || json === null || !('recordings' in json)) {
    throw new Error(`no report: exit ${ran.code ?? ran.signal}\n${ran.stdout}\n${ran.stderr}`);
  }
  // The shape is what the scenarios look at.
  return json as IngestReport;
}

/** One recording of a report by its path. */
export function recordingAt(ran: Ran, path: string): ReportedRecording {
  const { recordings } = reportOf(ran);
  const found = recordings.find((one) => one.path === path);
  if (found === undefined) throw new Error(`${path} is not reported: ${recordings.map((one) => one.path)}`);
  return found;
}

/** The stable code of a reason: what stands before the colon. */
export function reasonCode(recording: ReportedRecording): string | null {
  return recording.reason?.split(':')[0] ?? null;
}

/** The code of a run's error, or null where it has none. */
export function errorOf(ran: Ran): { code: string; message: string; field: string | null; next: string } {
  const { json } = ran;
  if (typeof json !== 'object' || json === null || !('error' in json)) {
    throw new Error(`no error: exit ${ran.code ?? ran.signal}\n${ran.stdout}\n${ran.stderr}`);
  }
  return json.error as ReturnType<typeof errorOf>;
}
