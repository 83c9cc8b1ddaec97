import { readFileSync, statSync } from 'node:fs';
import t from 'tap';

const built = new URL('../../dist/console/', import.meta.url);
const mostBytes = 500_000;

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly isDynamicEntry?: boolean;
}

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', built), 'utf8')) as Record<
  string,
  Chunk
>;

/** Everything that must be there before this part runs. */
function filesOf(name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (chunk === undefined || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const style of chunk.css ?? []) seen.add(style);
  for (const one of chunk.imports ?? []) filesOf(one, seen);
  return seen;
}

function sentBytes(file: string): number {
  const size = (path: string) => statSync(new URL(path, built), { throwIfNoEntry: false })?.size;
  return size(`${file}.gz`) ?? size(file) ?? 0;
}

t.test('whichever page is opened first, less than 500 KB are sent', async (t) => {
  const pages = Object.keys(manifest).filter((name) => /^pages\/.*\/page\.tsx$/.test(name));
  t.not(pages.length, 0);
  for (const page of pages) {
    const first = filesOf('index.html');
    const files = filesOf(page, page.includes('/dock/') ? first : filesOf('console.tsx', first));
    const bytes = [...files].reduce((sum, file) => sum + sentBytes(file), 0);
    t.ok(bytes > 50_000 && bytes < mostBytes, `${page}: ${bytes} B`);
  }
});
