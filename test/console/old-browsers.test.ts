import { readdirSync, readFileSync } from 'node:fs';
import t from 'tap';

const built = new URL('../../dist/console/assets/', import.meta.url);

/** What Chromium 109 has not, nor Firefox 115: a page that calls it stops there. */
const calls = [
  ...['.toSorted(', '.toReversed(', '.toSpliced(', '.isWellFormed(', '.checkVisibility(', '.showPopover('],
  ...['Array.fromAsync', 'Promise.withResolvers', 'Promise.try(', 'Object.groupBy', 'Map.groupBy'],
  ...[
    'URL.canParse',
    'URL.parse(',
    'AbortSignal.any',
    'Iterator.from',
    'RegExp.escape',
    'Uint8Array.fromBase64',
  ],
  ...['Temporal.Now', 'Temporal.Instant', 'Intl.DurationFormat', 'Intl.Segmenter', 'scheduler.yield'],
] as const;

/** What it does not know in a style, and leaves out with the whole rule. */
const styles = [
  ...['@starting-style', '@scope', '@container', '@property', '@view-transition'],
  ...['color-mix(', 'light-dark(', 'oklch(', 'text-wrap:', 'subgrid', 'field-sizing', 'interpolate-size'],
  ...['anchor-name', 'position-anchor', 'animation-timeline', 'transition-behavior', 'popover', ':has('],
] as const;

/** A rule within a rule: `{` comes twice before `}`, and the outer one is no `@` rule. */
const nested = /(^|[{}])\s*[^@{}][^{}]*\{[^{}]*\{/;

const found = (text: string, some: readonly string[]): readonly string[] =>
  some.filter((one) => text.includes(one));

function files(end: string): readonly { readonly name: string; readonly text: string }[] {
  const names = readdirSync(built).filter((name) => name.endsWith(end));
  return names.map((name) => ({ name, text: readFileSync(new URL(name, built), 'utf8') }));
}

t.test('no script calls what the oldest browsers at docks have not', async (t) => {
  t.strictSame(found('let a=b.toSorted();Object.groupBy(c,d)', calls), ['.toSorted(', 'Object.groupBy']);
  const scripts = files('.js');
  t.not(scripts.length, 0);
  for (const { name, text } of scripts) t.strictSame(found(text, calls), [], name);
});

t.test('no style of the console needs what they do not know', async (t) => {
  t.strictSame(found('a{color:color-mix(in srgb,red,blue)}', styles), ['color-mix(']);
  t.match('a{b{color:red}}', nested);
  t.notMatch('@media print{a{color:red}b{color:blue}}', nested);
  const sheets = files('.css');
  t.not(sheets.length, 0);
  for (const { name, text } of sheets) {
    t.strictSame(found(text, styles), [], name);
    // Keyframes and media hold rules as well.
    t.notMatch(text.replaceAll(/@(media|keyframes|supports|page)[^{]*\{/g, '@$1{'), nested, name);
  }
});
