import { createHash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { blake3 } from '@napi-rs/blake-hash';
import type { Test } from 'tap';
import { errnoOf } from '../../src/errors.ts';
import type { OriginalFacts, PublishedOriginal, Vault } from '../../src/vault/contract.ts';
import { VaultError, type VaultErrorCode } from '../../src/vault/errors.ts';

/** A vault of some kind, with what a test must be able to do to it behind its back. */
export interface VaultUnderTest {
  /** Opens the vault anew, as after a restart; `steps` is called at every fault point. */
  open(steps?: (name: string) => void): Promise<Vault>;
  /** The fault points that each deed passes, in order; disposing with those of its log object. */
  readonly steps: Readonly<
    Record<'publish' | 'repair' | 'retain' | 'hold' | 'release' | 'dispose' | 'log', readonly string[]>
  >;
  /** A date to lock until that will be over before long, and waits until it is over. */
  readonly soon: { readonly until: () => Temporal.Instant; over(until: Temporal.Instant): Promise<void> };
  /** A verified, durable staged file, as intake leaves it; its path. */
  stage(name: string, bytes: Uint8Array): Promise<string>;
  /** Puts other bytes under the digest, or none (`null`), past the vault and every lock it has. */
  tamper(sha256: string, bytes: Uint8Array | null): Promise<void>;
  /** Whatever lies under the digest, and whatever was set aside from under it. */
  everything(sha256: string): Promise<readonly Uint8Array[]>;
  /** Puts something into the store that is no original. */
  litter(): Promise<void>;
  /** Takes the vault's marker away. */
  loseMarker(): Promise<void>;
}

export type MakeVault = (t: Test) => Promise<VaultUnderTest>;

/** Far away: a store refuses locks that have passed. */
export const later = Temporal.Instant.from('2087-05-21T00:00:00Z');
export const muchLater = Temporal.Instant.from('2090-01-01T00:00:00Z');

export function factsOf(bytes: Uint8Array): OriginalFacts {
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    blake3: blake3(bytes).toString('hex'),
    bytes: bytes.length,
  };
}

export async function codeOf(promise: Promise<unknown>): Promise<VaultErrorCode | string> {
  try {
    await promise;
    return 'resolved';
  } catch (error) {
    return error instanceof VaultError ? error.code : String(error);
  }
}

export async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** For comparing: an instant has no value that `same` may ask for. */
function plain(published: PublishedOriginal): unknown {
  return { ...published, retainUntil: published.retainUntil.toString() };
}

export async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}

export async function bytesIn(vault: Vault, sha256: string): Promise<Buffer> {
  return Buffer.concat(await all(vault.read(sha256)));
}

/** The promises of `src/vault/contract.ts`, each as a test that every kind of vault must pass. */
export function vaultContract(t: Test, name: string, make: MakeVault): Promise<unknown> {
  return t.test(name, async (t) => {
    const promises = [
      publishing,
      meeting,
      refusing,
      tampering,
      repairing,
      crashing,
      retaining,
      holding,
      disposing,
      disposingAfterACrash,
      logging,
      listing,
      guarding,
    ];
    for (const promise of promises) await promise(t, make);
  });
}

async function publishing(t: Test, make: MakeVault): Promise<void> {
  await t.test(
    'shouldPublishOnce: a staged recording becomes an original and its staged name goes',
    async (t) => {
      const store = await make(t);
      const vault = await store.open();
      const bytes = Buffer.from('what the officer recorded');
      const facts = factsOf(bytes);
      const staged = await store.stage('r1', bytes);
      const published = await vault.publish(staged, facts, later);

      t.equal(await exists(staged), false, 'the staged name is gone');
      t.same(vault.locate(facts.sha256), { object: published.object, location: published.location });
      t.equal(published.retainUntil.toString(), later.toString());
      t.equal(await vault.holds(facts.sha256, facts.bytes), true);
      t.equal(await vault.holds(facts.sha256, facts.bytes + 1), false, 'another size is not held');
      t.same(await vault.reread(facts), { found: 'equal' });
      t.same(await bytesIn(vault, facts.sha256), bytes);
    },
  );

  await t.test('an empty recording and one of several read blocks come back byte by byte', async (t) => {
    const store = await make(t);
    const vault = await store.open();
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.alloc(3 * 1_048_576 + 4096, 7),
      Buffer.alloc(9_000_001, 9),
    ]) {
      const facts = factsOf(bytes);
      await vault.publish(await store.stage('r', bytes), facts, later);
      t.same(await vault.reread(facts), { found: 'equal' }, `${bytes.length} bytes re-read equal`);
      t.equal(
        Buffer.compare(await bytesIn(vault, facts.sha256), bytes),
        0,
        `${bytes.length} bytes come back`,
      );
    }
  });

  await t.test('publishing again after it is done gives the same answer', async (t) => {
    const store = await make(t);
    const vault = await store.open();
    const bytes = Buffer.from('twice');
    const staged = await store.stage('r1', bytes);
    const once = await vault.publish(staged, factsOf(bytes), later);
    const again = await (await store.open()).publish(staged, factsOf(bytes), later);
    t.same(plain(again), plain(once));
  });
}

