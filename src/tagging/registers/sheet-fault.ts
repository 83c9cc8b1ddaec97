/** Why a file is no table that can be read, with what its message needs; it crosses from the reading process. */
export type SheetFault =
  | { readonly code: 'tagging.sheet_unreadable'; readonly params: { readonly found: string } }
  | { readonly code: 'tagging.sheet_quotes'; readonly params: { readonly line: number } }
  | { readonly code: 'tagging.sheet_old'; readonly params: Readonly<Record<string, never>> }
  | {
      readonly code: 'tagging.sheet_too_large';
      readonly params: { readonly found: string; readonly most: string };
    };

export class SheetUnreadable extends Error {
  readonly fault: SheetFault;

  constructor(fault: SheetFault, cause?: unknown) {
    super(fault.code, { cause });
    this.fault = fault;
  }
}

export function unreadable(cause: unknown): SheetUnreadable {
  if (cause instanceof SheetUnreadable) return cause;
  const found = cause instanceof Error ? cause.message : String(cause);
  return new SheetUnreadable({ code: 'tagging.sheet_unreadable', params: { found } }, cause);
}

/** A hundred thousand rows of officers are some MiB; more is no register. */
export const mostRows = 200_000;
export const mostColumns = 256;

export function tooLarge(found: string, most: string): SheetUnreadable {
  return new SheetUnreadable({ code: 'tagging.sheet_too_large', params: { found, most } });
}
