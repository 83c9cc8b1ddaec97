import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { gaName, makeCard } from '../support/cards.ts';
import { heardHere } from '../support/docket-here.ts';
import { docketHere } from '../support/sound-station.ts';
import { testStation } from '../support/stations.ts';
import { recording } from '../viewing/samples.ts';

const station = await testStation(t, { viewing: { make: 'asked', height: 240 } });
const film = recording(station.folder, 'film.mp4', 2);
const card = join(station.folder, '01');
await makeCard(card, 'card', { [gaName(1)]: readFileSync(film), [gaName(2)]: 900 });
await docketHere(station, ['ingest', card]);
await docketHere(station, ['judge']);
const common = ['--config', station.config, '--data', station.data];

interface Listed {
  readonly evidence: readonly { readonly evidenceId: string; readonly bytes: number }[];
}

const { evidence } = (await docketHere(station, ['evidence', 'list'])).json as Listed;
const film1 = evidence.find(({ bytes }) => bytes !== 900)?.evidenceId ?? '';
const junk = evidence.find(({ bytes }) => bytes === 900)?.evidenceId ?? '';

t.test('a copy is made when it is asked for, and shown with everything that it was made with', async (t) => {
  t.match((await docketHere(station, ['viewing', 'show', film1])).json, { evidence: film1, state: 'none' });
  const made = await docketHere(station, ['viewing', 'make', film1]);
  t.equal(made.code, 0, made.text);
  const { file } = made.json as { file: string };
  t.ok(existsSync(file));
  t.match((await docketHere(station, ['viewing', 'show', film1])).json, {
    ...{ evidence: film1, state: 'made' },
    said: { how: 'transcoded', mark: /burnt|none/, arguments: /libx264/, confinement: /nice/ },
  });
  t.match((await docketHere(station, ['viewing', 'list'])).json, { copies: [{ state: 'made' }] });
  t.match((await docketHere(station, ['viewing', 'status'])).json, {
    made: 1,
    waiting: 0,
    failed: 0,
    live: null,
  });
  t.match((await docketHere(station, ['status'])).json, { viewing: { made: 1 } });
  t.match((await docketHere(station, ['evidence', 'show', film1])).json, { viewing: { state: 'made' } });
  t.match((await docketHere(station, ['verify', '--vault', 'none'])).json, { damage: [] });
});

t.test('what cannot be transcoded says so, and some were left', async (t) => {
  const failed = await docketHere(station, ['viewing', 'make', junk]);
  t.equal(failed.code, 7);
  t.match(failed.json, { state: 'failed', because: /unreadable|no_index/ });
  const { out } = await heardHere(['viewing', 'show', junk, ...common], { language: 'zh' });
  t.match(out, /原始资料无法转码/);
});

t.test('a copy that is not what was made is found, and made again', async (t) => {
  t.equal((await docketHere(station, ['viewing', 'verify'])).code, 0);
  const { folder } = (await docketHere(station, ['viewing', 'show', film1])).json as { folder: string };
  writeFileSync(join(folder, 'copy.mp4'), 'something else');
  const found = await docketHere(station, ['viewing', 'verify']);
  t.equal(found.code, 16);
  t.match(found.json, { count: 1, damaged: [{ evidence: film1, found: 'altered' }] });
  t.equal((await docketHere(station, ['viewing', 'remove', film1])).code, 0);
  t.notOk(existsSync(folder));
  t.equal((await docketHere(station, ['viewing', 'remove', film1])).code, 2);
  t.equal((await docketHere(station, ['viewing', 'make', film1])).code, 0);
  t.equal((await docketHere(station, ['viewing', 'verify'])).code, 0);
});

t.test('an item that is not there is a wrong value', async (t) => {
  for (const deed of ['make', 'show', 'remove'])
    t.match(await docketHere(station, ['viewing', deed, 'ST01-2026-9999999']), { code: 2 }, deed);
});

t.test('people read it in their language', async (t) => {
  const words = async (args: readonly string[], language: 'zh' | 'en') =>
    (await heardHere([...args, ...common], { language })).out;
  t.match(await words(['viewing', 'show', film1], 'zh'), /预览副本不是证据/);
  t.match(await words(['viewing', 'show', film1], 'en'), /This is no evidence/);
  t.match(await words(['viewing', 'list'], 'zh'), /已生成/);
  t.match(await words(['viewing', 'status'], 'en'), /1 made/);
  t.match(await words(['evidence', 'show', film1], 'zh'), /预览副本 +已生成/);
  t.match(await words(['evidence', 'show', film1], 'en'), /a viewing copy was made \(transcoded/);
});
