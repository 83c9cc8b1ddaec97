/** A problem document (RFC 9457) as the station writes it, already in the reader's language. */
export interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly next: string;
  readonly field: string | null;
}

/** What can be shown of an answer that should be one; null: it is none. Pure. */
export function problemIn(document: unknown): Problem | null {
  if (typeof document !== 'object' || document === null) return null;
  const read = (name: string): string | null => {
    const value: unknown = Reflect.get(document, name);
    return typeof value === 'string' ? value : null;
  };
  const [code, detail] = [read('code'), read('detail')];
  if (code === null || detail === null) return null;
  return { code, detail, next: read('next') ?? '', field: read('field') };
}
