import { machine } from '../../custody/alarms.ts';
import { canonicalText } from '../../custody/canonical.ts';
import type { EntryDraft } from '../../custody/entry.ts';
import type { LocatedRecording } from '../../custody/entry-kinds.ts';
import type { Found } from './finder.ts';

/**
 * The entry that says where a recording was made, where it says something else than what stands. Where not everything
 * could be asked it is written only where nothing stands yet: half an answer takes no whole one back. Pure.
 */
export function locationNews(
  evidence: string,
  { located, missing }: Found,
  standing: { readonly said: string; readonly track: string | null } | null,
): EntryDraft<'recording.located'> | null {
  if (standing !== null && missing !== null) return null;
  if (standing === null && located === null) return null;
  const { data, track } = located ?? { data: nothingSaid(evidence), track: null };
  if (standing !== null && canonicalText(data) === standing.said && track === standing.track) return null;
  return {
    type: 'recording.located',
    actor: machine,
    subject: { kind: 'evidence', id: evidence },
    data,
    personal: track === null ? {} : { track },
  };
}

/** What was said before is said no more. */
function nothingSaid(evidence: string): LocatedRecording {
  return {
    ...{ evidence, source: null, start: null, end: null, fixes: 0, dropped: 0 },
    ...{ points: 0, withinMeters: 0, accuracyMeters: null, claims: [] },
  };
}
