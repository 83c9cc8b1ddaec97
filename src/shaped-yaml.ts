import type { Static, TSchema } from 'typebox';
import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import { type KeyPath, shapeBroken } from './shape.ts';

/** A YAML text held against a schema: its value, or the first place that is wrong. Lines count from 1. */
export type ShapedYaml<T> =
  | { readonly is: 'shaped'; readonly value: T; readonly lineOf: (key: KeyPath) => number }
  | { readonly is: 'no_yaml'; readonly line: number; readonly detail: string }
  | {
      readonly is: 'misshaped';
      readonly line: number;
      readonly key: string;
      readonly found: string;
      readonly allowed: string;
    };

export function readShapedYaml<S extends TSchema>(schema: S, yaml: string): ShapedYaml<Static<S>> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const detail = broken.message.split('\n')[0] ?? broken.code;
    return { is: 'no_yaml', line: lines.linePos(broken.pos[0]).line, detail };
  }
  const lineOf = (key: KeyPath): number => {
    for (let length = key.length; length >= 0; length -= 1) {
      const node: unknown = length === 0 ? document.contents : document.getIn(key.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const plain = plainOf(document);
  if ('refused' in plain) return { is: 'no_yaml', line: lines.linePos(plain.at).line, detail: plain.refused };
  const shape = shapeBroken(schema, plain.value);
  if (shape.fits) return { is: 'shaped', value: shape.value, lineOf };
  const { key, found, allowed } = shape;
  return { is: 'misshaped', line: lineOf(key), key: key.join('.'), found, allowed };
}

/** An alias of nothing, and aliases of aliases that would grow without bound, are found only when values are made. */
function plainOf(
  document: Document.Parsed,
): { readonly value: unknown } | { readonly refused: string; readonly at: number } {
  try {
    return { value: document.toJS() };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    let at = 0;
    visit(document, {
      Alias: (_key, alias) => {
        at = alias.range?.[0] ?? 0;
        return alias.resolve(document) === undefined ? visit.BREAK : undefined;
      },
    });
    return { refused: error.message, at };
  }
}
