// Reads TAP on standard input, shows one line a test file and every failure, and writes to the file named as its
// argument "PASSED FAILED", and below it a line for each test that failed.
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { TapCount } from './tap-count.ts';

const [totalsFile] = process.argv.slice(2);
if (totalsFile === undefined) throw new Error('usage: count-tap.ts TOTALS_FILE < TAP');

const longest = 200;
const count = new TapCount();
for await (const line of createInterface({ input: process.stdin })) {
  for (const shown of count.take(line)) console.log(shown);
}
const { passed, failed } = count.end();
const lines = [`${passed} ${failed}`, ...count.failures.map((one) => one.slice(0, longest))];
writeFileSync(totalsFile, `${lines.join('\n')}\n`);