async function meeting(t: Test, make: MakeVault): Promise<void> {
  await t.test('equal bytes published by many at once meet in one object', async (t) => {
    const store = await make(t);
    const [one, other] = [await store.open(), await store.open()];
    const bytes = Buffer.alloc(100_000, 1);
    const facts = factsOf(bytes);
    const staged = await Promise.all([1, 2, 3, 4, 5, 6].map((i) => store.stage(`r${i}`, bytes)));
    const published = await Promise.all(
      staged.map((path, i) => (i % 2 === 0 ? one : other).publish(path, facts, later)),
    );
    t.equal(new Set(published.map(({ object }) => object)).size, 1);
    t.same(await all(one.originals()), [facts.sha256]);
    for (const path of staged) t.equal(await exists(path), false, 'every staged name is gone');
    t.same(await one.reread(facts), { found: 'equal' });
  });

  await t.test('many different recordings are published at once', async (t) => {
    const store = await make(t);
    const vault = await store.open();
    const recordings = Array.from({ length: 40 }, (_, i) => Buffer.from(`recording ${i}`));
    await Promise.all(
      recordings.map(async (bytes, i) =>
        vault.publish(await store.stage(`r${i}`, bytes), factsOf(bytes), later),
      ),
    );
    t.same((await all(vault.originals())).sort(), recordings.map((bytes) => factsOf(bytes).sha256).sort());
  });
}

async function refusing(t: Test, make: MakeVault): Promise<void> {
  await t.test(
    'an original is never overwritten: other bytes under its digest are refused and kept',
    async (t) => {
      const store = await make(t);
      const vault = await store.open();
      const bytes = Buffer.from('the original');
      const facts = factsOf(bytes);
      await vault.publish(await store.stage('r1', bytes), facts, later);
      const planted = Buffer.from('the 0riginal');
      await store.tamper(facts.sha256, planted);

      const staged = await store.stage('r2', bytes);
      t.equal(await codeOf(vault.publish(staged, facts, later)), 'vault.object_differs');
      t.same(await bytesIn(vault, facts.sha256), planted, 'what stood there was not replaced');
      t.equal(await exists(staged), true, 'the staged recording is kept');
    },
  );

  await t.test('nothing staged and nothing stored is said, and leaves nothing behind', async (t) => {
    const store = await make(t);
    const vault = await store.open();
    const bytes = Buffer.from('never there');
    const staged = `${await store.stage('other', bytes)}-missing`;
    t.equal(await codeOf(vault.publish(staged, factsOf(bytes), later)), 'vault.nothing_to_publish');
    t.same(await all(vault.originals()), []);
    t.equal(await vault.retainedUntil(factsOf(bytes).sha256), null);
  });

  await t.test('a staged file of another size is refused and kept', async (t) => {
    const store = await make(t);
    const vault = await store.open();
    const facts = factsOf(Buffer.from('whole'));
    const staged = await store.stage('r1', Buffer.from('who'));
    t.equal(await codeOf(vault.publish(staged, facts, later)), 'vault.staged_differs');
    t.equal(await exists(staged), true);
    t.equal(await vault.holds(facts.sha256, facts.bytes), false);
  });

  await t.test('a digest that is a path, and a size that is no size, are refused', async (t) => {
    const store = await make(t);
    const vault = await store.open();
    const bytes = Buffer.from('x');
    const facts = factsOf(bytes);
    const staged = await store.stage('r1', bytes);
    const bad = { ...facts, sha256: `../../${facts.sha256.slice(6)}` };
    t.equal(await codeOf(vault.publish(staged, bad, later)), 'vault.facts_malformed');
    t.equal(await codeOf(vault.reread({ ...facts, blake3: 'ABC' })), 'vault.facts_malformed');
    t.equal(await codeOf(vault.publish(staged, { ...facts, bytes: -1 }, later)), 'vault.facts_malformed');
    t.equal(await codeOf(vault.retain('..', later)), 'vault.facts_malformed');
    t.equal(await codeOf(all(vault.read('..'))), 'vault.facts_malformed');
    t.equal(await exists(staged), true);
  });
}

