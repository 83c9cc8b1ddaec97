/** Rows that Page Up and Page Down pass. */
const pageRows = 10;

/** Where a key leads from a row; null: it leads nowhere. Pure. @param at null: no row has the focus */
export function rowAfter(key: string, at: number | null, count: number): number | null {
  if (count === 0) return null;
  const within = (to: number): number => Math.max(0, Math.min(count - 1, to));
  switch (key) {
    case 'ArrowDown':
      return at === null ? 0 : within(at + 1);
    case 'ArrowUp':
      return at === null ? null : within(at - 1);
    case 'PageDown':
      return at === null ? null : within(at + pageRows);
    case 'PageUp':
      return at === null ? null : within(at - pageRows);
    case 'Home':
      return at === null ? null : 0;
    case 'End':
      return at === null ? null : count - 1;
    default:
      return null;
  }
}
