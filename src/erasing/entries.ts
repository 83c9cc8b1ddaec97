import { machine } from '../custody/alarms.ts';
import { canonicalText } from '../custody/canonical.ts';
import { cardPath } from '../custody/card-path.ts';
import type { Actor, AnyDraft } from '../custody/entry.ts';
import type { ErasingEnd, GoingFile } from '../custody/entry-kinds.ts';
import type { Kept } from './card-files.ts';
import { type ErasingList, type ListedFile, listedText } from './list.ts';
import type { ErasingOrder } from './room.ts';

/** So many files are named in one entry. */
const filesAtOnce = 500;

/** The list as it is shown, in as many entries as it needs. */
export function proposal(docking: string, list: ErasingList, actor: Actor): readonly AnyDraft[] {
  const { recorder } = list;
  const all = list.groups.flat().map(listedText);
  const parts = Math.max(1, Math.ceil(all.length / filesAtOnce));
  return Array.from({ length: parts }, (_, place) => ({
    type: 'erasing.proposed',
    actor,
    subject: { kind: 'docking', id: docking },
    data: {
      ...{ docking, recorder, list: list.digest, count: list.files, bytes: list.bytes },
      ...{ part: place + 1, parts },
    },
    personal: { files: canonicalText(all.slice(place * filesAtOnce, (place + 1) * filesAtOnce)) },
  }));
}

export function confirmation(docking: string, recorder: string, list: string, actor: Actor): AnyDraft {
  const data = { docking, recorder, list };
  return { type: 'erasing.confirmed', actor, subject: { kind: 'docking', id: docking }, data, personal: {} };
}

export function begun({ erasing, docking, recorder, list, source }: ErasingOrder): AnyDraft {
  const { digest, files, bytes } = list;
  return {
    type: 'erasing.begun',
    actor: machine,
    subject: { kind: 'docking', id: docking },
    data: { erasing, docking, recorder, list: digest, files, bytes, source },
    personal: {},
  };
}

/** A file of the list with its place in it. */
export interface Placed {
  readonly file: ListedFile;
  readonly place: number;
}

export function going(order: ErasingOrder, one: Placed): AnyDraft {
  return {
    type: 'erasing.going',
    actor: machine,
    subject: { kind: 'evidence', id: one.file.evidence },
    data: goingFile(order, one),
    personal: cardPath(one.file.path),
  };
}

export function gone({ erasing }: ErasingOrder, { file: { evidence }, place }: Placed): AnyDraft {
  return {
    type: 'erasing.gone',
    actor: machine,
    subject: { kind: 'evidence', id: evidence },
    data: { erasing, file: place, evidence },
    personal: {},
  };
}

export function kept(order: ErasingOrder, one: Placed, { reason, errno }: Kept): AnyDraft {
  return {
    type: 'erasing.kept',
    actor: machine,
    subject: { kind: 'evidence', id: one.file.evidence },
    data: { ...goingFile(order, one), reason, errno },
    personal: cardPath(one.file.path),
  };
}

export function finished(
  { erasing, docking }: Pick<ErasingOrder, 'erasing' | 'docking'>,
  because: ErasingEnd,
  counts: { readonly gone: number; readonly kept: number; readonly unknown: number },
): AnyDraft {
  return {
    type: 'erasing.finished',
    actor: machine,
    subject: { kind: 'docking', id: docking },
    data: {
      ...{ erasing, docking, because },
      ...{ gone: counts.gone, kept: counts.kept, unknown: counts.unknown },
    },
    personal: {},
  };
}

function goingFile({ erasing, docking, recorder }: ErasingOrder, { file, place }: Placed): GoingFile {
  const { evidence, sidecar, bytes, modified, sha256 } = file;
  return { erasing, docking, recorder, file: place, evidence, sidecar, bytes, modified, sha256 };
}
