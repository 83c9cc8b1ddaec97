import { parseArgs } from 'node:util';
import { corpusOf, keepCorpus } from '../../../test/fuzz/corpus.ts';
import { hunt } from '../../../test/fuzz/hunt.ts';
import { randomOf } from '../../../test/fuzz/random.ts';
import { fuzzTargets } from '../../../test/fuzz/targets.ts';
import { writeResult } from './results.ts';

/**
 * Fuzzing by hand: every reader of foreign bytes is given mutants for so many minutes of processor time, led by what
 * they reached in its sources. The corpus grows in fixtures/fuzz; what broke a promise is printed with its input.
 */
const usage = 'usage: scripts/faults fuzz [--minutes 2] [--only TARGET,TARGET] [--seed NUMBER]';
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    only: { type: 'string' },
    seed: { type: 'string', default: String(Temporal.Now.instant().epochMilliseconds % 2 ** 31) },
  },
});
const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
const names = values.only?.split(',') ?? fuzzTargets.map(({ name }) => name);
const chosen = fuzzTargets.filter(({ name }) => names.includes(name));
if (!(minutes > 0) || !Number.isSafeInteger(seed) || chosen.length < names.length) {
  console.error(`${usage}\ntargets: ${fuzzTargets.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

const processorMinutes = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 60e6;
};

console.log(`seed ${seed}`);
const only = values.only === undefined ? '' : ` --only ${values.only}`;
const command = `scripts/faults fuzz --minutes ${minutes}${only} --seed ${seed}`;
for (const target of chosen) {
  const until = processorMinutes() + minutes;
  const found = await hunt(target, corpusOf(target.name), randomOf(seed), () => processorMinutes() < until);
  const kept = keepCorpus(target.name, found.corpus);
  for (const { input, error } of found.broken) {
    console.log(`${target.name} BROKEN by ${Buffer.from(input).toString('base64')}\n`, error);
    process.exitCode = 1;
  }
  const { ms, input } = found.slowest;
  const counts = `${found.inputs} inputs in ${minutes} CPU min, ${found.blocks} blocks reached, ${kept} kept, slowest ${ms.toFixed(0)} ms (${input.length} B), ${found.broken.length} broken`;
  console.log(`${target.name}: ${counts}`);
  // After each: a long round that is broken off has counted something.
  writeResult({ heading: 'Fuzzing', command, rows: [{ what: target.name, counts }] });
}
