import Type from 'typebox';
import { Value } from 'typebox/value';
import type { Db } from '../../custody/database.ts';
import type { Prepared } from '../accounts/prepared.ts';
import { AccessError } from '../error.ts';
import { ConfigBook, type ConfigProposal } from './config-book.ts';
import { digestOf, isSensitive, type Settings, sensitiveOf } from './settings.ts';

const digest = Type.String({ pattern: '^[0-9a-f]{64}$' });
const json = Type.Union([Type.String({ maxLength: 10_000 }), Type.Null()]);

export const configStepShape = Type.Object({
  from: digest,
  to: digest,
  changes: Type.Array(Type.Object({ key: Type.String({ maxLength: 100 }), before: json, after: json }), {
    minItems: 1,
    maxItems: 200,
  }),
});

/**
 * Checks that the step leads from what stands to what it shows, so that nobody confirms other changes than they read. It
 * is carried out when the station next starts with that very configuration. Error: `access.config_step_wrong`.
 */
export function prepareConfigDeed(db: Db, content: unknown): Prepared<null> {
  const step = Value.Parse(configStepShape, content) satisfies ConfigProposal;
  const before = sensitiveOf(new ConfigBook(db).standing()?.settings ?? {});
  const shown = step.changes.every((one) => isSensitive(one.key) && (before[one.key] ?? null) === one.before);
  if (!shown || digestOf(before) !== step.from || digestOf(after(before, step)) !== step.to)
    throw new AccessError('access.config_step_wrong', {});
  return { drafts: [], work: [], answer: null };
}

function after(before: Settings, { changes }: ConfigProposal): Settings {
  const keys = new Set(changes.map(({ key }) => key));
  return Object.fromEntries([
    ...Object.entries(before).filter(([key]) => !keys.has(key)),
    ...changes.flatMap(({ key, after: value }) => (value === null ? [] : [[key, value] as const])),
  ]);
}
