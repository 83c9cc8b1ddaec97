import { IsArray, IsObject, type TArray, type TObject, type TSchema } from 'typebox';
import { isMap, isNode, isScalar, isSeq, type Pair } from 'yaml';
import { allowedNotation, valueFault } from './allowed.ts';
import type { ConfigErrorCode, ConfigFinding } from './finding.ts';
import { nearestWord } from './nearest.ts';
import { looksSecret, secretsWithin } from './secret.ts';

/** The text a walk is about, to say where something stands in it and how it was written. */
export interface ConfigSource {
  readonly fileName: string;
  readonly text: string;
  /** Line of an offset, from 1. */
  readonly lineAt: (offset: number) => number;
}

/** A setting's path, and the offset that a finding about it points to. */
interface Place {
  readonly key: string;
  readonly offset: number;
}

interface About {
  readonly found?: string;
  readonly allowed?: string;
  readonly more?: Readonly<Record<string, string | number>>;
}

/**
 * Walks parsed YAML beside its schema. Yields the plain value with every default filled in, and one finding for each
 * wrong place; the value is good only where there is no finding. A section that stands there empty (all its lines
 * commented out) counts as left to its defaults. Aliases are not followed: they are wrong values.
 */
export function walkConfig(
  root: unknown,
  schema: TObject,
  source: ConfigSource,
): { value: unknown; findings: readonly ConfigFinding[] } {
  const walk = new Walk(source);
  const value = walk.section(root, schema, { key: '', offset: 0 });
  return { value, findings: walk.findings.toSorted((a, b) => a.line - b.line) };
}

class Walk {
  readonly findings: ConfigFinding[] = [];
  readonly #source: ConfigSource;

  constructor(source: ConfigSource) {
    this.#source = source;
  }

  section(node: unknown, schema: TObject, place: Place): unknown {
    if (!isMap(node) && !isEmpty(node)) {
      this.#wrongValue('config.wrong_value', node, schema, place);
      return {};
    }
    const pairs = isMap(node) ? this.#knownPairs(node.items, schema, place) : new Map<string, Pair>();
    const missingAt = offsetOf(node) ?? place.offset;
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, inner]) => {
        const pair = pairs.get(name);
        const key = keyWithin(place.key, name);
        if (pair === undefined) return [name, this.#leftOut(inner, { key, offset: missingAt })];
        return [name, this.#value(pair.value, inner, { key, offset: offsetOf(pair.key) ?? missingAt })];
      }),
    );
  }

  #leftOut(schema: TSchema, place: Place): unknown {
    if (IsObject(schema)) return this.section(null, schema, place);
    if ('default' in schema) return structuredClone(schema.default);
    this.#add('config.missing_key', place, { allowed: allowedNotation(schema) });
    return undefined;
  }

  #value(node: unknown, schema: TSchema, place: Place): unknown {
    if (IsObject(schema)) return this.section(node, schema, place);
    if (IsArray(schema)) return this.#list(node, schema, place);
    const value: unknown = isEmpty(node) ? null : isScalar(node) ? node.value : undefined;
    const fault = valueFault(schema, value);
    if (fault !== null) this.#wrongValue(fault, node, schema, place);
    return value;
  }

  #list(node: unknown, schema: TArray, place: Place): unknown {
    if (!isSeq(node)) {
      this.#wrongValue('config.wrong_value', node, schema, place);
      return [];
    }
    return node.items.map((item, index) =>
      this.#value(item, schema.items, {
        key: `${place.key}[${index}]`,
        offset: offsetOf(item) ?? place.offset,
      }),
    );
  }

  /** The pairs of a section by name, once each; every other pair becomes a finding. */
  #knownPairs(items: readonly Pair[], schema: TObject, section: Place): Map<string, Pair> {
    const known = Object.keys(schema.properties);
    const pairs = new Map<string, Pair>();
    for (const pair of items) {
      const name = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
      const place = { key: keyWithin(section.key, name), offset: offsetOf(pair.key) ?? section.offset };
      const earlier = pairs.get(name);
      if (!known.includes(name)) this.#unknownKey(name, pair, place, known);
      else if (earlier === undefined) pairs.set(name, pair);
      else this.#duplicate(place, earlier);
    }
    return pairs;
  }

  #duplicate(place: Place, earlier: Pair): void {
    const first = this.#source.lineAt(offsetOf(earlier.key) ?? 0);
    this.#add('config.duplicate_key', place, { more: { first } });
  }

  #unknownKey(name: string, pair: Pair, place: Place, known: readonly string[]): void {
    if (looksSecret(name)) {
      this.#add('config.secret', place, {});
      return;
    }
    const allowed = known.join(', ');
    const nearest = nearestWord(name, known);
    if (nearest === null) this.#add('config.unknown_key', place, { allowed });
    else this.#add('config.misspelt_key', place, { allowed, more: { nearest } });
    for (const inner of secretsWithin(pair.value))
      this.#add(
        'config.secret',
        { key: `${place.key}.${inner.path}`, offset: offsetOf(inner.key) ?? place.offset },
        {},
      );
  }

  #wrongValue(
    code: 'config.wrong_value' | 'config.unknown_zone',
    node: unknown,
    schema: TSchema,
    place: Place,
  ): void {
    const offset = isEmpty(node) ? place.offset : (offsetOf(node) ?? place.offset);
    this.#add(code, { ...place, offset }, { found: this.#asWritten(node), allowed: allowedNotation(schema) });
  }

  #asWritten(node: unknown): string {
    if (isEmpty(node) || !isNode(node) || !node.range) return 'null';
    if (isMap(node)) return '{…}';
    if (isSeq(node)) return '[…]';
    const written = this.#source.text.slice(node.range[0], node.range[1]).trim();
    return written.length > 60 ? `${written.slice(0, 60)}…` : written;
  }

  #add(code: ConfigErrorCode, { key, offset }: Place, { found, allowed, more }: About): void {
    const line = this.#source.lineAt(offset);
    const words = {
      ...(found === undefined ? {} : { found }),
      ...(allowed === undefined ? {} : { allowed }),
    };
    this.findings.push({
      code,
      key,
      line,
      found: found ?? null,
      allowed: allowed ?? null,
      params: { file: this.#source.fileName, line, key: key === '' ? '/' : key, ...words, ...more },
    });
  }
}

function keyWithin(section: string, name: string): string {
  return section === '' ? name : `${section}.${name}`;
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

/** Nothing written at all, or `null` or `~`. */
function isEmpty(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
}
