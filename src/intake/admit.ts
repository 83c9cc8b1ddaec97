import { machine } from '../custody/alarms.ts';
import { canonicalText } from '../custody/canonical.ts';
import type { AnyDraft } from '../custody/entry.ts';
import type { DockedCard } from '../dock/card.ts';
import type { IdentifiedCard } from '../dock/identify.ts';
import type { HandedIn } from './handed-in.ts';
import type { IntakeRoom } from './room.ts';

/** Why a card is not taken in. */
export type Refusal = 'no_profile' | 'unregistered' | 'recorder_contradicted';

/**
 * Whether the card may come in. What matches no profile is refused; what matches but is not registered comes in as
 * unassigned, or is refused where the configuration says so. Either way with an alarm and an entry. What somebody hands in
 * under a number that the card contradicts is refused, and what has no number at all is theirs to answer for.
 */
export async function admit(
  room: IntakeRoom,
  docking: string,
  card: DockedCard,
  known: IdentifiedCard,
  handedIn: HandedIn | null,
): Promise<{ refused: Refusal | null; assigned: boolean }> {
  const { port, root } = card;
  const { recorder, conflict, claims } = known.identity;
  const subject = { kind: 'docking', id: docking } as const;
  if (known.profile === null) {
    await room.ledger.append([refusal(subject, 'no_profile')]);
    await room.alarms.raise('card_refused', 'warning', root, { port, root });
    return { refused: 'no_profile', assigned: false };
  }
  const registered = room.catalogue.registered(recorder);
  const assigned = known.identity.assigned && registered;
  const data = { profile: known.profile.id, recorder, assigned, claims };
  const identified: AnyDraft = { type: 'docking.identified', actor: machine, subject, data, personal: {} };
  if (conflict && handedIn !== null && handedIn.recorder !== null) {
    await room.ledger.append([identified, refusal(subject, 'recorder_contradicted')]);
    return { refused: 'recorder_contradicted', assigned: false };
  }
  await room.ledger.append([identified, ...marked(room, docking, known)]);
  if (conflict) {
    const said = claims.map(({ source, value }) => `${source} ${value}`).join(', ');
    await room.alarms.raise('identity_conflict', 'warning', `${root}:${said}`, { port, claims: said });
  }
  const { device } = card;
  if (device?.slowLink === true)
    await room.alarms.raise('link_slow', 'notice', `${device.path} ${recorder}`, {
      ...{ recorder, port },
      megabits: device.megabitsPerSecond ?? 0,
    });
  const numberless = !conflict && !known.identity.assigned;
  if (registered || (handedIn !== null && numberless)) return { refused: null, assigned };
  if (room.settings.unregistered === 'refuse') {
    await room.ledger.append([refusal(subject, 'unregistered')]);
    await room.alarms.raise('recorder_refused', 'warning', recorder, { recorder, port });
    return { refused: 'unregistered', assigned };
  }
  await room.alarms.raise('recorder_unregistered', 'notice', recorder, { recorder, port });
  return { refused: null, assigned };
}

/** What the marker file says, where it says anything else than at the last look of this docking. */
function marked({ catalogue }: IntakeRoom, docking: string, known: IdentifiedCard): readonly AnyDraft[] {
  const { officers, units, officerNames, unitNames } = known.marks;
  const found = { officers, units, officerNames, unitNames, certain: !known.identity.conflict };
  const nothing = [officers, units, officerNames, unitNames].every((some) => some.length === 0);
  const standing = catalogue.marks(docking);
  if (standing === null ? nothing : canonicalText(standing) === canonicalText(found)) return [];
  return [
    {
      type: 'docking.marked',
      actor: machine,
      subject: { kind: 'docking', id: docking },
      data: { officers, units, certain: found.certain },
      personal: {
        ...(officerNames.length === 0 ? {} : { officerNames: canonicalText(officerNames) }),
        ...(unitNames.length === 0 ? {} : { unitNames: canonicalText(unitNames) }),
      },
    },
  ];
}

function refusal(subject: { kind: 'docking'; id: string }, reason: Refusal): AnyDraft {
  return { type: 'docking.refused', actor: machine, subject, data: { reason }, personal: {} };
}
