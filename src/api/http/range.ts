/** What part of some bytes is asked for: first and last byte; `all`; or `none` of them lies within. */
export type RangeAsked = 'all' | 'none' | { readonly from: number; readonly to: number };

/**
 * Reads `Range` (RFC 9110, 14.2) for so many bytes. What cannot be read counts as not said, and so do several ranges at
 * once: no player asks for them, and answering them is how servers were made to send the same bytes a thousand times.
 */
export function rangeAsked(header: string | undefined, bytes: number): RangeAsked {
  const [, first = '', last = ''] = /^bytes=[ \t]*(\d{0,15})-(\d{0,15})[ \t]*$/i.exec(header ?? '') ?? [];
  if (first === '' && last === '') return 'all';
  if (first === '') {
    const suffix = Number(last);
    return suffix === 0 || bytes === 0 ? 'none' : { from: Math.max(0, bytes - suffix), to: bytes - 1 };
  }
  const from = Number(first);
  const to = last === '' ? bytes - 1 : Number(last);
  if (last !== '' && to < from) return 'all';
  return from >= bytes ? 'none' : { from, to: Math.min(to, bytes - 1) };
}