async function tampering(t: Test, make: MakeVault): Promise<void> {
  await t.test(
    'a re-read finds one altered byte, a cut end, an added byte and a missing object',
    async (t) => {
      const store = await make(t);
      const vault = await store.open();
      const bytes = Buffer.alloc(50_000, 3);
      const facts = factsOf(bytes);
      await vault.publish(await store.stage('r1', bytes), facts, later);

      const altered = Buffer.from(bytes);
      altered[49_999] = 4;
      await store.tamper(facts.sha256, altered);
      t.same(await vault.reread(facts), {
        found: 'altered',
        expected: `blake3 ${facts.blake3}`,
        actual: `blake3 ${factsOf(altered).blake3}`,
      });
      await store.tamper(facts.sha256, bytes.subarray(1));
      t.same(await vault.reread(facts), { found: 'altered', expected: '50000 bytes', actual: '49999 bytes' });
      await store.tamper(facts.sha256, Buffer.concat([bytes, Buffer.from('+')]));
      t.same(await vault.reread(facts), { found: 'altered', expected: '50000 bytes', actual: '50001 bytes' });
      await store.tamper(facts.sha256, null);
      t.same(await vault.reread(facts), { found: 'missing' });
      t.equal(await vault.holds(facts.sha256, facts.bytes), false);
      t.equal(await codeOf(all(vault.read(facts.sha256))), 'vault.original_missing');
    },
  );
}

