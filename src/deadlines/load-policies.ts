import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { errnoOf } from '../errors.ts';
import { type KeyPath, shapeBroken } from '../shape.ts';
import { DeadlineError } from './error.ts';
import { type Policy, policyShape } from './policy.ts';

const shipped = fileURLToPath(new URL('./policies/', import.meta.url));

/**
 * The regulations that come with the program, and the unit's own beside them: each `*.yaml` file is one.
 * Errors: `deadlines.policy_folder_unreadable`, `deadlines.policy_syntax`, `deadlines.policy_invalid`,
 * `deadlines.policy_duplicate`.
 */
export async function loadPolicies(ownFolder: string | null): Promise<readonly Policy[]> {
  const all = new Map<string, Policy>();
  for (const folder of ownFolder === null ? [shipped] : [shipped, ownFolder]) {
    for (const file of await filesIn(folder)) {
      const policy = readPolicy(await readFile(file, 'utf8'), file);
      if (all.has(policy.id)) throw new DeadlineError('deadlines.policy_duplicate', { id: policy.id, file });
      all.set(policy.id, policy);
    }
  }
  return [...all.values()];
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => name.endsWith('.yaml') && !name.startsWith('.'))
      .toSorted()
      .map((name) => join(folder, name));
  } catch (error) {
    const errno = errnoOf(error) ?? String(error);
    throw new DeadlineError('deadlines.policy_folder_unreadable', { folder, errno }, { cause: error });
  }
}

/** One policy from its YAML text; `file` is for the messages. */
export function readPolicy(yaml: string, file: string): Policy {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const detail = broken.message.split('\n')[0] ?? broken.code;
    const { line } = lines.linePos(broken.pos[0]);
    throw new DeadlineError('deadlines.policy_syntax', { file, line, detail });
  }
  const lineOf = (key: KeyPath): number => {
    for (let length = key.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(key.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const shape = shapeBroken(policyShape, document.toJS());
  if (!shape.fits) {
    const { key, found, allowed } = shape;
    const params = { file, line: lineOf(key), key: key.join('.'), found, allowed };
    throw new DeadlineError('deadlines.policy_invalid', params);
  }
  if (!isZone(shape.value.zone)) {
    const params = { file, line: lineOf(['zone']), key: 'zone', found: shape.value.zone, allowed: 'IANA' };
    throw new DeadlineError('deadlines.policy_invalid', params);
  }
  return shape.value;
}

function isZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
