import { createHash } from 'node:crypto';
import { looksSecret } from '../../config/secret.ts';
import type { Config } from '../../config.ts';
import { canonicalText } from '../../custody/canonical.ts';

/** Every setting by the path of its key (`vault.retention.evidenceDays`), its value as JSON. */
export type Settings = Readonly<Record<string, string>>;

export interface SettingChange {
  readonly key: string;
  /** JSON; null: there was no such setting. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What two persons change: what is kept and for how long, what is erased, the limits, and who may come in and see. */
const sensitive = [
  ...['vault.retentionDays', 'vault.retention', 'vault.designated', 'vault.designatedBy', 'vault.immutable'],
  ...['vault.s3.mode', 'vault.s3.logRetentionDays', 'vault.mirror.immutable'],
  ...['vault.mirror.s3.mode', 'vault.mirror.s3.logRetentionDays'],
  ...['erasing', 'fullRecorder', 'deadlines', 'access'],
];
/** A place on this machine, no rule. */
const plain = ['access.doorSocket'];

export function isSensitive(key: string): boolean {
  return !plain.includes(key) && sensitive.some((one) => key === one || key.startsWith(`${one}.`));
}

/** Lists are values: who changes one of them changes the list. Pure. */
export function settingsOf(config: Config): Settings {
  return Object.fromEntries(leaves('', config).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function leaves(place: string, value: unknown): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [[place, JSON.stringify(withoutSecret(place, value))]];
  return Object.entries(value).flatMap(([name, inner]) =>
    leaves(place === '' ? name : `${place}.${name}`, inner),
  );
}

const hidden = '***';
const inAddress = /(\/\/)[^/@]*@/g;

/** The file is no place for secrets; one that was written into it all the same does not get into the ledger too. */
function withoutSecret(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutSecret(key, one));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutSecret(name, one)]));
  if (typeof value !== 'string') return value;
  const name = key.slice(key.lastIndexOf('.') + 1);
  return looksSecret(name) ? hidden : value.replaceAll(inAddress, `$1${hidden}@`);
}

/** SHA-256 of the canonical JSON of all settings. Pure. */
export function digestOf(settings: Settings): string {
  return createHash('sha256').update(canonicalText(settings)).digest('hex');
}

export function changesBetween(before: Settings, after: Settings): readonly SettingChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return keys
    .map((key) => ({ key, before: before[key] ?? null, after: after[key] ?? null }))
    .filter((one) => one.before !== one.after);
}

export function sensitiveOf(settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => isSensitive(key)));
}
