import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { chattr } from '../../../src/vault/local/chattr.ts';
import { hasFlag, testFolder } from '../../support/local-vault.ts';

/** The shells that this process has started. */
function shells(): string[] {
  const listed = execFileSync('ps', ['--ppid', String(process.pid), '-o', 'pid=,comm='], {
    encoding: 'utf8',
  });
  return [...listed.matchAll(/(\d+) sh$/gm)].map(([, pid]) => pid ?? '');
}

t.test('files of any name get the flag, those of each call by themselves', async (t) => {
  const folder = await testFolder(t);
  const names = ['plain', ' spaces ', "quote'", '$(touch x)', 'back\\slash', '-i', 'two\nlines', '中文'];
  const paths = names.map((name) => join(folder, name));
  for (const path of paths) await writeFile(path, 'evidence');
  const answers = await Promise.all(
    [paths.slice(0, 3), ['/nonexistent/docket'], paths.slice(3)].map((some) => chattr(some)),
  );
  t.same(answers, [true, false, true]);
  for (const path of paths) t.equal(hasFlag(path), true, path);
});

t.test('many files at once are one question', async (t) => {
  const folder = await testFolder(t);
  const paths = Array.from({ length: 250 }, (_, i) => join(folder, `${i}`));
  for (const path of paths) await writeFile(path, '');
  t.equal(await chattr(paths), true);
  t.same(
    paths.filter((path) => !hasFlag(path)),
    [],
  );
});

t.test('a shell that is killed loses no flag: the next one sets it', async (t) => {
  const folder = await testFolder(t);
  const path = join(folder, 'original');
  await writeFile(path, 'evidence');
  t.equal(await chattr(['/nonexistent/docket']), false);
  for (const pid of shells()) process.kill(Number(pid), 'SIGSTOP');
  const asked = chattr([path]);
  for (const pid of shells()) process.kill(Number(pid), 'SIGKILL');
  t.equal(await asked, true);
  t.equal(hasFlag(path), true);
});

t.test('the shell ends when nobody needs it any more', async (t) => {
  t.equal(await chattr(['/nonexistent/docket']), false);
  t.equal(shells().length, 1);
  const late = Temporal.Now.instant().add({ seconds: 30 });
  while (shells().length > 0 && Temporal.Instant.compare(Temporal.Now.instant(), late) < 0) {
    await new Promise((done) => setTimeout(done, 100));
  }
  t.same(shells(), []);
});
