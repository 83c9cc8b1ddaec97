import { unreachable } from '../../errors.ts';
import { type AreaProblem, areaExample, readArea } from './area.ts';
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
  | 'digits_lost'
  | AreaProblem;

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
  const wrong = { found: text.slice(0, mostShown), allowed: allowedIn(kind) };
  if (problem !== null) return { problem, ...wrong };
  if (kind.is === 'area') {
    const area = readArea(text);
    return 'value' in area ? area : { ...wrong, ...area };
  }
  const value = canonicalValue(kind, text, zone);
  return value === null ? { problem: 'wrong', ...wrong } : { value };
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

/** An outline is read apart: it says more than that it is wrong. */
type PlainKind = Exclude<FieldKind, { readonly is: 'area' }>;

function canonicalValue(kind: PlainKind, text: string, zone: string): string | null {
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
      return areaExample;
    default:
      return unreachable(kind);
  }
}
