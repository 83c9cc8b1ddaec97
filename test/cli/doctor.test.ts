import { chmodSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { heardHere } from '../support/docket-here.ts';
import { docketHere } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';

interface Diagnosis {
  readonly ok: boolean;
  readonly checks: readonly {
    readonly check: string;
    readonly state: string;
    readonly says: string;
    readonly next: string | null;
  }[];
}

const of = ({ checks }: Diagnosis, name: string) => checks.find(({ check }) => check === name);

t.test('without a station it looks at the machine, creates nothing and leaves nothing behind', async (t) => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'docket-doctor-')));
  t.teardown(() => rmSync(folder, { recursive: true }));
  const data = join(folder, 'data');
  const { code, json } = await heardHere(['doctor', '--data', data, '--json']);
  t.equal(code, 0);
  const found = json as Diagnosis;
  t.equal(found.ok, true);
  t.match(of(found, 'node'), { state: 'ok', says: process.versions.node });
  t.match(of(found, 'data'), { state: 'warning', next: `docket init --data ${data}` });
  t.match(of(found, 'write'), { state: 'ok', says: folder });
  for (const name of [
    'ffmpeg',
    'ffprobe',
    'exiftool',
    'usb',
    'clock',
    'config',
    'profiles',
    'filesystem',
    'space',
    'direct',
    'immutable',
    'daemon',
  ])
    t.ok(of(found, name), name);
  for (const { check, state, next } of found.checks)
    t.ok(state === 'ok' || next !== null || check === 'immutable', `${check}: what to do next`);
  t.notOk(existsSync(data));
  t.strictSame(readdirSync(folder), []);
});

t.test(
  'with a station it says what is amiss there, and fails where the station could not work',
  async (t) => {
    const station = await testStation(t);
    const sound = await docketHere(station, ['doctor']);
    t.equal(sound.code, 0, sound.text);
    for (const name of ['data', 'key', 'database', 'vault', 'write', 'daemon'])
      t.equal(of(sound.json as Diagnosis, name)?.state, 'ok', name);
    t.strictSame(readdirSync(join(station.vault, 'staging')), []);

    chmodSync(join(station.data, 'keys/station.key'), 0o644);
    const open = await docketHere(station, ['doctor']);
    t.equal(open.code, 6);
    t.match(of(open.json as Diagnosis, 'key'), { state: 'failed', next: /\S/ });

    rmSync(join(station.vault, 'docket-vault.json'));
    const lost = await docketHere(station, ['doctor']);
    t.match(of(lost.json as Diagnosis, 'vault'), { state: 'failed', says: station.vault });

    await station.configure({ nonsense: 1 });
    const wrong = await docketHere(station, ['doctor']);
    t.equal(wrong.code, 6);
    t.match(of(wrong.json as Diagnosis, 'config'), { state: 'failed' });
  },
);

t.test('people read it in their language', async (t) => {
  const station = await testStation(t);
  const common = ['--config', station.config, '--data', station.data];
  const { out } = await heardHere(['doctor', ...common], { language: 'zh' });
  t.match(out, /^正常 {2}Node/m);
  t.match(out, /站点可以工作|一切就绪/);
});
