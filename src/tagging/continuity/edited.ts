import { whole } from '../../dock/pattern.ts';
import { type Found, foundAt, near, type Recording, type Stretch } from './stretch.ts';

/**
 * A container that says it was written by an editor, or by a library that editors use, and not by this model's encoder.
 * A library's mark that most of the recorder's recordings bear letter by letter is its firmware's.
 */
export function edited(stretch: Stretch, at: number): Found | null {
  const recording = stretch[at];
  if (recording === undefined || recording.kind === 'still' || recording.tags === null) return null;
  const { mark } = recording;
  const isOwn = (said: string): boolean => recording.marks?.some((one) => whole(one).test(said)) === true;
  if (mark !== null && !isOwn(mark.said)) {
    const others = near(stretch, at).filter(({ kind, tags }) => kind !== 'still' && tags !== null);
    const alike = others.filter((one) => one.mark?.said === mark.said).length;
    if (mark.is === 'library' && alike > 0 && alike * 2 >= others.length) return null;
    const facts = { program: mark.program, others: others.length, alike };
    const wording = mark.is === 'library' ? 'edited_library' : 'edited_program';
    return foundAt('edited', recording, wording, facts, { said: mark.said });
  }
  return mark === null ? foreign(recording, isOwn) : null;
}

/** A profile may say what the model's encoder writes: then any other program's name stands out. */
function foreign(recording: Recording, isOwn: (said: string) => boolean): Found | null {
  const { tags, marks } = recording;
  if (marks === null || tags === null) return null;
  const { encoder, software } = tags.file;
  const names = [encoder, software, ...tags.streams.map((one) => one['encoder'])];
  const said = names.filter((one) => one !== undefined);
  const handlers = tags.streams.flatMap((one) => one['handler_name'] ?? []);
  if (said.length === 0 || [...said, ...handlers].some(isOwn)) return null;
  return foundAt('edited', recording, 'edited_foreign', {}, { said: said.join(', ') });
}