async function repairing(t: Test, make: MakeVault): Promise<void> {
  const bytes = Buffer.alloc(40_000, 6);
  const facts = factsOf(bytes);
  const altered = Buffer.from(bytes);
  altered[20_000] = 7;

  for (const [what, planted] of [
    ['one altered byte', altered],
    ['a cut end', bytes.subarray(1)],
  ] as const)
    await t.test(`shouldRepairAndKeep: ${what} is repaired, and what was found is kept`, async (t) => {
      const store = await make(t);
      const vault = await store.open();
      await vault.publish(await store.stage('r1', bytes), facts, later);
      await store.tamper(facts.sha256, planted);
      const staged = await store.stage('copy', bytes);
      const { kept, object } = await vault.repair(staged, facts, later);
      t.equal(typeof kept, 'string', 'it says where');
      t.equal(object, vault.locate(facts.sha256).object);
      t.equal(await exists(staged), false);
      for (const opened of [vault, await store.open()]) {
        t.same(await opened.reread(facts), { found: 'equal' });
        t.equal(Buffer.compare(await bytesIn(opened, facts.sha256), bytes), 0, 'it is what is read');
        t.equal((await opened.retainedUntil(facts.sha256))?.toString(), later.toString(), 'and it is locked');
        t.same(await all(opened.originals()), [facts.sha256]);
      }
      const there = await store.everything(facts.sha256);
      t.ok(
        there.some((one) => Buffer.compare(one, planted) === 0),
        'what was damaged is kept byte by byte',
      );
      t.equal((await vault.retain(facts.sha256, muchLater)).toString(), muchLater.toString());
      t.same(await vault.reread(facts), { found: 'equal' });
    });

  await t.test('one that is missing is published, and one that is sound is left as it is', async (t) => {
    const store = await make(t);
    const vault = await store.open();
    await vault.publish(await store.stage('r1', bytes), facts, later);
    await store.tamper(facts.sha256, null);
    t.equal((await vault.repair(await store.stage('copy', bytes), facts, later)).kept, null);
    t.same(await vault.reread(facts), { found: 'equal' });
    const again = await store.stage('copy', bytes);
    t.equal((await vault.repair(again, facts, later)).kept, null);
    t.equal(await exists(again), false);
    t.equal((await store.everything(facts.sha256)).length, 1, 'nothing was put beside it');
  });

  await t.test('a copy that is damaged itself repairs nothing, and nothing is moved for it', async (t) => {
    const store = await make(t);
    const vault = await store.open();
    await vault.publish(await store.stage('r1', bytes), facts, later);
    await store.tamper(facts.sha256, altered);
    const wrong = Buffer.from(bytes);
    wrong[0] = 1;
    const staged = await store.stage('copy', wrong);
    t.equal(await codeOf(vault.repair(staged, facts, later)), 'vault.staged_differs');
    const none = `${staged}-missing`;
    t.not(await codeOf(vault.repair(none, facts, later)), 'resolved');
    t.equal(Buffer.compare(await bytesIn(vault, facts.sha256), altered), 0);
    t.equal((await store.everything(facts.sha256)).length, 1);
  });

  await t.test(
    'after a crash at any step what was damaged is still there, and repairing rolls forward',
    async (t) => {
      const store = await make(t);
      const passed = new Set<string>();
      for (const step of store.steps.repair) {
        const whole = Buffer.from(`recording ${step}`);
        const damaged = Buffer.from(`rec0rding ${step}`);
        const of = factsOf(whole);
        await (await store.open()).publish(await store.stage('r', whole), of, later);
        await store.tamper(of.sha256, damaged);
        const staged = await store.stage('copy', whole);
        const broken = await store.open(crashAt(step, passed));
        t.equal(await crashed(broken.repair(staged, of, later)), true, `${step} is passed`);
        const left = await store.everything(of.sha256);
        t.ok(
          left.some((one) => Buffer.compare(one, damaged) === 0),
          `${step}: what was damaged is there`,
        );
        const vault = await store.open();
        if ((await vault.reread(of)).found !== 'equal') t.ok(await exists(staged), `${step}: so is the copy`);
        await vault.repair(staged, of, later);
        t.same(await vault.reread(of), { found: 'equal' }, `${step}: it is repaired`);
        t.equal(await exists(staged), false, `${step}: the staged name goes`);
      }
      t.same([...passed], store.steps.repair, 'every step is passed, in order');
    },
  );
}

class Crash extends Error {}

function crashAt(step: string, passed: Set<string>): (name: string) => void {
  return (name) => {
    passed.add(name);
    if (name === step) throw new Crash(step);
  };
}

async function crashed(promise: Promise<unknown>): Promise<boolean> {
  try {
    await promise;
    return false;
  } catch (error) {
    if (error instanceof Crash) return true;
    throw error;
  }
}

