import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { errnoOf, unreachable } from '../errors.ts';
import { readShapedYaml } from '../shaped-yaml.ts';
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

/** Error: `deadlines.policy_unknown`. */
export function policyNamed(policies: readonly Policy[], id: string): Policy {
  const found = policies.find((one) => one.id === id);
  if (found !== undefined) return found;
  const allowed = policies.map((one) => one.id).join(' | ');
  throw new DeadlineError('deadlines.policy_unknown', { found: id, allowed }, { field: 'policy' });
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
  const read = readShapedYaml(policyShape, yaml);
  switch (read.is) {
    case 'no_yaml':
      throw new DeadlineError('deadlines.policy_syntax', { file, line: read.line, detail: read.detail });
    case 'misshaped': {
      const { line, key, found, allowed } = read;
      throw new DeadlineError('deadlines.policy_invalid', { file, line, key, found, allowed });
    }
    case 'shaped': {
      const { zone } = read.value;
      if (isZone(zone)) return read.value;
      const place = { file, line: read.lineOf(['zone']), key: 'zone' };
      throw new DeadlineError('deadlines.policy_invalid', { ...place, found: zone, allowed: 'IANA' });
    }
    default:
      return unreachable(read);
  }
}

function isZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
