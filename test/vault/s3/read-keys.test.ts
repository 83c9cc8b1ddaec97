import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { readKeys } from '../../../src/vault/s3/read-keys.ts';

t.test(
  'keys come from a file as AWS writes it, or from the environment, and from nowhere else',
  async (t) => {
    const folder = t.testdir();
    const file = join(folder, 'keys');
    writeFileSync(
      file,
      '# of the bureau\n[default]\naws_access_key_id = A1\r\n  aws_secret_access_key=b/2+=\n',
    );
    const inEnvironment = { AWS_ACCESS_KEY_ID: 'E', AWS_SECRET_ACCESS_KEY: 'F' };
    t.same(readKeys(file, inEnvironment), { accessKeyId: 'A1', secretAccessKey: 'b/2+=' });
    t.same(readKeys(null, { ...inEnvironment, AWS_SESSION_TOKEN: 'T' }), {
      ...{ accessKeyId: 'E', secretAccessKey: 'F', sessionToken: 'T' },
    });
  },
);

t.test('where one of them is missing it is said where to put it, and none is repeated', async (t) => {
  const file = join(t.testdir(), 'keys');
  writeFileSync(file, 'aws_access_key_id = A1\n');
  const missing = { code: 'vault.keys_missing' };
  t.throws(() => readKeys(file, {}), { ...missing, message: new RegExp(file) });
  t.throws(() => readKeys(`${file}-not-there`, {}), { ...missing, message: /ENOENT/ });
  t.throws(() => readKeys(null, { AWS_SECRET_ACCESS_KEY: 'do not tell' }), missing);
  t.throws(() => readKeys(null, { AWS_SECRET_ACCESS_KEY: 'do not tell' }), { message: /^(?!.*do not tell)/ });
});
