import { unreachable } from '../../errors.ts';
import {
  type Cell,
  dateCellText,
  isErrorValue,
  isExact,
  isFault,
  plainName,
  plainValue,
  type SerialEpoch,
  serialText,
} from './cell.ts';
import type { Field, FieldKind } from './register.ts';

export type ReadField =
  | { readonly value: string }
  | { readonly empty: true }
  | { readonly problem: FieldProblem; readonly found: string; readonly allowed: string };

/** `date_cell`: the spreadsheet made a date of what is none; `digits_lost`: a number that cannot be what was typed. */
export type FieldProblem =
  | 'wrong'
  | 'error_value'
  | 'not_computed'
  | 'merged'
  | 'hidden_row'
  | 'hidden_column'
  | 'date_cell'
  | 'digits_lost';

const yes = ['是', '有', 'yes', 'y', 'true', '1'];
const no = ['否', '无', 'no', 'n', 'false', '0'];
/** Control characters, zero-width marks and turns of direction: two names that look alike would be two. */
const unseen = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;
const code = /^[\p{L}\p{N}][\p{L}\p{N}._/()（）〔〕-]{0,63}$/u;
const decimal = /^\d{1,15}(?:\.\d{1,17})?$/;
/** No spreadsheet's cell holds more; what does is not read any farther. */
const mostText = 32_767;
const mostShown = 80;

/**
 * A cell as its field's canonical text. `zone` is for times that are written without one, `epoch` for days that a workbook
 * counts. Text is kept as it stands but for space around it; a formula's text (`=cmd`) is text. Nothing is guessed: what
 * does not fit says what would.
 */
export function readField({ kind }: Field, cell: Cell, zone: string, epoch: SerialEpoch = 1900): ReadField {
  const text = textOf(kind, cell, epoch);
  if (text === '' && !isFault(cell)) return { empty: true };
  const problem = misfit(kind, cell, text);
  const value = problem === null ? canonicalValue(kind, text, zone) : null;
  if (value !== null) return { value };
  return { problem: problem ?? 'wrong', found: text.slice(0, mostShown), allowed: allowedIn(kind) };
}

function textOf(kind: FieldKind, cell: Cell, epoch: SerialEpoch): string {
  if (cell === null) return '';
  if (isFault(cell)) return cell.found;
  if (cell instanceof Date) return dateCellText(cell);
  if (typeof cell === 'number' && isDated(kind)) return serialText(cell, epoch) ?? String(cell);
  const text = String(cell);
  if (text.length > mostText) return text.slice(0, mostText + 1);
  const composed = text.normalize('NFC').trim();
  if (kind.is === 'text' && kind.names !== true) return composed;
  return isName(kind) ? plainName(composed) : plainValue(composed);
}

function isDated({ is }: FieldKind): boolean {
  return is === 'date' || is === 'instant' || is === 'moment';
}

/** What rows are called by: their own keys, and what refers to them. */
function isName(kind: FieldKind): boolean {
  return kind.is === 'code' || kind.is === 'refers' || (kind.is === 'text' && kind.names === true);
}

/** What no reading of the text can put right. */
function misfit(kind: FieldKind, cell: Cell, text: string): FieldProblem | null {
  if (isFault(cell)) return cell.fault;
  if (isErrorValue(text)) return 'error_value';
  if (text.length > mostText) return 'wrong';
  if (cell instanceof Date) return isDated(kind) ? null : 'date_cell';
  // `TRUE` was typed as a word, and would come back as another one.
  if (typeof cell === 'boolean') return kind.is === 'yes_no' ? null : 'wrong';
  if (typeof cell !== 'number' || isDated(kind) || kind.is === 'number') return null;
  return isExact(cell) || (kind.is === 'text' && !isName(kind) && Math.abs(cell) < 1e15)
    ? null
    : 'digits_lost';
}

function canonicalValue(kind: FieldKind, text: string, zone: string): string | null {
  switch (kind.is) {
    case 'text':
      return text.length <= kind.most && !unseen.test(text) ? text : null;
    case 'code':
    case 'refers':
      return kind.is === 'refers' || code.test(text) ? short(text) : null;
    case 'yes_no':
      return yesNo(text);
    case 'one_of':
      return chosen(kind.values, text);
    case 'date':
      return dateText(text);
    case 'instant':
      return instantText(text, zone);
    case 'moment':
      return dateText(text) ?? instantText(text, zone);
    case 'number': {
      const number = decimal.test(text) ? Number(text) : Number.NaN;
      return number >= kind.least && number <= kind.most ? String(number) : null;
    }
    case 'area':
      return areaText(text);
    default:
      return unreachable(kind);
  }
}

