/** Something secured that waits to go up. */
export interface Waiting {
  /** Names its staged copy; no two have the same. */
  readonly recording: string;
  readonly kind: 'recording' | 'sidecar' | 'attachment';
  /** Of an attachment, what it is attached to. */
  readonly evidence: string;
  readonly bytes: number;
  readonly secured: Temporal.Instant;
  /** The officer marked the recording as important. */
  readonly important: boolean;
  /** When its first limit ends, as far as that is known. */
  readonly due: Temporal.Instant | null;
}

/** From then on a limit is near: as long before as verdicts say `due_soon`. */
const soon = Temporal.Duration.from({ hours: 4 });

/**
 * What goes up first: what is important or nearly due, of those what is due earliest; then the others, the oldest
 * first. What is past its limit already comes with the others: nothing is won by haste.
 */
export function inOrder(waiting: readonly Waiting[], now: Temporal.Instant): readonly Waiting[] {
  const urgent = (one: Waiting): boolean => one.important || isNear(one.due, now);
  return waiting.toSorted(
    (a, b) =>
      Number(urgent(b)) - Number(urgent(a)) ||
      (urgent(a) ? compareDue(a.due, b.due, now) : 0) ||
      Temporal.Instant.compare(a.secured, b.secured) ||
      (a.recording < b.recording ? -1 : 1),
  );
}

function isNear(due: Temporal.Instant | null, now: Temporal.Instant): boolean {
  if (due === null || isPast(due, now)) return false;
  return Temporal.Instant.compare(due, now.add(soon)) <= 0;
}

function isPast(due: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(due, now) < 0;
}

function compareDue(a: Temporal.Instant | null, b: Temporal.Instant | null, now: Temporal.Instant): number {
  const [still, other] = [a, b].map((due) => (due === null || isPast(due, now) ? null : due));
  if (!still || !other) return Number(!still) - Number(!other);
  return Temporal.Instant.compare(still, other);
}
