import type { Static, TSchema } from 'typebox';
import { isNode, LineCounter, parseDocument } from 'yaml';
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
  const shape = shapeBroken(schema, document.toJS());
  if (shape.fits) return { is: 'shaped', value: shape.value, lineOf };
  const { key, found, allowed } = shape;
  return { is: 'misshaped', line: lineOf(key), key: key.join('.'), found, allowed };
}
