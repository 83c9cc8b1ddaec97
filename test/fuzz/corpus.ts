import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What each hunt leaves to the next: inputs that reached something, one a line in Base64. */
const fileOf = (target: string): string =>
  fileURLToPath(new URL(`../../fixtures/fuzz/${target}.txt`, import.meta.url));

export function corpusOf(target: string): readonly Uint8Array[] {
  const file = fileOf(target);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => Buffer.from(line, 'base64'));
}

/** Inputs that are kept are small: what reaches a place with little shows it best. */
const mostKept = 150;
const mostBytes = 1_024;

export function keepCorpus(target: string, inputs: readonly Uint8Array[]): number {
  const kept = [
    ...new Set(
      inputs.filter(({ length }) => length <= mostBytes).map((one) => Buffer.from(one).toString('base64')),
    ),
  ]
    .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .slice(0, mostKept);
  mkdirSync(dirname(fileOf(target)), { recursive: true });
  writeFileSync(fileOf(target), `${kept.join('\n')}\n`);
  return kept.length;
}
