import { createHash } from 'node:crypto';
import Type, { type Static } from 'typebox';
import { canonicalText } from '../custody/canonical.ts';
import type { Db } from '../custody/database.ts';
import type { Actor, AnyDraft } from '../custody/entry.ts';
import { shapeBroken } from '../shape.ts';
import { policyShape } from './policy.ts';

/** A regulation as a station judges by it: with everything that the unit has laid down. */
const adoptedShape = Type.Object({
  policy: policyShape,
  openDays: Type.Enum(['calendar', 'working']),
  dockingIsReturn: Type.Boolean(),
  /** `HH:MM`, or null for 24:00. */
  endOfDay: Type.Union([Type.String(), Type.Null()]),
});
export type AdoptedContent = Static<typeof adoptedShape>;

export interface PolicyVersion {
  readonly digest: string;
  readonly adopted: Temporal.Instant;
  readonly content: AdoptedContent;
}

/** The entry that adopts a regulation, or null where the station judges by just this one already. */
export function adoption(db: Db, content: AdoptedContent, actor: Actor): AnyDraft | null {
  const text = canonicalText(content);
  const digest = createHash('sha256').update(text).digest('hex');
  if (policyVersions(db).at(-1)?.digest === digest) return null;
  return {
    type: 'policy.adopted',
    actor,
    subject: { kind: 'policy', id: content.policy.id },
    data: { policy: content.policy.id, digest, content: text },
    personal: {},
  };
}

/** All versions, oldest first. One that this program cannot read judges nothing: the newest readable one before it does. */
export function policyVersions(db: Db): readonly PolicyVersion[] {
  const rows = db
    .prepare<[], { digest: string; adopted: string; content: string }>(
      'SELECT digest, adopted, content FROM view_policy ORDER BY seq',
    )
    .all();
  return rows.flatMap(({ digest, adopted, content }) => {
    const read = shapeBroken(adoptedShape, JSON.parse(content));
    return read.fits ? [{ digest, adopted: Temporal.Instant.from(adopted), content: read.value }] : [];
  });
}

/**
 * The version in force when a clock started: later ones do not reach back. The first one covers all that was before the
 * station judged at all.
 */
export function versionAt(versions: readonly PolicyVersion[], at: Temporal.Instant): PolicyVersion | null {
  const inForce = versions.filter(({ adopted }) => Temporal.Instant.compare(adopted, at) <= 0);
  return inForce.at(-1) ?? versions[0] ?? null;
}
