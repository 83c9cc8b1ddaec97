import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import t from 'tap';

const root = join(import.meta.dirname, '..', '..', 'src', 'console');
const { resolve } = createRequire(import.meta.url);

/** Some icons carry a style element of their own, which the policy for contents refuses. */
t.test('no icon that is used brings a style of its own', async (t) => {
  const used = new Set(
    globSync('**/*.{ts,tsx}', { cwd: root }).flatMap(
      (file) =>
        readFileSync(join(root, file), 'utf8').match(/\b[A-Z]\w+(?:Outlined|Filled|TwoTone)\b/g) ?? [],
    ),
  );
  t.ok(used.size > 10);
  for (const icon of used) {
    const drawn = readFileSync(resolve(`@ant-design/icons-svg/lib/asn/${icon}`), 'utf8');
    t.notMatch(drawn, /"style"/, icon);
  }
});
