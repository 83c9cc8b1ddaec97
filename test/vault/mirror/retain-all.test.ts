import { renameSync } from 'node:fs';
import t from 'tap';
import { retainAll } from '../../../src/vault/mirror/retain-all.ts';
import { codeOf, factsOf, later, muchLater } from '../../contract/vault.ts';
import { makeVaultFolder, openVault, stageIn } from '../../support/local-vault.ts';

t.test(
  'a date that is extended is extended in the mirror too; one that is away or has no copy is said',
  async (t) => {
    const bytes = Buffer.from('kept for a case');
    const facts = factsOf(bytes);
    const folders = [await makeVaultFolder(t), await makeVaultFolder(t), await makeVaultFolder(t)] as const;
    const [main, mirror, empty] = [
      await openVault(folders[0]),
      await openVault(folders[1]),
      await openVault(folders[2]),
    ];
    t.equal(await codeOf(retainAll([main, mirror], facts.sha256, later)), 'vault.original_missing');
    await main.publish(await stageIn(folders[0], 'r', bytes), facts, later);
    await mirror.publish(await stageIn(folders[1], 'r', bytes), facts, later);
    const all = await retainAll([main, mirror, empty], facts.sha256, muchLater);
    t.same(
      all.map(({ until, failed }) => [until?.toString() ?? null, failed]),
      [
        [muchLater.toString(), null],
        [muchLater.toString(), null],
        [null, 'absent'],
      ],
    );
    t.equal((await mirror.retainedUntil(facts.sha256))?.toString(), muchLater.toString());
    renameSync(folders[1], `${folders[1]}-unmounted`);
    const [, away] = await retainAll([main, mirror], facts.sha256, muchLater);
    t.same(away?.failed, 'away');
    renameSync(`${folders[1]}-unmounted`, folders[1]);
  },
);
