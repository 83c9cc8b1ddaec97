import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { TapCount } from '../tap-count.ts';
import { writeResult } from './results.ts';

/** Every story of the USB lab, of which the tests tell the main ones. */
const home = fileURLToPath(new URL('../../../', import.meta.url));
const tap = spawn(
  'node_modules/.bin/tap',
  ['--reporter=tap', '--timeout=7200', 'test/labs/usb/lab.test.ts'],
  {
    cwd: home,
    env: { ...process.env, DOCKET_STORIES: 'all' },
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
const count = new TapCount();
const told: string[] = [];
for await (const line of createInterface({ input: tap.stdout })) {
  for (const shown of count.take(line)) console.log(shown);
  const story = /^ {4}(?:not )?ok \d+ - (.+?) # time=/.exec(line);
  if (story !== null) told.push(line.trim());
}
const { passed, failed } = count.end();
for (const one of told) console.log(one);
const broken = told.filter((one) => one.startsWith('not ')).length;
const counts = `${told.length} stories told, ${broken} failed; ${passed} assertions passed, ${failed} failed`;
console.log(counts);
writeResult({ heading: 'USB lab', command: 'scripts/faults usb', rows: [{ what: 'every story', counts }] });
process.exitCode = failed === 0 ? 0 : 1;
