import type { RegisterBook } from '../../tagging/registers/book.ts';
import { type CaseMoment, caseMoments } from '../../tagging/registers/cases.ts';
import type { RegisterName, RowValues } from '../../tagging/registers/register.ts';

/** Something of a register by its number and its name; null where the register does not have it any more. */
export interface Named {
  readonly number: string;
  readonly name: string | null;
}

/** The written side of a case, as the registers have it. */
export interface CaseParticulars {
  readonly number: string;
  readonly title: string | null;
  readonly kind: string | null;
  readonly party: Named | null;
  readonly handler: Named | null;
  /** The handler's. */
  readonly unit: Named | null;
  /** What of it must be recorded (BX-AV), and whether throughout (QZ-19); null where the list names nothing. */
  readonly matter: (Named & { readonly whole: boolean }) | null;
  /** Instants, or days where no more is known. */
  readonly moments: Readonly<Record<CaseMoment, string | null>>;
  readonly state: CaseState;
}

export const caseStates = ['open', 'closed', 'archived'] as const;
export type CaseState = (typeof caseStates)[number];

export function particularsOf(book: RegisterBook, number: string, values: RowValues): CaseParticulars {
  const handler = values['handler'];
  const unit = handler === undefined ? undefined : book.row('officers', handler)?.values['unit'];
  return {
    number,
    title: values['title'] ?? null,
    kind: values['kind'] ?? null,
    party: named(book, 'parties', values['party'], 'name'),
    handler: named(book, 'officers', handler, 'name'),
    unit: named(book, 'units', unit, 'name'),
    matter: matterOf(book, values['matter']),
    moments: Object.fromEntries(caseMoments.map(([name]) => [name, values[name] ?? null])) as Record<
      CaseMoment,
      string | null
    >,
    state: stateOf(values),
  };
}

export function named(
  book: RegisterBook,
  register: RegisterName,
  number: string | undefined,
  field: string,
): Named | null {
  if (number === undefined) return null;
  return { number, name: book.row(register, number)?.values[field] ?? null };
}

function matterOf(book: RegisterBook, code: string | undefined): CaseParticulars['matter'] {
  const values = code === undefined ? null : (book.row('matters', code)?.values ?? null);
  if (code === undefined || values === null) return null;
  return { number: code, name: values['matter'] ?? null, whole: values['whole'] === 'yes' };
}

function stateOf({ archived, closed }: RowValues): CaseState {
  if (archived !== undefined) return 'archived';
  return closed === undefined ? 'open' : 'closed';
}
