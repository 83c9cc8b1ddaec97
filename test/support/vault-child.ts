/**
 * Does one thing to a local vault and is killed by SIGKILL at a named step: no handler, no flush, no `finally`.
 * Arguments: JSON of `VaultChildOrder`. Exits 0 when the step was never reached.
 */
import { openLocalVault } from '../../src/vault/local/local-vault.ts';
import { createLocalVault } from '../../src/vault/local/marker.ts';
import type { VaultChildOrder } from './vault-child-order.ts';

// The order comes from the test that starts this process, not from outside.
const order = JSON.parse(process.argv[2] ?? '{}') as VaultChildOrder;
const until = Temporal.Instant.from('2087-05-21T00:00:00Z');
const steps = (name: string) => {
  if (name === order.step) process.kill(process.pid, 'SIGKILL');
};

if (order.act === 'create') {
  await createLocalVault(order.folder, { id: order.id, created: until }, steps);
} else {
  const vault = await openLocalVault({ folder: order.folder, id: order.id, immutable: 'auto', steps });
  if (order.act === 'publish') await vault.publish(order.staged, order.facts, until);
  if (order.act === 'retain') await vault.retain(order.facts.sha256, until);
  if (order.act === 'hold' || order.act === 'release') await vault[order.act](order.facts.sha256);
  if (order.act === 'dispose') await vault.dispose(order.facts.sha256, 'ST01-X000001');
  if (order.act === 'log') await vault.putLog(order.name, Buffer.from(order.text));
}