function short(text: string): string | null {
  return text.length <= 128 && !unseen.test(text) ? text : null;
}

function yesNo(text: string): string | null {
  const folded = text.toLowerCase();
  return yes.includes(folded) ? 'yes' : no.includes(folded) ? 'no' : null;
}

/** By its code or by its word in either language. */
function chosen(values: Readonly<Record<string, { en: string; zh: string }>>, text: string): string | null {
  const folded = text.toLowerCase();
  const found = Object.entries(values).find(
    ([name, { en, zh }]) => name === folded || en.toLowerCase() === folded || zh === text,
  );
  return found?.[0] ?? null;
}

function dateText(text: string): string | null {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T00:00:00)?$/.exec(text);
  if (parts === null) return null;
  const [, year, month, day] = parts.map(Number);
  return instantOr(() =>
    Temporal.PlainDate.from({ year, month, day } as Temporal.PlainDateLike, {
      overflow: 'reject',
    }).toString(),
  );
}

function instantText(text: string, zone: string): string | null {
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]+(\d{1,2})[:时](\d{2})分?(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?$/.exec(
      text,
    );
  if (parts === null) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((one) => Number(one ?? 0));
  const offset = parts[7];
  return instantOr(() => {
    const fields = { year, month, day, hour, minute, second } as Temporal.PlainDateTimeLike;
    const local = Temporal.PlainDateTime.from(fields, { overflow: 'reject' });
    if (offset === undefined)
      return local.toZonedDateTime(zone, { disambiguation: 'reject' }).toInstant().toString();
    return Temporal.Instant.from(`${local}${offset}`).toString();
  });
}

function instantOr(make: () => string): string | null {
  try {
    return make();
  } catch {
    return null;
  }
}

/** WGS-84 in or near China; the other way round, or at 0,0, is a slip. */
function areaText(text: string): string | null {
  const points = text
    .split(/[;；]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => one.split(/[\s,，]+/).map(Number));
  const inRange = points.every(
    (point) =>
      point.length === 2 &&
      (point[0] ?? 0) >= 72 &&
      (point[0] ?? 0) <= 137 &&
      (point[1] ?? 0) >= 3 &&
      (point[1] ?? 0) <= 54,
  );
  if (!inRange || points.length === 0 || points.length === 2 || crosses(points)) return null;
  return points.map((point) => point.join(' ')).join(';');
}

type Point = readonly number[];

/** Whether two edges of a polygon that do not meet at a corner cut each other. */
function crosses(points: readonly Point[]): boolean {
  const edges = points.map((from, i) => [from, points[(i + 1) % points.length] ?? from] as const);
  return edges.some(([a, b], i) =>
    edges.some(([c, d], j) => {
      const apart = Math.abs(i - j);
      if (j <= i + 1 || apart === points.length - 1) return false;
      return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    }),
  );
}

function side(a: Point, b: Point, c: Point): number {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const [cx = 0, cy = 0] = c;
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
}

/** What may stand there, in signs rather than words, so that it reads the same in both languages. */
export function allowedIn(kind: FieldKind): string {
  switch (kind.is) {
    case 'text':
      return `1-${kind.most}`;
    case 'code':
      return 'A-Z 0-9 . _ - /';
    case 'refers':
      return kind.to;
    case 'yes_no':
      return '是 | 否 | yes | no';
    case 'one_of':
      return Object.entries(kind.values)
        .map(([name, { zh }]) => `${name} ${zh}`)
        .join(' | ');
    case 'date':
      return '2026-09-02';
    case 'instant':
      return '2026-09-02 18:00 | 2026-09-02T18:00:00+08:00';
    case 'moment':
      return '2026-09-02 | 2026-09-02 18:00 | 2026-09-02T18:00:00+08:00';
    case 'number':
      return `${kind.least}-${kind.most}`;
    case 'area':
      return '118.87 28.94; 118.88 28.94; 118.88 28.95';
    default:
      return unreachable(kind);
  }
}
