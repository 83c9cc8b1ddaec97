import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('../../../test/labs/RESULTS.md', import.meta.url));

/** One campaign that was run: what began it, and what it counted. */
export interface CampaignResult {
  /** The heading of its table on the page. */
  readonly heading: string;
  /** The command that repeats it, its seed included. */
  readonly command: string;
  readonly rows: readonly { readonly what: string; readonly counts: string }[];
}

/** Adds rows to a campaign's table on the page of results; what stands there stays, good or bad. */
export function writeResult({ heading, command, rows }: CampaignResult): void {
  const day = Temporal.Now.plainDateISO().toString();
  const revision = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
  });
  const lines = rows.map(
    ({ what, counts }) => `| ${day} | ${String(revision).trim()} | \`${command}\` | ${what} | ${counts} |`,
  );
  writeFileSync(page, withRows(readFileSync(page, 'utf8'), heading, lines));
  // Tables are drawn in columns, as everything here is held to.
  execFileSync(
    fileURLToPath(new URL('../../../node_modules/.bin/biome', import.meta.url)),
    ['format', '--write', page],
    { stdio: 'ignore' },
  );
}

/** The page with the lines at the end of the heading's table. Pure. */
export function withRows(text: string, heading: string, lines: readonly string[]): string {
  const all = text.split('\n');
  const head = all.indexOf(`## ${heading}`);
  if (head < 0) throw new Error(`the page of results has no heading "${heading}"`);
  let end = all.findIndex((line, i) => i > head && line.startsWith('## '));
  if (end < 0) end = all.length;
  const last = all.findLastIndex((line, i) => i < end && line.startsWith('|'));
  if (last < head) throw new Error(`below "${heading}" stands no table`);
  return [...all.slice(0, last + 1), ...lines, ...all.slice(last + 1)].join('\n');
}
