/**
 * Names on a card are bytes. For comparing, each byte stands for one character (latin1), so that a name which is not
 * UTF-8 compares as well as any other and two different names never become equal by replacement characters.
 */
export type ByteText = string;

export function byteText(bytes: Uint8Array): ByteText {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** A profile's own text (UTF-8) as the bytes that it has on a card. */
export function byteTextOf(text: string): ByteText {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** FAT ignores case in ASCII only here: `String.toLowerCase` would also fold the halves of UTF-8 characters. */
export function foldCase(text: ByteText): ByteText {
  // Most names are ASCII, and a card may have 20,000 of them.
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

export function lastPart(path: ByteText): ByteText {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder with its closing `/`, or empty for the root. */
export function folderOf(path: ByteText): ByteText {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The name without and with what follows its last dot; the extension is in lower case, empty where there is none. */
export function stemAndExtension(name: ByteText): { stem: ByteText; extension: ByteText } {
  const dot = name.lastIndexOf('.');
  if (dot < 0) return { stem: name, extension: '' };
  return { stem: name.slice(0, dot), extension: foldCase(name.slice(dot + 1)) };
}

/** The text of a name, or null where its bytes are not UTF-8. */
export function utf8OrNull(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
