/** What persons attach: papers, pictures, tables. Film is evidence and comes in over the dock. */
export const attachmentEndings = ['pdf', 'ofd', 'jpg', 'jpeg', 'png', 'docx', 'xlsx', 'txt', 'csv'] as const;
export type AttachmentEnding = (typeof attachmentEndings)[number];

/** How a file of each kind begins; null: it is text. Documents of offices, and OFD, are zip archives. */
const beginnings: Readonly<Record<AttachmentEnding, readonly number[] | null>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  ofd: [0x50, 0x4b, 0x03, 0x04],
  docx: [0x50, 0x4b, 0x03, 0x04],
  xlsx: [0x50, 0x4b, 0x03, 0x04],
  jpg: [0xff, 0xd8, 0xff],
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  txt: null,
  csv: null,
};

/** The ending of a name, where it is one of those that may be attached. */
export function endingOf(name: string): AttachmentEnding | null {
  const given = /\.(\w{1,8})$/.exec(name)?.[1]?.toLowerCase();
  return attachmentEndings.find((one) => one === given) ?? null;
}

/** Whether the bytes are what the name says: a program that is called a picture is none. Pure. */
export function isOfKind(ending: AttachmentEnding, bytes: Uint8Array): boolean {
  const beginning = beginnings[ending];
  if (beginning === null) return isText(bytes);
  return beginning.every((byte, at) => bytes[at] === byte);
}

/** UTF-8, or GB 18030 as older offices write it; a NUL stands in no text. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  });
}
