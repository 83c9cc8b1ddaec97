/** 18 characters, the last of which may be an X: a resident's identity number, wherever it stands. */
const identity = /(?<![0-9A-Za-z])(\d{2})\d{12}(\d{3}[0-9Xx])(?![0-9A-Za-z])/g;

/** `33**********1234` within whatever text. */
export function withoutIdentities(text: string): string {
  return text.replace(identity, (_all, head: string, tail: string) => `${head}**********${tail}`);
}

/** A personal value that somebody may not see: of a name the first sign, of an identity number its ends. 张三 -> 张* */
export function maskedValue(value: string): string {
  const shown = withoutIdentities(value);
  if (shown !== value && /^[\dXx*]+$/.test(shown)) return shown;
  const [first = ''] = value;
  return value === '' ? '' : `${/\p{L}/u.test(first) ? first : ''}*`;
}
