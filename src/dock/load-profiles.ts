import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf, unreachable } from '../errors.ts';
import { readShapedYaml } from '../shaped-yaml.ts';
import { DockError } from './error.ts';
import { DeviceProfile } from './profile.ts';
import { type RuleBreak, ruleBroken } from './profile-rules.ts';

const mostBytes = 256 * 1024;

/**
 * The device profiles in a folder: each `*.yaml` file is one, sorted by id. The first thing wrong is thrown as a
 * DockError that names the file, the key, the line and what is allowed there.
 */
export async function loadProfiles(folder: string): Promise<readonly DeviceProfile[]> {
  const files = await profileFiles(folder);
  if (files.length === 0) throw new DockError('dock.profiles_none', { folder });
  const byId = new Map<string, { profile: DeviceProfile; file: string }>();
  for (const file of files) {
    const profile = readProfile(await textOf(file), file);
    const other = byId.get(profile.id);
    if (other !== undefined) {
      throw new DockError('dock.profile_duplicate', { id: profile.id, file, other: other.file });
    }
    byId.set(profile.id, { profile, file });
  }
  return [...byId.values()].map(({ profile }) => profile).sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function profileFiles(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => name.endsWith('.yaml') && !name.startsWith('.'))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    const errno = errnoOf(error) ?? String(error);
    throw new DockError('dock.profile_folder_unreadable', { folder, errno }, { cause: error });
  }
}

async function textOf(file: string): Promise<string> {
  try {
    await using handle = await open(file);
    const { size } = await handle.stat();
    if (size > mostBytes) throw new DockError('dock.profile_unreadable', { file, errno: 'EFBIG' });
    return await handle.readFile('utf8');
  } catch (error) {
    if (error instanceof DockError) throw error;
    const errno = errnoOf(error) ?? String(error);
    throw new DockError('dock.profile_unreadable', { file, errno }, { cause: error });
  }
}

/** One profile from its YAML text; `file` is for the messages. */
export function readProfile(yaml: string, file: string): DeviceProfile {
  const read = readShapedYaml(DeviceProfile, yaml);
  switch (read.is) {
    case 'no_yaml':
      throw new DockError('dock.profile_syntax', { file, line: read.line, detail: read.detail });
    case 'misshaped': {
      const { line, key, found, allowed } = read;
      throw new DockError('dock.profile_invalid', { file, line, key, found, allowed });
    }
    case 'shaped': {
      const rule = ruleBroken(read.value);
      if (rule !== null) throw errorOf(rule, file, read.lineOf(rule.key));
      return read.value;
    }
    default:
      return unreachable(read);
  }
}

function errorOf(broken: RuleBreak, file: string, line: number): DockError {
  const key = broken.key.join('.');
  switch (broken.rule) {
    case 'broken':
      return new DockError('dock.profile_pattern_broken', { file, line, key, detail: broken.detail });
    case 'slow':
      return new DockError('dock.profile_pattern_slow', { file, line, key, detail: broken.detail });
    case 'group':
      return new DockError('dock.profile_pattern_group', {
        file,
        line,
        key,
        found: broken.found,
        allowed: broken.allowed,
      });
    case 'value':
      return new DockError('dock.profile_invalid', {
        file,
        line,
        key,
        found: broken.found,
        allowed: broken.allowed,
      });
    default:
      return unreachable(broken);
  }
}
