/** What is drawn of a long list: rows from `first` up to before `end`, and the room of the others in pixels. */
export interface Part {
  readonly first: number;
  readonly end: number;
  readonly above: number;
  readonly below: number;
}

/** Rows drawn beyond what is in sight, so that scrolling does not show nothing. */
const spare = 20;

/**
 * The part changes every `spare` rows and not with every pixel. Pure.
 * @param top how far the list is scrolled, in pixels
 * @param sight the height of a row and of what is in sight, in pixels
 */
export function partInSight(
  rows: number,
  top: number,
  sight: { readonly row: number; readonly height: number },
): Part {
  const at = Math.floor(top / sight.row / spare) * spare;
  const first = Math.max(0, Math.min(at, rows) - spare);
  const end = Math.min(rows, at + Math.ceil(sight.height / sight.row) + 2 * spare);
  return { first, end, above: first * sight.row, below: (rows - end) * sight.row };
}