async function crashing(t: Test, make: MakeVault): Promise<void> {
  await t.test(
    'after a crash at any step a recording is whole somewhere, and publishing rolls forward',
    async (t) => {
      const store = await make(t);
      const passed = new Set<string>();
      for (const step of store.steps.publish) {
        const bytes = Buffer.from(`recording ${step}`);
        const facts = factsOf(bytes);
        const staged = await store.stage('r', bytes);
        const broken = await store.open(crashAt(step, passed));
        t.equal(await crashed(broken.publish(staged, facts, later)), true, `${step} is passed`);

        const vault = await store.open();
        const whole = (await exists(staged)) || (await vault.reread(facts)).found === 'equal';
        t.equal(whole, true, `${step}: staged or stored`);
        const published = await vault.publish(staged, facts, later);
        t.equal(await exists(staged), false, `${step}: the staged name goes`);
        t.same(await vault.reread(facts), { found: 'equal' }, `${step}: the object is equal`);
        t.equal(
          (await vault.retainedUntil(facts.sha256))?.toString(),
          later.toString(),
          `${step}: it is locked`,
        );
        t.same(plain(await vault.publish(staged, facts, later)), plain(published), `${step}: and it is done`);
      }
      t.same([...passed], store.steps.publish, 'every step is passed, in order');
    },
  );

  await t.test(
    'after a crash at any step a second recording of equal bytes is published all the same',
    async (t) => {
      const store = await make(t);
      for (const step of store.steps.publish) {
        const bytes = Buffer.from(`recording of two recorders ${step}`);
        const [first, second] = [await store.stage('r1', bytes), await store.stage('r2', bytes)];
        const broken = await store.open(crashAt(step, new Set()));
        t.equal(await crashed(broken.publish(first, factsOf(bytes), later)), true);
        const vault = await store.open();
        const other = await vault.publish(second, factsOf(bytes), later);
        t.same(
          plain(await vault.publish(first, factsOf(bytes), later)),
          plain(other),
          `${step}: both have their object`,
        );
        t.same(
          [await exists(first), await exists(second)],
          [false, false],
          `${step}: no staged name is left`,
        );
      }
    },
  );

  await t.test(
    'after a crash at any step a log object is there whole or not at all, and is put again',
    async (t) => {
      const store = await make(t);
      const passed = new Set<string>();
      const bytes = Buffer.alloc(20_000, 5);
      for (const step of store.steps.log) {
        const broken = await store.open(crashAt(step, passed));
        t.equal(await crashed(broken.putLog(`tile/${step}`, bytes)), true, `${step} is passed`);
        const vault = await store.open();
        const left = await vault.getLog(`tile/${step}`);
        if (left !== null) t.equal(Buffer.compare(left, bytes), 0, `${step}: whole`);
        await vault.putLog(`tile/${step}`, bytes);
        t.equal(Buffer.compare((await vault.getLog(`tile/${step}`)) ?? Buffer.alloc(0), bytes), 0);
      }
      t.same([...passed], store.steps.log, 'every step is passed, in order');
    },
  );

  await t.test(
    'after a crash at any step of retaining, the lock is the old one or the new one',
    async (t) => {
      const store = await make(t);
      const passed = new Set<string>();
      for (const step of store.steps.retain) {
        const bytes = Buffer.from(`retained ${step}`);
        const { sha256 } = factsOf(bytes);
        await (await store.open()).publish(await store.stage('r', bytes), factsOf(bytes), later);
        const broken = await store.open(crashAt(step, passed));
        t.equal(await crashed(broken.retain(sha256, muchLater)), true, `${step} is passed`);
        const vault = await store.open();
        const until = (await vault.retainedUntil(sha256))?.toString() ?? 'none';
        t.ok([later.toString(), muchLater.toString()].includes(until), `${step}: ${until}`);
        t.equal((await vault.retain(sha256, muchLater)).toString(), muchLater.toString());
      }
      t.same([...passed], store.steps.retain, 'every step is passed, in order');
    },
  );
}

async function retaining(t: Test, make: MakeVault): Promise<void> {
  await t.test('retention is moved later and never shortened', async (t) => {
    const store = await make(t);
    const vault = await store.open();
    const bytes = Buffer.from('kept');
    const facts = factsOf(bytes);
    await vault.publish(await store.stage('r1', bytes), facts, later);

    t.equal((await vault.retain(facts.sha256, muchLater)).toString(), muchLater.toString());
    t.equal((await vault.retain(facts.sha256, later)).toString(), muchLater.toString(), 'not shortened');
    const again = await vault.publish(await store.stage('r2', bytes), facts, later);
    t.equal(again.retainUntil.toString(), muchLater.toString(), 'not by publishing again either');
    const reopened = await store.open();
    t.equal((await reopened.retainedUntil(facts.sha256))?.toString(), muchLater.toString());
  });

  await t.test('a part of a second is rounded up, and dates out of range are refused', async (t) => {
    const store = await make(t);
    const vault = await store.open();
    const bytes = Buffer.from('kept');
    const until = Temporal.Instant.from('2087-05-21T00:00:00.000000001Z');
    const published = await vault.publish(await store.stage('r1', bytes), factsOf(bytes), until);
    t.equal(published.retainUntil.toString(), '2087-05-21T00:00:01Z');
    const never = Temporal.Instant.from('+010000-01-01T00:00:00Z');
    t.equal(await codeOf(vault.retain(factsOf(bytes).sha256, never)), 'vault.retention_out_of_range');
  });

  await t.test('what is not held is not retained', async (t) => {
    const vault = await (await make(t)).open();
    const { sha256 } = factsOf(Buffer.from('nowhere'));
    t.equal(await vault.retainedUntil(sha256), null);
    t.equal(await codeOf(vault.retain(sha256, later)), 'vault.original_missing');
  });

  await t.test('no method of a vault replaces an original, shortens a lock or goes round one', async (t) => {
    const vault = await (await make(t)).open();
    // What a store has beside: it tells what stands with or among originals, and aborts what never became one.
    const beside = ['about', 'abortAbandoned', 'standing'];
    const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(vault))
      .filter((name) => !beside.includes(name))
      .sort();
    t.same(methods, [
      'constructor',
      'disposals',
      'dispose',
      'getLog',
      'held',
      'hold',
      'holds',
      'listLogs',
      'locate',
      'originals',
      'publish',
      'putLog',
      'read',
      'release',
      'repair',
      'reread',
      'retain',
      'retainedUntil',
      'space',
    ]);
  });
}

