/** An instant that crossed a thread as text. */
export function momentOf(text: string | null): Temporal.Instant | null {
  return text === null ? null : Temporal.Instant.from(text);
}
