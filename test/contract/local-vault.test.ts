import t from 'tap';
import { localVaultUnderTest } from '../support/local-vault.ts';
import { vaultContract } from './vault.ts';

await vaultContract(t, 'the local vault with immutable files', (t) => localVaultUnderTest(t, 'auto'));
await vaultContract(t, 'the local vault without immutable files', (t) => localVaultUnderTest(t, 'off'));
