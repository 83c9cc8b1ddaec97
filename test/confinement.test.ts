import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { type Confinement, confined, confinementHere, layersOf, unconfined } from '../src/confinement.ts';

const bounds = { memoryBytes: 1_073_741_824, cpuSeconds: 60, fileBytes: 4_096, processes: 20 };

function folders(t: Test): { input: string; output: string; secret: string } {
  const folder = mkdtempSync(join(tmpdir(), 'docket-wall-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  const [input, secret] = [join(folder, `a 'quoted" %d name`), join(folder, 'secret')];
  writeFileSync(input, 'the original');
  writeFileSync(secret, 'the key');
  mkdirSync(join(folder, 'out'));
  return { input, output: join(folder, 'out'), secret };
}

/** What a shell can do behind the wall. */
function shell(
  confinement: Confinement,
  { input, output }: { input: string; output: string },
  script: string,
) {
  const { words, input: seen } = confined(confinement, { program: 'sh', input, output, beside: {}, bounds });
  const [command = '', ...args] = words;
  const ran = spawnSync(command, [...args, '-c', script, 'sh', seen], { encoding: 'utf8', cwd: output });
  return { code: ran.status, said: ran.stdout };
}

t.test('this machine has every layer; where it has not, the others stand and the names say so', async (t) => {
  const { confinement, runs, because } = await confinementHere();
  t.equal(runs, true);
  // Some kernels and containers give no user namespaces: then it must say why.
  t.equal(confinement.bubblewrap, because === null);
  t.same(layersOf({ bubblewrap: true, prlimit: true, ionice: true }), [
    'bubblewrap',
    'prlimit',
    'ionice',
    'nice',
  ]);
  t.same(layersOf(unconfined), ['nice']);
  const { words } = confined(unconfined, {
    program: 'ffmpeg',
    input: '/a',
    output: '/b',
    beside: {},
    bounds,
  });
  t.same(words.slice(0, 4), ['nice', '-n', '19', 'env']);
});

t.test(
  'behind the wall there is one file to read, one folder to write, no network, no other process',
  async (t) => {
    const { confinement, because } = await confinementHere();
    const places = folders(t);
    if (because !== null) {
      // Nothing of this can hold; what does hold is tried below.
      t.match(layersOf(confinement).join(), /^(?!bubblewrap)/);
      return;
    }
    const at = (script: string) => shell(confinement, places, script);
    t.same(at('cat "$1"'), { code: 0, said: 'the original' });
    t.equal(at('echo changed > "$1"').code === 0, false, 'the original cannot be written');
    t.equal(readFileSync(places.input, 'utf8'), 'the original');
    t.equal(at(`cat ${places.secret}`).code === 0, false, 'nor anything beside it be read');
    t.equal(at('echo made > copy').code, 0);
    t.equal(readFileSync(join(places.output, 'copy'), 'utf8'), 'made\n');
    t.equal(
      at('echo made > /usr/made || echo made > /etc/made || echo made > /dev/made || mkdir /tmp/made')
        .code === 0,
      false,
    );
    t.equal(at('ls /sys/class/net /home /root /var').code === 0, false);
    t.equal(at('cat /proc/net/dev | wc -l').said.trim(), '3', 'no network card but its own loop');
    t.ok(Number(at('ls /proc | grep -c "^[0-9]"').said) < 10, 'no process but its own');
    t.notMatch(at('env').said, /HOME|DOCKET|USER/);
  },
);

t.test('what it writes and uses is bounded', async (t) => {
  const { confinement } = await confinementHere();
  const places = folders(t);
  const at = (script: string) => shell(confinement, places, script);
  t.equal(at('head -c 100000 /dev/zero > copy').code === 0, false, 'file size');
  t.ok(readFileSync(join(places.output, 'copy')).length <= bounds.fileBytes);
  t.equal(at('ulimit -v').said.trim(), String(bounds.memoryBytes / 1_024));
  t.equal(at('ulimit -t').said.trim(), String(bounds.cpuSeconds));
});

t.test('the layers that a machine must have for it are in its packages', async (t) => {
  for (const program of ['nice', 'ionice', 'prlimit', 'env'])
    t.ok(execFileSync('which', [program]).length > 0);
});
