import type { Guest } from './guest.ts';
import { LabError } from './host.ts';

export interface LineOutcome {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs command lines of the program one after another in one Node: every start of it costs the guest 15 s and more. */
export async function docketLines(
  guest: Guest,
  lines: readonly (readonly string[])[],
  seconds = 600,
): Promise<readonly LineOutcome[]> {
  const argument = `'${JSON.stringify(lines).replaceAll("'", "'\\''")}'`;
  const cache = 'UV_THREADPOOL_SIZE=128 NODE_COMPILE_CACHE=$(readlink -f /docket)/node_modules/.cache/docket';
  const command = `${cache} node /docket/test/labs/usb/docket-lines.mjs ${argument}`;
  // The shape is `docket-lines.mjs`'s.
  const outcomes = JSON.parse(await guest.must(command, seconds)) as LineOutcome[];
  if (outcomes.length !== lines.length) throw new LabError(`${outcomes.length} lines ran of ${lines.length}`);
  return outcomes;
}
