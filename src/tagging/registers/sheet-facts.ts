import { attribute } from './workbook-xml.ts';

/** What a worksheet's cells are beside their values. Rows and columns from 0. */
export interface SheetFacts {
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: readonly { readonly from: number; readonly to: number }[];
  readonly merged: readonly Area[];
  /** Formulas that show an error (`#N/A`), or have never been worked out (null). */
  readonly faulty: readonly {
    readonly row: number;
    readonly column: number;
    readonly shows: string | null;
  }[];
  /** Numbers as they are shown, where zeros fill them up. */
  readonly filled: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  /** How far cells with a value reach. */
  readonly rows: number;
  readonly columns: number;
}

export interface Area {
  readonly ref: string;
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: string;
  formula: boolean;
  value: string | null;
}

const tags = /<(?:\w+:)?(row|col|c|f|v|is|mergeCell)(?=[\s/>])([^>]*)>/g;

/** Reads a worksheet's XML once, from front to back. @param zeroFilled digits by cell style. */
export function sheetFacts(xml: string, zeroFilled: ReadonlyMap<string, number>): SheetFacts {
  const facts = new FactsUnderway(zeroFilled);
  for (const found of xml.matchAll(tags)) {
    const [tag, name, attributes = ''] = found;
    switch (name) {
      case 'row':
        facts.row(attributes);
        break;
      case 'col':
        facts.columnStyle(attributes);
        break;
      case 'c':
        facts.cell(attributes);
        break;
      case 'f':
        facts.formula();
        break;
      case 'v':
      case 'is':
        if (!tag.endsWith('/>')) facts.value(textAfter(xml, found.index + tag.length));
        break;
      case 'mergeCell':
        facts.merge(attribute(attributes, 'ref') ?? '');
        break;
      default:
    }
  }
  return facts.done();
}

function textAfter(xml: string, at: number): string {
  const end = xml.indexOf('<', at);
  return xml.slice(at, end === -1 ? at : end);
}

class FactsUnderway {
  readonly #zeroFilled: ReadonlyMap<string, number>;
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns: { from: number; to: number }[] = [];
  readonly #merged: Area[] = [];
  readonly #faulty: { row: number; column: number; shows: string | null }[] = [];
  readonly #filled: { row: number; column: number; text: string }[] = [];
  #rows = 0;
  #columns = 0;
  #row = -1;
  #cell: OpenCell | null = null;

  constructor(zeroFilled: ReadonlyMap<string, number>) {
    this.#zeroFilled = zeroFilled;
  }

  row(attributes: string): void {
    this.#close();
    const number = Number(attribute(attributes, 'r') ?? Number.NaN);
    this.#row = Number.isInteger(number) ? number - 1 : this.#row + 1;
    if (isTrue(attribute(attributes, 'hidden'))) this.#hiddenRows.add(this.#row);
  }

  columnStyle(attributes: string): void {
    if (!isTrue(attribute(attributes, 'hidden'))) return;
    const [from, to] = [Number(attribute(attributes, 'min')), Number(attribute(attributes, 'max'))];
    this.#hiddenColumns.push({ from: from - 1, to: to - 1 });
  }

  cell(attributes: string): void {
    this.#close();
    const place = placeOf(attribute(attributes, 'r') ?? '');
    if (place === null) return;
    const type = attribute(attributes, 't') ?? 'n';
    const style = attribute(attributes, 's') ?? '';
    this.#cell = { ...place, type, style, formula: false, value: null };
  }

  formula(): void {
    if (this.#cell !== null) this.#cell.formula = true;
  }

  value(text: string): void {
    if (this.#cell !== null) this.#cell.value = text;
  }

  merge(ref: string): void {
    const [first = '', last = first] = ref.split(':');
    const [from, to] = [placeOf(first), placeOf(last)];
    if (from !== null && to !== null) this.#merged.push({ ref, from, to });
  }

  done(): SheetFacts {
    this.#close();
    return {
      hiddenRows: this.#hiddenRows,
      hiddenColumns: this.#hiddenColumns,
      merged: this.#merged,
      faulty: this.#faulty,
      filled: this.#filled,
      rows: this.#rows,
      columns: this.#columns,
    };
  }

  #close(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (cell === null || (cell.value === null && !cell.formula)) return;
    const { row, column, type, value } = cell;
    this.#rows = Math.max(this.#rows, row + 1);
    this.#columns = Math.max(this.#columns, column + 1);
    if (type === 'e' || value === null) this.#faulty.push({ row, column, shows: value });
    const digits = type === 'n' ? this.#zeroFilled.get(cell.style) : undefined;
    if (digits === undefined || value === null || !/^\d+$/.test(value)) return;
    this.#filled.push({ row, column, text: value.padStart(digits, '0') });
  }
}

function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true';
}

/** `B3` as row 2, column 1; null for what is no place. */
function placeOf(ref: string): { readonly row: number; readonly column: number } | null {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref) ?? [];
  if (letters === '' || Number(digits) < 1) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}
