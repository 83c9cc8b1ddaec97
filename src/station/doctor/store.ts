import { DocketError } from '../../errors.ts';
import { say } from '../../texts/say.ts';
import type { Language } from '../../texts/text.ts';
import { checkBucket } from '../../vault/s3/bucket.ts';
import { Store } from '../../vault/s3/store.ts';
import { s3OptionsAt } from '../s3-options.ts';
import type { VaultPlace } from '../vault-place.ts';
import { type Check, failed, failedBy, ok, warning } from './check.ts';
import { StoreBench } from './store-bench.ts';
import { type TrialName, trials } from './store-trials.ts';

/**
 * Tries the ways of the station's own store with small objects, and says what the vault relies on and what it does in
 * place of what the store does not do. What is left locked is cleared up by the next look.
 */
export async function storeChecks(
  language: Language,
  place: Pick<VaultPlace, 'folder' | 's3'>,
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly Check[]> {
  try {
    const store = new Store(s3OptionsAt(place, env).store);
    const first = await bucketCheck(language, store);
    const bench = new StoreBench(store);
    await bench.clear();
    const checks: Check[] = [first];
    for (const name of Object.keys(trials) as TrialName[])
      checks.push(await trialCheck(language, bench, name));
    await bench.clear();
    return checks;
  } catch (error) {
    if (error instanceof DocketError) return [failedBy('store', error, language)];
    throw error;
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

async function trialCheck(language: Language, bench: StoreBench, name: TrialName): Promise<Check> {
  const check = `store.${name}`;
  try {
    const result = await trials[name](bench);
    const says = say(language, result);
    return result.endsWith('.unfit')
      ? failed(check, says, say(language, 'doctor.store.unfit_next'))
      : ok(check, says);
  } catch (error) {
    if (error instanceof DocketError) return failedBy(check, error, language);
    throw error;
  }
}
