import { parseArgs } from 'node:util';
import {
  type Crash,
  CrashGround,
  changingCalls,
  drawn,
  drawnKill,
  ingestPoints,
  told,
} from '../../../test/support/crash.ts';
import { writeResult } from './results.ts';

/**
 * The crash campaign by hand: SIGKILL at random moments, every named fault point, errors from the system's own calls.
 * After each strike the card is ingested again, and then every recording must be stored exactly once and everything
 * must verify. The seed makes a campaign repeatable.
 *
 *   scripts/faults crashes [--kills 200] [--passages 3] [--calls 6] [--seed TEXT]
 */
const usage = 'usage: scripts/faults crashes [--kills 200] [--passages 3] [--calls 6] [--seed TEXT]';
const options = {
  kills: { type: 'string', default: '200' },
  passages: { type: 'string', default: '3' },
  calls: { type: 'string', default: '6' },
  seed: { type: 'string', default: Temporal.Now.instant().toString() },
  help: { type: 'boolean', default: false },
} as const;

function wish() {
  try {
    const { values } = parseArgs({ options });
    const numbers = [values.kills, values.passages, values.calls].map(Number);
    if (values.help || numbers.some((one) => !Number.isSafeInteger(one) || one < 0)) return null;
    return { seed: values.seed, numbers };
  } catch {
    return null;
  }
}

const wished = wish();
if (wished === null) {
  console.error(usage);
  process.exit(2);
}
const { seed, numbers } = wished;
const [kills, passages, calls] = numbers;
console.log(`seed ${JSON.stringify(seed)}`);

const ground = await CrashGround.make(seed);
const counts = new Map<string, { tried: number; struck: number; unsound: number }>();
let unsound = 0;

async function strike(group: string, crash: Crash): Promise<void> {
  const count = counts.get(group) ?? { tried: 0, struck: 0, unsound: 0 };
  counts.set(group, count);
  const { struck, complaints } = await ground.strike(crash);
  count.tried += 1;
  if (struck) count.struck += 1;
  if (complaints.length === 0) return;
  count.unsound += 1;
  unsound += 1;
  console.log(`UNSOUND after ${told(crash)}:\n  ${complaints.join('\n  ')}`);
}

try {
  const moments = drawn(seed);
  for (let i = 0; i < (kills ?? 0); i++) {
    await strike('SIGKILL at a random moment', drawnKill(moments, ground.quietMs));
  }
  for (const point of (passages ?? 0) > 0 ? ingestPoints() : []) {
    for (let passage = 1; passage <= (passages ?? 0); passage++) {
      for (const deed of ['kill', 'eio', 'enospc'] as const) {
        await strike(`${deed} at a named point`, { by: 'point', point, passage, deed });
      }
    }
  }
  const made = (calls ?? 0) > 0 ? await ground.calls(changingCalls) : new Map<string, number>();
  for (const [call, most] of made) {
    for (let i = 0; i < Math.min(calls ?? 0, most); i++) {
      const occurrence = 1 + Math.floor(moments.next().value * most);
      for (const error of ['EIO', 'ENOSPC'] as const) {
        await strike(`${error} from a system call`, { by: 'call', call, occurrence, error });
      }
    }
  }
} finally {
  await ground.remove();
}

const rows = [...counts].map(([what, { tried, struck, unsound: bad }]) => ({
  what,
  counts: `${tried} tried, ${struck} struck, ${bad} unsound`,
}));
for (const row of rows) console.log(`${row.what}: ${row.counts}`);
const command = `scripts/faults crashes --kills ${kills} --passages ${passages} --calls ${calls} --seed ${seed}`;
writeResult({ heading: 'Crashes', command, rows });
process.exitCode = unsound === 0 ? 0 : 1;