async function holding(t: Test, make: MakeVault): Promise<void> {
  await t.test(
    'a hold stands until it is taken off, over restarts, however often either is said',
    async (t) => {
      const store = await make(t);
      const vault = await store.open();
      const bytes = Buffer.from('nobody has classified it yet');
      const { sha256 } = factsOf(bytes);
      await vault.publish(await store.stage('r1', bytes), factsOf(bytes), later);
      t.equal(await vault.held(sha256), false);
      await vault.release(sha256);
      t.equal(await vault.held(sha256), false, 'what was never held is released without ado');
      for (const round of ['first', 'second']) {
        await vault.hold(sha256);
        await vault.hold(sha256);
        t.equal(await (await store.open()).held(sha256), true, `${round}: on`);
        await vault.release(sha256);
        await vault.release(sha256);
        t.equal(await (await store.open()).held(sha256), false, `${round}: off`);
      }
      t.equal((await vault.retainedUntil(sha256))?.toString(), later.toString(), 'a hold is no date');
      t.same(await vault.reread(factsOf(bytes)), { found: 'equal' });
    },
  );

  await t.test('what is not in the vault is neither held nor released', async (t) => {
    const vault = await (await make(t)).open();
    const { sha256 } = factsOf(Buffer.from('nowhere'));
    t.equal(await codeOf(vault.hold(sha256)), 'vault.original_missing');
    t.equal(await codeOf(vault.release(sha256)), 'vault.original_missing');
    t.equal(await vault.held(sha256), false);
    t.equal(await codeOf(vault.hold('..')), 'vault.facts_malformed');
  });

  await t.test(
    'after a crash at any step of holding or releasing, the same said again is done',
    async (t) => {
      const store = await make(t);
      for (const deed of ['hold', 'release'] as const) {
        const passed = new Set<string>();
        for (const step of store.steps[deed]) {
          const bytes = Buffer.from(`held ${deed} ${step}`);
          const { sha256 } = factsOf(bytes);
          const before = await store.open();
          await before.publish(await store.stage('r', bytes), factsOf(bytes), later);
          if (deed === 'release') await before.hold(sha256);
          const broken = await store.open(crashAt(step, passed));
          t.equal(await crashed(broken[deed](sha256)), true, `${step} is passed`);
          const vault = await store.open();
          await vault[deed](sha256);
          t.equal(await vault.held(sha256), deed === 'hold', step);
        }
        t.same([...passed], store.steps[deed], 'every step is passed, in order');
      }
    },
  );
}

const disposal = 'ST01-X000001';

