import t from 'tap';
import { withStanding } from '../../../src/access/configuration/in-force.ts';
import {
  changesBetween,
  digestOf,
  isSensitive,
  sensitiveOf,
  settingsOf,
} from '../../../src/access/configuration/settings.ts';
import { loadConfig } from '../../../src/config.ts';

const config = loadConfig(null, { env: {}, dataOverride: '/data' });

t.test('every setting has its key, and the digest follows each', async (t) => {
  const settings = settingsOf(config);
  t.equal(settings['vault.retention.evidenceDays'], '3653');
  t.equal(settings['station.code'], '"ST01"');
  t.equal(settings['dock.folders'], '[]');
  t.equal(digestOf(settings), digestOf({ ...settings }));
  for (const key of Object.keys(settings))
    t.not(digestOf({ ...settings, [key]: '"other"' }), digestOf(settings), key);
});

t.test(
  'retention, erasing, limits and accounts need two persons, and nothing that runs the machine does',
  async (t) => {
    for (const key of [
      'vault.retentionDays',
      'vault.retention.evidenceDays',
      'erasing.units',
      'access.failures',
    ])
      t.ok(isSensitive(key), key);
    for (const key of ['deadlines.policy', 'vault.s3.mode', 'fullRecorder.freePercent'])
      t.ok(isSensitive(key), key);
    for (const key of [
      'vault.folder',
      'vault.reserveMebibytes',
      'log.level',
      'access.doorSocket',
      'erasingx',
    ])
      t.notOk(isSensitive(key), key);
  },
);

t.test('what looks like a secret is hidden, also within an address', async (t) => {
  const endpoint = 'https://key:very-secret@store.example:9000';
  const { vault } = config;
  const changed = { ...config, vault: { ...vault, s3: { ...vault.s3, endpoint, secretKey: 'very-secret' } } };
  const text = JSON.stringify(settingsOf(changed));
  t.notMatch(text, /very-secret/);
  t.equal(settingsOf(changed)['vault.s3.endpoint'], '"https://***@store.example:9000"');
});

t.test('changes name the key with both values', async (t) => {
  t.same(changesBetween({ a: '1', b: '2' }, { b: '3', c: '4' }), [
    { key: 'a', before: '1', after: null },
    { key: 'b', before: '2', after: '3' },
    { key: 'c', before: null, after: '4' },
  ]);
});

t.test('what stands takes the place of what is sensitive in the file, and of nothing else', async (t) => {
  const standing = { ...settingsOf(config), 'vault.retentionDays': '500', 'station.name': '"other"' };
  const inForce = withStanding(config, standing);
  t.equal(inForce.vault.retentionDays, 500);
  t.equal(inForce.station.name, '');
  t.equal(config.vault.retentionDays, 186, 'the file’s own value is left as it is');
  t.same(sensitiveOf(settingsOf(withStanding(config, settingsOf(config)))), sensitiveOf(settingsOf(config)));
});

t.test('a value that this version would not take, or that was not known then, is the default', async (t) => {
  const written = { ...config, vault: { ...config.vault, retentionDays: 1 } };
  t.equal(withStanding(written, { 'vault.retentionDays': '-7' }).vault.retentionDays, 186);
  t.equal(withStanding(written, {}).vault.retentionDays, 186);
});
