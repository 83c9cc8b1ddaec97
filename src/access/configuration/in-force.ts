import { IsObject, type TSchema } from 'typebox';
import { Check } from 'typebox/value';
import { configSchema } from '../../config/schema.ts';
import type { Config } from '../../config.ts';
import { isSensitive, type Settings, settingsOf } from './settings.ts';

/**
 * The configuration of the file with what is sensitive as it stands recorded. A setting that this version does not know,
 * or would not take any more, is left out; one that was not known then has its default, until two persons say otherwise.
 * Pure.
 */
export function withStanding(config: Config, standing: Settings): Config {
  const changed = structuredClone(config) as Config;
  for (const key of Object.keys(settingsOf(config)).filter(isSensitive)) {
    const schema = schemaAt(key);
    if (schema === null) continue;
    const recorded = standing[key];
    const value: unknown = recorded === undefined ? undefined : JSON.parse(recorded);
    const lawful = value !== undefined && Check(schema, value);
    put(changed, key.split('.'), lawful ? value : 'default' in schema ? schema.default : undefined);
  }
  return changed;
}

function schemaAt(key: string): TSchema | null {
  let at: TSchema | undefined = configSchema;
  for (const name of key.split('.')) at = at !== undefined && IsObject(at) ? at.properties[name] : undefined;
  return at ?? null;
}

function put(target: object, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    if (value !== undefined) Reflect.set(target, name, value);
    return;
  }
  const inner: unknown = Reflect.get(target, name);
  if (typeof inner === 'object' && inner !== null) put(inner, rest, value);
}
