import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { problems, texts } from '../../src/texts/catalogue.ts';
import { consoleTexts } from '../../src/texts/console/all.ts';
import type { Text } from '../../src/texts/text.ts';

const source = fileURLToPath(new URL('../../src', import.meta.url));

/** Every text with its place in the catalogue. */
const all: readonly (readonly [string, Text])[] = [
  ...Object.entries<Text>(texts),
  ...Object.entries<Readonly<Record<string, Text>>>(consoleTexts).flatMap(([page, its]) =>
    Object.entries(its).map(([key, text]): [string, Text] => [`${page} ${key}`, text]),
  ),
  ...Object.entries(problems).flatMap(([code, { says, next }]): [string, Text][] => [
    [`${code} says`, says],
    [`${code} next`, next],
  ]),
];

function holes(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
}

/** What a translator has to translate: not parameters, commands, options, file names or signs. */
function words(text: string): string {
  return text
    .replace(/\{\w+\}|scripts\/\S+|--[a-z-]+|`[^`]*`/g, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

t.test('every text is there in both languages, without stray spaces', async (t) => {
  for (const [place, { en, zh }] of all) {
    t.match(en, /\S/, `${place} in English`);
    t.match(zh, /\S/, `${place} in Chinese`);
    t.equal(en.trim(), en, `${place} in English`);
    t.equal(zh.trim(), zh, `${place} in Chinese`);
  }
});

t.test('both languages ask for the same parameters', async (t) => {
  for (const [place, { en, zh }] of all) t.strictSame(holes(zh), holes(en), place);
});

t.test('Chinese texts are Chinese, English texts are not', async (t) => {
  for (const [place, { en, zh }] of all) {
    if (words(en) !== words(zh)) t.match(zh, /\p{Script=Han}/u, place);
    t.notMatch(en, /\p{Script=Han}/u, place);
  }
});

t.test('a code is its room, a dot, and what went wrong', async (t) => {
  for (const code of Object.keys(problems)) t.match(code, /^[a-z]+\.[a-z0-9_]+$/);
});

t.test('every problem of the catalogue is raised somewhere', async (t) => {
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('texts/'))
    .map((path) => readFileSync(join(source, path), 'utf8'))
    .join('\n');
  for (const problem of Object.keys(problems)) t.ok(code.includes(`'${problem}'`), problem);
});
