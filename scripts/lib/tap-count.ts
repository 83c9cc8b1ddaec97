interface FileSoFar {
  passed: number;
  failed: number;
  lines: string[];
  /** By test: the first thing that failed in it. */
  broken: Map<string, string>;
}

const nothingYet = (): FileSoFar => ({ passed: 0, failed: 0, lines: [], broken: new Map() });

const point = /^( *)(not )?ok\b(?: \d+)?(?: - )?(.*?)(?: # time=([\d.]+ms))?( #.*)?$/;
const levelIndent = 4;
// A name's own `#` is escaped.
const directive = /(?<!\\)#\s*(skip|todo)/i;

/**
 * Counts assertions in TAP version 14 as tap writes it: subtests are indented by four and announced by a comment on
 * their parent's level. A point that stands for a subtest is not counted beside its inner ones, unless it failed with
 * all of them passing (a crash, an exit code, a wrong plan): then it is one failure. Skipped and pending ones count
 * as failed, and so does a file without a single assertion.
 */
export class TapCount {
  passed = 0;
  failed = 0;
  /** Each test that failed, in one line: its file, the tests around it, itself, and what failed first in it. */
  readonly failures: string[] = [];
  #file: FileSoFar = nothingYet();
  readonly #announced = new Set<number>();
  /** The subtests that are open, from the file inwards. */
  readonly #within: string[] = [];
  #diagnosis: number | null = null;
  #afterPoint = false;
  #planned: number | null = null;
  #files = 0;

  /** Takes one line; yields the lines to show: one for a file that ended, before it what failed in it. */
  *take(line: string): Generator<string> {
    this.#file.lines.push(line);
    if (this.#withinDiagnosis(line)) return;
    this.#announce(line);
    const plan = /^1\.\.(\d+)/.exec(line);
    if (plan !== null) this.#planned = Number(plan[1]);
    if (/^Bail out!/.test(line)) this.failed++;
    const found = point.exec(line);
    this.#afterPoint = found !== null;
    if (found === null) return;
    const indent = found[1]?.length ?? 0;
    const ok = found[2] === undefined && !directive.test(line);
    if (ok) this.#file.lines.pop();
    const stands = this.#announced.delete(indent);
    if (indent === 0) yield* this.#endFile(found[3] ?? '', found[4] ?? '', ok);
    else if (!stands) this.#point(ok, indent / levelIndent, found[3] ?? '');
    else if (!ok && this.#file.failed === 0) this.#point(false, indent / levelIndent, found[3] ?? '');
  }

  #announce(line: string): void {
    const announced = /^( *)# Subtest: (.*)/.exec(line);
    if (announced === null) return;
    const indent = announced[1]?.length ?? 0;
    this.#announced.add(indent);
    this.#within.splice(indent / levelIndent, Number.POSITIVE_INFINITY, announced[2] ?? '');
  }

  #point(ok: boolean, depth: number, name: string): void {
    this.#file[ok ? 'passed' : 'failed']++;
    if (ok) return;
    // The file itself is the outermost: it is named where it ends.
    const test = this.#within.slice(1, depth).join(' > ');
    if (!this.#file.broken.has(test)) this.#file.broken.set(test, name);
  }

  /** The totals. Output that broke off before its plan was fulfilled is one more failure. */
  end(): { passed: number; failed: number } {
    const broken = this.#planned === null || this.#files < this.#planned || this.#file.passed > 0;
    if (broken) this.failures.push('the output of the tests broke off');
    return { passed: this.passed, failed: this.failed + this.#file.failed + (broken ? 1 : 0) };
  }

  *#endFile(name: string, time: string, ok: boolean): Generator<string> {
    const { passed, failed, lines, broken } = this.#file;
    const failures = ok && passed > 0 ? failed : Math.max(1, failed);
    this.#files++;
    this.passed += passed;
    this.failed += failures;
    this.#file = nothingYet();
    for (const [test, what] of broken) this.failures.push([name, test, what].filter(Boolean).join(' > '));
    if (failures > 0 && broken.size === 0) this.failures.push(`${name} > the file itself`);
    if (failures > 0) yield* lines;
    yield `${failures > 0 ? 'FAILED' : 'ok'} ${name}: ${passed} passed, ${failures} failed ${time}`.trimEnd();
  }

  /** Whether the line belongs to a YAML block below a point, which may quote TAP of its own. */
  #withinDiagnosis(line: string): boolean {
    const text = line.trimStart();
    const indent = line.length - text.length;
    if (this.#diagnosis === null) {
      if (text !== '---' || !this.#afterPoint) return false;
      this.#diagnosis = indent;
    } else if (text === '...' && indent === this.#diagnosis) this.#diagnosis = null;
    return true;
  }
}
