import { parseCanonical } from './canonical.ts';
import type { Actor, Subject } from './entry.ts';
import { CustodyError } from './error.ts';
import type { Json, JsonObject } from './json.ts';
import { isUtcInstant, leafVersion } from './leaf.ts';

/** A leaf as read back. `type` and `data` are of whatever version of the vocabulary wrote it. */
export interface Leaf {
  readonly seq: number;
  /** RFC 3339 in UTC. */
  readonly at: string;
  readonly type: string;
  readonly actor: Actor;
  readonly subject: Subject;
  readonly data: JsonObject;
  /** Commitment in hex by field of `personal`. */
  readonly commit: Readonly<Record<string, string>>;
}

const leafFields = ['actor', 'at', 'commit', 'data', 'seq', 'subject', 'type', 'v'] as const;

/** Every kind of subject; the compiler asks for a new one here. */
const subjectKinds: Readonly<Record<Subject['kind'], true>> = {
  station: true,
  recorder: true,
  docking: true,
  recording: true,
  evidence: true,
  alarm: true,
  original: true,
  ledger: true,
  port: true,
  session: true,
  justification: true,
  policy: true,
  calendar: true,
  register: true,
  finding: true,
  account: true,
  role: true,
  token: true,
  proposal: true,
  request: true,
  review: true,
  hold: true,
  disposal: true,
};

/**
 * Reads a leaf strictly: canonical bytes, no field more or less. Errors: `custody.not_canonical`,
 * `custody.leaf_malformed`.
 */
export function parseLeaf(bytes: Uint8Array): Leaf {
  const leaf = objectAt(parseCanonical(bytes), 'leaf');
  exactly(leaf, leafFields, 'leaf');
  if (leaf['v'] !== leafVersion) throw malformed('v', String(leafVersion), leaf['v']);
  const actor = identityAt(leaf['actor'], 'actor');
  const subject = identityAt(leaf['subject'], 'subject');
  if (!isActor(actor)) throw malformed('actor.kind', 'person, machine', actor.kind);
  if (!isSubject(subject))
    throw malformed('subject.kind', Object.keys(subjectKinds).join(', '), subject.kind);
  return {
    seq: seqAt(leaf['seq']),
    at: instantAt(leaf['at']),
    type: textAt(leaf['type'], 'type'),
    actor,
    subject,
    data: objectAt(leaf['data'], 'data'),
    commit: commitAt(leaf['commit']),
  };
}

function commitAt(value: Json | undefined): Readonly<Record<string, string>> {
  const entries = Object.entries(objectAt(value, 'commit')).map(([field, hex]): [string, string] => {
    if (typeof hex !== 'string' || !/^[0-9a-f]{64}$/.test(hex))
      throw malformed(`commit.${field}`, 'SHA-256 (hex)', hex);
    return [field, hex];
  });
  // Not by assignment: a field called __proto__ would vanish.
  return Object.fromEntries(entries);
}

function identityAt(value: Json | undefined, field: string): { kind: string; id: string } {
  const identity = objectAt(value, field);
  exactly(identity, ['id', 'kind'], field);
  return { kind: textAt(identity['kind'], `${field}.kind`), id: textAt(identity['id'], `${field}.id`) };
}

function isActor(identity: { kind: string; id: string }): identity is Actor {
  return identity.kind === 'person' || identity.kind === 'machine';
}

function isSubject(identity: { kind: string; id: string }): identity is Subject {
  return Object.hasOwn(subjectKinds, identity.kind);
}

function seqAt(value: Json | undefined): number {
  if (typeof value !== 'number' || value < 0) throw malformed('seq', '0, 1, 2 …', value);
  return value;
}

function instantAt(value: Json | undefined): string {
  const at = textAt(value, 'at');
  if (!isUtcInstant(at)) throw malformed('at', 'RFC 3339 UTC', at);
  return at;
}

function textAt(value: Json | undefined, field: string): string {
  if (typeof value !== 'string' || value === '') throw malformed(field, '"\u2026"', value);
  return value;
}

function objectAt(value: Json | undefined, field: string): JsonObject {
  if (!isObject(value)) throw malformed(field, '{…}', value);
  return value;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `wanted` is sorted, and so are the keys of canonical JSON. */
function exactly(value: JsonObject, wanted: readonly string[], field: string): void {
  const found = Object.keys(value).join(', ');
  if (found !== wanted.join(', ')) throw malformed(field, wanted.join(', '), found);
}

function malformed(field: string, expected: string, found: Json | undefined): CustodyError {
  return new CustodyError('custody.leaf_malformed', {
    field,
    expected,
    found: (JSON.stringify(found) ?? 'undefined').slice(0, 200),
  });
}
