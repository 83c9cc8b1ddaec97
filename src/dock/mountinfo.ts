import { utf8OrNull } from './card-name.ts';

/** One line of `/proc/self/mountinfo` (proc(5)). */
export interface Mount {
  readonly id: string;
  /** `major:minor` of the file system. */
  readonly device: string;
  /** Null where the bytes are not UTF-8. */
  readonly mountPoint: string | null;
  readonly readOnly: boolean;
  readonly filesystem: string;
}

/** The mounts in the kernel's order: of two at one place the later covers the earlier. */
export function mountsIn(mountinfo: Uint8Array): readonly Mount[] {
  return Buffer.from(mountinfo)
    .toString('latin1')
    .split('\n')
    .flatMap((line) => mountOf(line) ?? []);
}

function mountOf(line: string): Mount | null {
  const fields = line.split(' ');
  // Optional fields stand between the sixth and a lone dash, so the rest is counted from the dash.
  const dash = fields.indexOf('-', 6);
  const [id, , device, , mountPoint, options] = fields;
  const filesystem = fields[dash + 1];
  if (dash < 0 || id === undefined || device === undefined || filesystem === undefined) return null;
  const isReadOnly = [options, fields[dash + 3]].some((list) => list?.split(',').includes('ro') === true);
  return { id, device, mountPoint: unescapeOctal(mountPoint ?? ''), readOnly: isReadOnly, filesystem };
}

/** The kernel writes space, tab, newline, `#` and backslash as `\` and three octal digits. */
function unescapeOctal(text: string): string | null {
  const bytes = text.replace(/\\([0-3][0-7]{2})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
  return utf8OrNull(Buffer.from(bytes, 'latin1'));
}

/** The uppermost mount at each mount point below a folder; automount triggers are not cards. */
export function mountsBelow(
  mounts: readonly Mount[],
  folder: string,
): readonly (Mount & { mountPoint: string })[] {
  const prefix = folder === '/' ? '/' : `${folder}/`;
  const topmost = new Map<string, Mount & { mountPoint: string }>();
  for (const mount of mounts) {
    const { mountPoint, filesystem } = mount;
    if (mountPoint === null || !mountPoint.startsWith(prefix) || mountPoint === folder) continue;
    if (filesystem !== 'autofs') topmost.set(mountPoint, { ...mount, mountPoint });
  }
  return [...topmost.values()];
}
