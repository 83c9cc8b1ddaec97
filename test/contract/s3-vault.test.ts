import t from 'tap';
import { s3VaultUnderTest, startCeph } from '../support/s3-vault.ts';
import { vaultContract } from './vault.ts';

const ceph = await startCeph(t);

await vaultContract(t, 'the vault in an S3 store', (t) => s3VaultUnderTest(t, ceph, 'GOVERNANCE'));
