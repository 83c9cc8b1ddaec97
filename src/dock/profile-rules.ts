import type { KeyPath } from '../shape.ts';
import { faultOf, groupsOf } from './pattern.ts';
import { type DeviceProfile, nameGroups } from './profile.ts';

/** What a well-shaped profile can still get wrong; `key` says where. */
export type RuleBreak =
  | { readonly rule: 'broken' | 'slow'; readonly key: KeyPath; readonly detail: string }
  | { readonly rule: 'group'; readonly key: KeyPath; readonly found: string; readonly allowed: string }
  | { readonly rule: 'value'; readonly key: KeyPath; readonly found: string; readonly allowed: string };

interface PatternUse {
  readonly key: KeyPath;
  readonly source: string;
  readonly groups: readonly string[];
}

/** The first rule that the profile breaks, or null. */
export function ruleBroken(profile: DeviceProfile): RuleBreak | null {
  for (const use of patternsOf(profile)) {
    const found = patternBroken(use);
    if (found !== null) return found;
  }
  return zoneBroken(profile.clock.zone) ?? logWithoutNumber(profile);
}

function patternsOf(profile: DeviceProfile): PatternUse[] {
  const { know, names, identity, encoderMarks = [] } = profile;
  const use = (key: KeyPath, source: string | undefined, groups: readonly string[] = []): PatternUse[] =>
    source === undefined ? [] : [{ key, source, groups }];
  return [
    ...names.flatMap((source, at) => use(['names', at], source, nameGroups)),
    ...(know.fileNames ?? []).flatMap((source, at) => use(['know', 'fileNames', at], source)),
    ...use(['know', 'volumeLabel'], know.volumeLabel),
    ...encoderMarks.flatMap((source, at) => use(['encoderMarks', at], source)),
    ...(know.usb ?? []).flatMap((usb, at) => use(['know', 'usb', at, 'product'], usb.product)),
    ...(know.markers ?? []).flatMap((marker, at) => use(['know', 'markers', at, 'content'], marker.content)),
    ...identity.newestLogs.flatMap((log, at) =>
      use(['identity', 'newestLogs', at, 'line'], log.line, ['device']),
    ),
  ];
}

function patternBroken({ key, source, groups }: PatternUse): RuleBreak | null {
  const fault = faultOf(source);
  if (fault !== null) return { rule: fault.fault, key, detail: fault.detail };
  const found = groupsOf(source);
  const fitting = found.every((group) => groups.includes(group)) && timesFit(found);
  if (fitting) return null;
  return { rule: 'group', key, found: found.join(' '), allowed: allowedGroups(groups) };
}

/** A date alone or a time alone is no start: the parser would have to invent the rest. */
function timesFit(groups: readonly string[]): boolean {
  return groups.includes('date') === groups.includes('time');
}

function allowedGroups(groups: readonly string[]): string {
  return groups.length === 0 ? '-' : groups.map((g) => (g === 'date' ? 'date+time' : g)).join(' ');
}

function zoneBroken(zone: string): RuleBreak | null {
  if (zone === 'unknown') return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return null;
  } catch {
    return {
      rule: 'value',
      key: ['clock', 'zone'],
      found: zone,
      allowed: 'unknown, Asia/Shanghai, … (IANA)',
    };
  }
}

function logWithoutNumber(profile: DeviceProfile): RuleBreak | null {
  const at = profile.identity.newestLogs.findIndex((log) => !groupsOf(log.line).includes('device'));
  if (at < 0) return null;
  return { rule: 'group', key: ['identity', 'newestLogs', at, 'line'], found: '-', allowed: 'device' };
}
