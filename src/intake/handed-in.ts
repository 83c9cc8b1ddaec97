import type { Actor, AnyDraft } from '../custody/entry.ts';
import type { HandedInWay } from '../custody/entry-kinds.ts';

/** How something came in by another way than the dock, as far as a person has to say it (ZZ-24, ZZ-27: who, when, why). */
export interface HandedIn {
  readonly way: HandedInWay;
  /** Who hands it in: an officer's number, or a name. */
  readonly by: string;
  /** The same, where the register of officers knows it. */
  readonly officer: string | null;
  /** Who else was there. */
  readonly second: string | null;
  readonly secondOfficer: string | null;
  readonly cause: string;
  /** Number of the seal under which it came. */
  readonly seal: string | null;
  /** Whose it is, where that person says so: the number of a registered recorder or other source (QZ-4). */
  readonly recorder: string | null;
  /** Who gave the order. */
  readonly actor: Actor;
}

export function handedInDraft(docking: string, handedIn: HandedIn): AnyDraft {
  const { way, by, officer, second, secondOfficer, cause, seal, recorder, actor } = handedIn;
  return {
    type: 'docking.handed_in',
    actor,
    subject: { kind: 'docking', id: docking },
    data: { way, officer, secondOfficer, recorder },
    personal: {
      ...{ by, cause },
      ...(seal === null ? {} : { seal }),
      ...(second === null ? {} : { second }),
    },
  };
}
