// What a terminal shows two cells wide (Unicode East Asian Width W and F, and emoji), by first and last code point.
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1faff],
  [0x20000, 0x3fffd],
];

/** How many cells a text takes on a terminal. Escape sequences are not text: measure before painting. */
export function displayWidth(text: string): number {
  let cells = 0;
  for (const character of text) cells += cellsOf(character);
  return cells;
}

function cellsOf(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (/^[\p{Mn}\p{Me}\p{Cf}]$/u.test(character)) return 0;
  return wide.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** The text in exactly so many cells: filled up with spaces, or cut with `…` at the end. */
export function inCells(text: string, cells: number, align: 'left' | 'right' = 'left'): string {
  const cut = cutEnd(text, cells);
  const rest = ' '.repeat(Math.max(0, cells - displayWidth(cut)));
  return align === 'left' ? cut + rest : rest + cut;
}

/** At most so many cells, the end cut off. */
export function cutEnd(text: string, cells: number): string {
  return displayWidth(text) <= cells ? text : cells < 1 ? '' : `${head([...text], cells - 1)}…`;
}

/** At most so many cells, the beginning cut off: of a path the end says most. */
export function cutStart(text: string, cells: number): string {
  if (displayWidth(text) <= cells) return text;
  if (cells < 1) return '';
  const kept = head([...text].reverse(), cells - 1);
  return `…${[...kept].reverse().join('')}`;
}

/** A text in lines of at most so many cells, broken at spaces where there are any; what is too much is cut off. */
export function inLines(text: string, cells: number, most: number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (displayWidth(rest) > cells && lines.length < most - 1) {
    const fitting = head([...rest], cells);
    const space = fitting.lastIndexOf(' ');
    // Chinese breaks anywhere; a space early in the line would leave most of it empty.
    const end = space > fitting.length / 2 && rest[fitting.length] !== ' ' ? space : fitting.length;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...lines, cutEnd(rest, cells)];
}

function head(characters: readonly string[], cells: number): string {
  let kept = '';
  let used = 0;
  for (const character of characters) {
    used += cellsOf(character);
    if (used > cells) break;
    kept += character;
  }
  return kept;
}
