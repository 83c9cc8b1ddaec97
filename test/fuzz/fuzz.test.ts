import t from 'tap';
import { corpusOf } from './corpus.ts';
import { hunt } from './hunt.ts';
import { randomOf } from './random.ts';
import { fuzzTargets } from './targets.ts';

const seed = Number(process.env['DOCKET_SEED'] ?? Temporal.Now.instant().epochMilliseconds % 2 ** 31);
/** For minutes and hours: scripts/faults fuzz. */
const inputs = 1_500;

t.comment(`seed ${seed}`);

for (const target of fuzzTargets)
  t.test(`${target.name}: whatever comes is read, or refused with a reason`, async (t) => {
    t.setTimeout(0);
    const found = await hunt(target, corpusOf(target.name), randomOf(seed), (tried) => tried < inputs);
    for (const { input, error } of found.broken)
      t.error(error, `seed ${seed}, input in Base64: ${Buffer.from(input).toString('base64')}`);
    t.ok(found.inputs >= inputs && found.blocks > 0, 'the target was reached');
    t.comment(`${found.inputs} inputs, ${found.blocks} blocks, slowest ${found.slowest.ms.toFixed(0)} ms`);
  });
