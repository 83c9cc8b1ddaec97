import type { Config } from '../../config.ts';
import { DocketError } from '../../errors.ts';
import { say } from '../../texts/say.ts';
import type { Language } from '../../texts/text.ts';
import { checkBucket } from '../../vault/s3/bucket.ts';
import { Store } from '../../vault/s3/store.ts';
import { type Places, peekStationFile } from '../data-folder.ts';
import { s3OptionsOf } from '../s3-options.ts';
import { keepProof, proofFor } from '../store-proof.ts';
import { type Check, failed, failedBy, ok, warning } from './check.ts';
import { type Patience, Silent, Waiting } from './patience.ts';
import { StoreBench } from './store-bench.ts';
import { type TrialName, type TrialResult, trials } from './store-trials.ts';

/** A person waits: a store that is busy for minutes is said to be silent, and can be asked again. */
const usual: Patience = { stepMs: 15_000, wholeMs: 120_000 };

/** What of a store makes reading back a sample enough. */
const refusals: readonly TrialName[] = ['content_md5', 'signed_sha256', 'corrupt_part'];

interface Looking {
  readonly language: Language;
  readonly bench: StoreBench;
  readonly waiting: Waiting;
  readonly onStep: (done: number, of: number) => void;
}

/**
 * Tries the ways of the station's own store with small objects, and says what the vault relies on and what it does in
 * place of what the store does not do. What is left locked is cleared up by the next look. A store that falls silent
 * is not waited for, and what was not tried says so.
 */
export async function storeChecks(
  language: Language,
  config: Config,
  places: Places,
  env: Readonly<Record<string, string | undefined>>,
  onStep: Looking['onStep'] = () => undefined,
  patience: Patience = usual,
): Promise<readonly Check[]> {
  const waiting = new Waiting(patience);
  try {
    const { store: settings } = s3OptionsOf(config, places, env);
    const answerMs = Math.min(settings.answerMs, patience.stepMs);
    const store = new Store({ ...settings, answerMs }, waiting.signal);
    const bench = new StoreBench(store);
    onStep(0, Object.keys(trials).length);
    const first = await waiting.for(() => bucketCheck(language, store));
    const { checks, results } = await tryAll({ language, bench, waiting, onStep });
    if (results.size === Object.keys(trials).length && peekStationFile(places) !== null) {
      const refuses = refusals.every((name) => results.get(name)?.endsWith('.holds') === true);
      keepProof(places, config.vault.s3, refuses);
    }
    return [first, ...checks, readBackCheck(language, config, places)];
  } catch (error) {
    if (error instanceof Silent) return [silence('store', error, language)];
    if (error instanceof DocketError) return [failedBy('store', error, language)];
    throw error;
  } finally {
    waiting.end();
  }
}

async function bucketCheck(language: Language, store: Store): Promise<Check> {
  const lock = await checkBucket(store);
  const ahead = store.clock.aheadSeconds ?? 0;
  if (lock !== null) {
    const { mode, days } = lock;
    return ok('store', say(language, 'doctor.store', { store: store.url, mode, days, ahead }));
  }
  const says = say(language, 'doctor.store.no_default', { store: store.url, ahead });
  return warning('store', says, say(language, 'doctor.store.no_default_next'));
}

async function tryAll({ language, bench, waiting, onStep }: Looking) {
  const names = Object.keys(trials) as TrialName[];
  const checks: Check[] = [];
  const results = new Map<TrialName, TrialResult>();
  try {
    await waiting.for(() => bench.clear());
    for (const name of names) {
      onStep(checks.length + 1, names.length);
      checks.push(await waiting.for(() => trialCheck(language, bench, name, results)));
    }
    await waiting.for(() => bench.clear());
  } catch (error) {
    if (!(error instanceof Silent)) throw error;
    const [silent, ...untried] = names.slice(checks.length);
    if (silent !== undefined) checks.push(silence(`store.${silent}`, error, language));
    const says = say(language, 'doctor.store.not_tried');
    for (const name of untried) checks.push({ check: `store.${name}`, state: 'unknown', says, next: null });
  }
  return { checks, results };
}

async function trialCheck(
  language: Language,
  bench: StoreBench,
  name: TrialName,
  results: Map<TrialName, TrialResult>,
): Promise<Check> {
  const check = `store.${name}`;
  try {
    const result = await trials[name](bench);
    results.set(name, result);
    const says = say(language, result);
    return result.endsWith('.unfit')
      ? failed(check, says, say(language, 'doctor.store.unfit_next'))
      : ok(check, says);
  } catch (error) {
    if (!(error instanceof DocketError)) throw error;
    // The others would only find out the same, one after the other.
    if (error.code === 'vault.store_unreachable') throw new Silent(error.message);
    return failedBy(check, error, language);
  }
}

function readBackCheck(language: Language, { vault }: Config, places: Places): Check {
  const check = 'store.read_back';
  if (vault.s3.readBack === 'always') return ok(check, say(language, 'doctor.store.read_back'));
  const proof = proofFor(vault.s3, places);
  if (proof !== null) return ok(check, say(language, 'doctor.store.read_back.sample', { made: proof.made }));
  const next = say(language, 'doctor.store.read_back.unproved_next');
  return warning(check, say(language, 'doctor.store.read_back.unproved'), next);
}

function silence(check: string, { message }: Silent, language: Language): Check {
  const says = say(language, 'doctor.store.silent', { found: message });
  return failed(check, says, say(language, 'doctor.store.silent_next'));
}
