import { oneOf, type Random } from './random.ts';

/** No mutant is longer: a reader that slows down with the square of the length shows it well before. */
const longest = 16_384;

/** Bytes that readers stumble over: ends, signs, separators, the first and last of a byte, halves of UTF-8. */
const odd = [
  0x00, 0x09, 0x0a, 0x0d, 0x1a, 0x20, 0x22, 0x27, 0x2c, 0x2d, 0x2e, 0x2f, 0x30, 0x39, 0x3a, 0x5c, 0x7f, 0x80,
  0xbf, 0xc0, 0xe4, 0xed, 0xfe, 0xff,
] as const;
const oddNumbers = [
  '0',
  '-1',
  '1e999',
  '9007199254740993',
  '4294967296',
  '00',
  '0x10',
  '1.5',
  'NaN',
  '٣',
] as const;

type Change = (from: Buffer, random: Random, others: Material) => Buffer;

export interface Material {
  readonly words: readonly string[];
  /** Other inputs, of which parts are taken. */
  readonly inputs: readonly Uint8Array[];
}

const put = (from: Buffer, at: number, cut: number, into: Uint8Array): Buffer =>
  Buffer.concat([from.subarray(0, at), into, from.subarray(at + cut)]);

const changes: readonly [Change, ...Change[]] = [
  function flipBit(from, random) {
    const at = random(from.length);
    return put(from, at, 1, Buffer.of((from[at] ?? 0) ^ (1 << random(8))));
  },
  function oddByte(from, random) {
    return put(from, random(from.length + 1), random(2), Buffer.of(oneOf(random, odd)));
  },
  function cutOut(from, random) {
    return put(from, random(from.length), 1 + random(Math.min(64, from.length)), Buffer.alloc(0));
  },
  function breakOff(from, random) {
    return from.subarray(0, random(from.length + 1));
  },
  function repeat(from, random) {
    const at = random(from.length);
    const part = from.subarray(at, at + 1 + random(32));
    return put(from, at, 0, Buffer.concat(Array.from({ length: 1 + random(40) }, () => part)));
  },
  function word(from, random, { words }) {
    return put(
      from,
      random(from.length + 1),
      random(3) === 0 ? random(8) : 0,
      Buffer.from(oneOf(random, words) ?? ''),
    );
  },
  function otherNumber(from, random) {
    const digits = [...from.toString('latin1').matchAll(/\d+/g)];
    const one = oneOf(random, digits);
    return one === undefined
      ? from
      : put(from, one.index, one[0].length, Buffer.from(oneOf(random, oddNumbers)));
  },
  function grafted(from, random, { inputs }) {
    const other = Buffer.from(oneOf(random, inputs) ?? '');
    const at = random(other.length + 1);
    return put(from, random(from.length + 1), random(from.length + 1), other.subarray(at, at + random(256)));
  },
  function swapLines(from, random) {
    const lines = from.toString('latin1').split('\n');
    const [a, b] = [random(lines.length), random(lines.length)];
    [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
    return Buffer.from(lines.join('\n'), 'latin1');
  },
];

/** An input that differs from `from` by one to six changes. */
export function mutant(from: Uint8Array, random: Random, material: Material): Uint8Array {
  let made = Buffer.from(from);
  const count = 1 + random(6);
  for (let i = 0; i < count; i++)
    made = oneOf(random, changes)(made, random, material).subarray(0, longest) as Buffer<ArrayBuffer>;
  return made;
}