async function disposing(t: Test, make: MakeVault): Promise<void> {
  await t.test('before its date, or on hold, an original is not disposed of, whoever asks', async (t) => {
    const store = await make(t);
    const vault = await store.open();
    const [locked, held] = [Buffer.from('locked'), Buffer.from('its time is over, and it is on hold')];
    await vault.publish(await store.stage('r1', locked), factsOf(locked), later);
    const until = store.soon.until();
    await vault.publish(await store.stage('r2', held), factsOf(held), until);
    await vault.hold(factsOf(held).sha256);
    await store.soon.over(until);
    t.equal(await codeOf(vault.dispose(factsOf(locked).sha256, disposal)), 'vault.still_locked');
    t.equal(await codeOf(vault.dispose(factsOf(held).sha256, disposal)), 'vault.on_hold');
    for (const bytes of [locked, held]) {
      t.same(await vault.reread(factsOf(bytes)), { found: 'equal' });
      t.same(await vault.disposals(factsOf(bytes).sha256), [], 'and nothing says that it was');
    }
    await vault.release(factsOf(held).sha256);
    await vault.dispose(factsOf(held).sha256, disposal);
    t.same(await vault.reread(factsOf(held)), { found: 'missing' });
  });

  await t.test(
    'what was disposed of is gone, the vault knows by what, and equal bytes may come again',
    async (t) => {
      const store = await make(t);
      const vault = await store.open();
      const [bytes, beside] = [Buffer.from('disposed of'), Buffer.from('not meant')];
      const facts = factsOf(bytes);
      const until = store.soon.until();
      await vault.publish(await store.stage('r1', bytes), facts, until);
      await vault.publish(await store.stage('r2', beside), factsOf(beside), until);
      await store.soon.over(until);
      await vault.dispose(facts.sha256, disposal);
      await vault.dispose(facts.sha256, disposal);
      const again = await store.open();
      t.same(await again.reread(facts), { found: 'missing' });
      t.equal(await again.holds(facts.sha256, facts.bytes), false);
      t.equal(await again.retainedUntil(facts.sha256), null);
      t.same(await again.disposals(facts.sha256), [disposal]);
      t.same(await all(again.originals()), [factsOf(beside).sha256], 'nothing else went');
      await again.publish(await store.stage('r3', bytes), facts, later);
      t.same(await again.reread(facts), { found: 'equal' });
      t.equal(await codeOf(again.dispose(facts.sha256, disposal)), 'vault.still_locked');
    },
  );

  await t.test('what never was there is not disposed of, nor by a disposal that is a path', async (t) => {
    const vault = await (await make(t)).open();
    const { sha256 } = factsOf(Buffer.from('nowhere'));
    t.equal(await codeOf(vault.dispose(sha256, disposal)), 'vault.original_missing');
    t.equal(await codeOf(vault.dispose(sha256, '../x')), 'vault.disposal_name');
    t.equal(await codeOf(vault.dispose('..', disposal)), 'vault.facts_malformed');
    t.same(await vault.disposals(sha256), []);
  });
}

async function disposingAfterACrash(t: Test, make: MakeVault): Promise<void> {
  await t.test(
    'after a crash at any step of a disposal, the vault knows of it before a byte goes',
    async (t) => {
      const store = await make(t);
      const passed = new Set<string>();
      const until = store.soon.until();
      const vault = await store.open();
      const facts = await Promise.all(
        store.steps.dispose.map(async (step, i) => {
          const bytes = Buffer.from(`disposed of ${step}`);
          await vault.publish(await store.stage(`r${i}`, bytes), factsOf(bytes), until);
          return { step, ...factsOf(bytes) };
        }),
      );
      await store.soon.over(until);
      for (const { step, ...one } of facts) {
        const broken = await store.open(crashAt(step, passed));
        t.equal(await crashed(broken.dispose(one.sha256, disposal)), true, `${step} is passed`);
        const after = await store.open();
        const known = (await after.disposals(one.sha256)).length > 0;
        const { found } = await after.reread(one);
        t.ok(found === 'equal' || known, `${step}: ${found}`);
        await after.dispose(one.sha256, disposal);
        t.same(await after.reread(one), { found: 'missing' }, `${step}: gone`);
      }
      t.same([...passed], store.steps.dispose, 'every step is passed, in order');
    },
  );
}

