import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { isFactoryDefault } from '../../src/dock/file-name.ts';
import { loadProfiles } from '../../src/dock/load-profiles.ts';
import { tryExamples } from '../../src/dock/profile-examples.ts';

const folder = fileURLToPath(new URL('../../devices/', import.meta.url));
const profiles = await loadProfiles(folder);

t.test('one model a file, and the file bears its id', async (t) => {
  const files = (await readdir(folder)).filter((name) => name !== '90-docket.rules');
  t.strictSame(files.sort(), profiles.map(({ id }) => `${id}.yaml`).sort());
});

t.test('the profiles that the field needs are there', async (t) => {
  const ids = profiles.map(({ id }) => id);
  const needed = ['generic-ga-t-947', 'generic-dcim', 'transcend-drivepro-body-70', 'ambarella-a12'];
  const markers = ['marker-id-txt', 'marker-station-bind-ini', 'marker-log-id'];
  for (const id of [...needed, ...markers]) t.ok(ids.includes(id), id);
});

for (const profile of profiles) {
  t.test(`${profile.id}: every example name says exactly what the profile promises`, async (t) => {
    for (const { path, expected, found } of tryExamples(profile)) t.strictSame(found, expected, path);
  });

  t.test(`${profile.id}: no example takes zeros for an identity`, async (t) => {
    for (const { path, found } of tryExamples(profile)) {
      t.notOk(isFactoryDefault(found?.device ?? ''), path);
      t.notOk(isFactoryDefault(found?.officer ?? ''), path);
    }
  });

  t.test(`${profile.id}: people read its name and quirks in both languages`, async (t) => {
    for (const { en, zh } of [profile.name, ...profile.quirks]) {
      t.match(zh, /\p{Script=Han}/u, zh);
      t.notMatch(en, /\p{Script=Han}/u, en);
    }
    t.ok(profile.quirks.length > 0, 'what is odd about it is said');
  });

  t.test(`${profile.id}: it can hold a recording`, async (t) => {
    const { video, audio, image } = profile.recordings;
    const all = [...video, ...audio, ...image];
    t.ok(video.includes('mp4'), 'mp4');
    t.equal(new Set(all).size, all.length, 'an extension is of one kind');
  });
}
