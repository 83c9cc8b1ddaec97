import { type ByteText, byteTextOf, foldCase } from './card-name.ts';

/** What is wrong with a profile's regular expression: it does not compile, or a hostile name could stall it. */
export type PatternFault =
  | { readonly fault: 'broken'; readonly detail: string }
  | { readonly fault: 'slow'; readonly detail: string };

const mostVariable = 3;
const mostOptions = 8;

/** The names of a pattern's groups; each once. The empty alternative makes the pattern match anything. */
export function groupsOf(source: string): readonly string[] {
  return Object.keys(new RegExp(`${source}|`).exec('')?.groups ?? {});
}

/** Profiles are data that anyone may write and file names are an attacker's: both together must not stall a scan. */
export function faultOf(source: string): PatternFault | null {
  if (!/^[\x00-\x7f]*$/.test(source)) return { fault: 'broken', detail: 'ASCII' };
  try {
    new RegExp(source);
  } catch (error) {
    return { fault: 'broken', detail: error instanceof Error ? error.message : String(error) };
  }
  const detail = slownessOf(source);
  return detail === null ? null : { fault: 'slow', detail };
}

/**
 * Without repeated groups, lookaround and back-references a match costs at most a small power of the name's length;
 * the two counts keep that power small.
 */
function slownessOf(source: string): string | null {
  // Tokens: escape, class, group opening, closing with its quantifier, counted repeat, lazy mark, single characters.
  const tokens = source.match(
    /\\k?.|\[(?:\\.|[^\]\\])*\]|\(\?<?[=!]|\(\?<\w+>|\(\?:|\)[*+{]|\{\d+(?:,\d*)?\}|[*+?}]\?|./gs,
  );
  let variable = 0;
  let options = 0;
  for (const token of tokens ?? []) {
    if (/^\(\?<?[=!]$/.test(token)) return token;
    if (/^\\[1-9k]/.test(token)) return token;
    if (/^\)[*+{]/.test(token)) return token;
    if (/^(?:[*+]|\{\d+,)/.test(token)) variable += 1;
    if (token === '|' || token === '?' || token === '??') options += 1;
  }
  if (variable > mostVariable) return `* + {n,m}: ${variable} > ${mostVariable}`;
  if (options > mostOptions) return `? |: ${options} > ${mostOptions}`;
  return null;
}

const wholes = new Map<string, RegExp>();

/** Compiled to match a whole subject, ignoring ASCII case. Sources come from profiles only, so the cache is small. */
export function whole(source: string): RegExp {
  const known = wholes.get(source);
  if (known !== undefined) return known;
  const made = new RegExp(`^(?:${source})$`, 'i');
  wholes.set(source, made);
  return made;
}

/** Made once for each glob, as a card may have tens of thousands of names; globs come from profiles only. */
const globs = {
  part: new Map<string, RegExp>(),
  folder: new Map<string, RegExp>(),
  path: new Map<string, RegExp>(),
};
const ends = { part: ['(?:^|/)', '(?:/|$)'], folder: ['^', '/'], path: ['^', '$'] } as const;

/** A glob with `*` for any characters but `/`, ignoring ASCII case, looked for in a folded path. */
function compiled(glob: string, kind: keyof typeof globs): RegExp {
  const known = globs[kind].get(glob);
  if (known !== undefined) return known;
  const escaped = foldCase(byteTextOf(glob)).replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  const [before, after] = ends[kind];
  const made = new RegExp(`${before}${escaped.replaceAll('*', '[^/]*')}${after}`);
  globs[kind].set(glob, made);
  return made;
}

/** Whether some part of a path, a folder or the name, is one that the glob means. */
export function hasPart(path: ByteText, glob: string): boolean {
  return compiled(glob, 'part').test(foldCase(path));
}

/** Whether a path's first parts match a glob's parts one by one; `.` stands for the whole card. */
export function under(path: ByteText, folder: string): boolean {
  return folder === '.' ? path !== '' : compiled(folder, 'folder').test(foldCase(path));
}

/** Whether a whole path matches a glob, part by part. */
export function isPath(path: ByteText, glob: string): boolean {
  return compiled(glob, 'path').test(foldCase(path));
}