async function logging(t: Test, make: MakeVault): Promise<void> {
  await t.test('a log object is written once: the same bytes are fine, others refused', async (t) => {
    const store = await make(t);
    const vault = await store.open();
    await vault.putLog('checkpoint/0001', Buffer.from('note'));
    await vault.putLog('checkpoint/0001', Buffer.from('note'));
    t.equal(await codeOf(vault.putLog('checkpoint/0001', Buffer.from('n0te'))), 'vault.log_differs');
    t.equal(await codeOf(vault.putLog('checkpoint/0001', Buffer.from(''))), 'vault.log_differs');
    t.same(Buffer.from((await vault.getLog('checkpoint/0001')) ?? []), Buffer.from('note'));
    t.equal(await vault.getLog('checkpoint/0002'), null);
    t.equal(await vault.getLog('checkpoint'), null, 'what is only a part of names is no object');
    t.equal(await vault.getLog('checkpoint/0001/x'), null);
  });

  await t.test('of two writers of one name at once, one set of bytes stays', async (t) => {
    const store = await make(t);
    const [one, other] = [await store.open(), await store.open()];
    const codes = await Promise.all([
      codeOf(one.putLog('a/b', Buffer.from('1'))),
      codeOf(other.putLog('a/b', Buffer.from('2'))),
    ]);
    t.same(codes.sort(), ['resolved', 'vault.log_differs']);
  });

  await t.test('hostile log names are refused, written nowhere and read from nowhere', async (t) => {
    const vault = await (await make(t)).open();
    const hostile = [
      '',
      '/',
      '/etc/x',
      '..',
      'a/..',
      '../x',
      'a/../../x',
      './a',
      'a//b',
      'a/',
      'a\0b',
      'a\nb',
    ];
    for (const name of [...hostile, 'a\\b', '记录', 'a b', `${'x'.repeat(201)}`, 'y/'.repeat(600)]) {
      t.equal(await codeOf(vault.putLog(name, Buffer.from('x'))), 'vault.log_name', JSON.stringify(name));
      t.equal(await codeOf(vault.getLog(name)), 'vault.log_name', JSON.stringify(name));
    }
    for (const prefix of ['../', '/', 'a/../', 'a//', '\0']) {
      t.equal(await codeOf(vault.listLogs(prefix)), 'vault.log_name', JSON.stringify(prefix));
    }
    t.same(await vault.listLogs(''), []);
  });
}

async function listing(t: Test, make: MakeVault): Promise<void> {
  await t.test('log names are listed by prefix, sorted', async (t) => {
    const vault = await (await make(t)).open();
    const names = [
      'tile/0/x001',
      'tile/0/000',
      'tile/1/000',
      'checkpoint.1',
      'checkpoint/9',
      'tile/0/x001-p',
      'Z',
    ];
    await Promise.all(names.map((name) => vault.putLog(name, Buffer.from(name))));
    t.same(await vault.listLogs(''), [...names].sort());
    t.same(await vault.listLogs('tile/0/'), ['tile/0/000', 'tile/0/x001', 'tile/0/x001-p']);
    t.same(await vault.listLogs('tile/0/x'), ['tile/0/x001', 'tile/0/x001-p']);
    t.same(await vault.listLogs('ti'), ['tile/0/000', 'tile/0/x001', 'tile/0/x001-p', 'tile/1/000']);
    t.same(await vault.listLogs('checkpoint'), ['checkpoint.1', 'checkpoint/9']);
    t.same(await vault.listLogs('none/of/them'), []);
  });

  await t.test('every original is listed, and foreign names are passed over', async (t) => {
    const store = await make(t);
    const vault = await store.open();
    t.same(await all(vault.originals()), []);
    const recordings = ['a', 'b', 'c'].map((text) => Buffer.from(text));
    for (const bytes of recordings) {
      await vault.publish(await store.stage('r', bytes), factsOf(bytes), later);
    }
    await store.litter();
    t.same((await all(vault.originals())).sort(), recordings.map((bytes) => factsOf(bytes).sha256).sort());
  });

  await t.test('the space left is a part of the whole', async (t) => {
    const { freeBytes, totalBytes } = await (await (await make(t)).open()).space();
    t.ok(freeBytes > 0 && freeBytes <= totalBytes, `${freeBytes} of ${totalBytes}`);
  });
}

async function guarding(t: Test, make: MakeVault): Promise<void> {
  await t.test('without its marker a vault is refused and not made anew', async (t) => {
    const store = await make(t);
    t.ok((await store.open()).id, 'the vault has an identity');
    await store.loseMarker();
    t.equal(await codeOf(store.open()), 'vault.marker_missing');
    t.equal(await codeOf(store.open()), 'vault.marker_missing', 'and the refusal has not made one');
  });
}
