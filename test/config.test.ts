import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { ConfigError, checkConfig, loadConfig } from '../src/config.ts';

const shipped = fileURLToPath(new URL('../ingest.config.yaml', import.meta.url));
const env = { HOME: '/home/zhang' };

function thrownBy(run: () => unknown): ConfigError {
  try {
    run();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

t.test('without a file every setting has its default', async (t) => {
  t.strictSame(loadConfig(null, { env }), {
    version: 1,
    dataFolder: '/home/zhang/.local/share/docket',
    station: { code: 'ST01', name: '', unit: '', zone: 'Asia/Shanghai', language: 'zh' },
    deadlines: {
      ...{ policy: 'quzhou-2022', policyFolder: null, dockingIsReturn: false, openDays: 'calendar' },
      endOfDay: null,
      ...{ sessions: 'joined', sessionGapMinutes: 30, clockToleranceSeconds: 300 },
      calendar: { restDays: [], workDays: [], years: [] },
    },
    continuity: { gapSeconds: 10, overlapSeconds: 60 },
    dock: {
      folders: [],
      scanMilliseconds: 250,
      rejoinSeconds: 3,
      usb: { mode: 'observe', mountFolder: '/run/docket' },
      profileFolder: null,
      layout: { ports: [], columns: null },
    },
    intake: {
      sm3: false,
      settleSeconds: 2,
      redock: 'fast',
      unregistered: 'accept',
      stallSeconds: 30,
      changeAttempts: 3,
      retryFullSeconds: 30,
      workers: 0,
    },
    missing: { recorderDays: 14, caseDays: 7, evidenceDays: 7 },
    vault: {
      ...{ folder: null, reserveMebibytes: 1024, immutable: 'auto', retentionDays: 186 },
      ...{ designated: true, designatedBy: '', kind: 'local' },
      retention: { importantDays: 1_827, evidenceDays: 3_653, unclassifiedDays: 30 },
      s3: {
        ...{ endpoint: null, region: 'us-east-1', bucket: '', prefix: '', mode: 'COMPLIANCE' },
        ...{ pathStyle: true, keyFile: null, caFile: null, partMebibytes: 5, partsAtOnce: 4 },
        ...{
          uploadsAtOnce: 4,
          answerSeconds: 180,
          logRetentionDays: 3_650,
          readBack: 'always',
          bandwidth: [],
        },
      },
      mirror: {
        ...{ kind: 'none', folder: null, immutable: 'auto', mebibytesPerSecond: 50, alarmDays: 3 },
        s3: {
          ...{ endpoint: null, region: 'us-east-1', bucket: '', prefix: '', mode: 'COMPLIANCE' },
          ...{ pathStyle: true, keyFile: null, caFile: null, partMebibytes: 5, partsAtOnce: 4 },
          ...{ uploadsAtOnce: 4, answerSeconds: 180, logRetentionDays: 3_650 },
          ...{ readBack: 'always', bandwidth: [] },
        },
      },
    },
    fixity: { days: 90, mebibytesPerSecond: 20 },
    erasing: { units: [], models: [], confirm: 'person', folders: false },
    fullRecorder: { freePercent: 10, freeMebibytes: 0, hoursBefore: 12 },
    viewing: {
      ...{ make: 'all', height: 720, mark: 'burnt', font: null, atOnce: 1, storeMebibytes: 204_800 },
    },
    ledger: { checkpointMinutes: 60 },
    access: {
      ...{ shortestPassword: 12, failures: 5, lockMinutes: 15, idleMinutes: 30, absoluteHours: 12 },
      ...{ kioskIdleSeconds: 60, kioskMinutes: 10, officersWatchOwn: false, requestDays: 30 },
      ...{ emergencyHours: 24, doorSocket: null, tokenDays: 365, proposalDays: 7 },
    },
    http: {
      ...{
        enabled: true,
        address: '127.0.0.1',
        port: 8460,
        tls: { certificateFile: null, keyFile: null, own: false, names: [] },
      },
      ...{ trustProxy: [], requestsPerMinute: 1_200, handInMebibytes: 16_384 },
    },
    backup: { folder: null, at: '02:30', keep: 7, recipient: null },
    log: { level: 'info' },
  });
});

t.test('the shipped file passes and says nothing but the defaults', async (t) => {
  t.strictSame(checkConfig(readFileSync(shipped, 'utf8'), shipped), []);
  t.strictSame(loadConfig(shipped, { env }), loadConfig(null, { env }));
});

t.test('the shipped file names every setting there is', async (t) => {
  const { dataFolder: _chosen, ...rest } = loadConfig(null, { env });
  const text = readFileSync(shipped, 'utf8');
  for (const [section, settings] of Object.entries(rest)) {
    t.match(text, new RegExp(`^${section}:`, 'm'), section);
    for (const name of Object.keys(Object(settings))) t.match(text, new RegExp(`^  ${name}:`, 'm'), name);
  }
});

t.test("relative paths are taken from the file's own folder, not from the working folder", async (t) => {
  const folder = t.testdir({
    'station.yaml':
      'dataFolder: data\nvault: {folder: ../vault}\ndock:\n  profileFolder: ~/profiles\n  folders: [{path: dock}, {path: /media/x, kind: mounts}]\n',
  });
  const config = loadConfig('station.yaml', { env, workingFolder: folder });
  t.equal(config.dataFolder, join(folder, 'data'));
  t.equal(config.vault.folder, join(folder, '..', 'vault'));
  t.equal(config.dock.profileFolder, '/home/zhang/profiles');
  t.strictSame(config.dock.folders, [
    { path: join(folder, 'dock'), kind: 'cards' },
    { path: '/media/x', kind: 'mounts' },
  ]);
  const elsewhere = loadConfig(join(folder, 'station.yaml'), { env, workingFolder: '/' });
  t.strictSame(elsewhere, config);
});

t.test('an option comes before the variable, the variable before the file', async (t) => {
  const folder = t.testdir({ 'station.yaml': 'dataFolder: /from/file\n' });
  const load = (dataOverride: string | undefined, data: string): string =>
    loadConfig('station.yaml', { dataOverride, env: { ...env, DOCKET_DATA: data }, workingFolder: folder })
      .dataFolder;
  t.equal(load('/from/option', '/from/variable'), '/from/option');
  t.equal(load('here', '/from/variable'), join(folder, 'here'));
  t.equal(load(undefined, '/from/variable'), '/from/variable');
  t.equal(load(undefined, ''), '/from/file');
});

t.test('a missing file is refused, not replaced by defaults', async (t) => {
  const error = thrownBy(() => loadConfig('/nowhere/at/all.yaml', { env }));
  t.equal(error.code, 'config.missing_file');
  t.match(error.message, '/nowhere/at/all.yaml');
});

t.test('a folder in place of the file is refused with the reason', async (t) => {
  const error = thrownBy(() => loadConfig(t.testdir({}), { env }));
  t.equal(error.code, 'config.unreadable_file');
  t.match(error.params, { errno: 'EISDIR' });
});

t.test('a file saved as GBK is refused: its names would be stored garbled', async (t) => {
  const file = join(t.testdir({}), 'gbk.yaml');
  writeFileSync(
    file,
    Buffer.concat([Buffer.from('station: {name: "'), Buffer.from([0xb3, 0xc7]), Buffer.from('"}')]),
  );
  t.equal(thrownBy(() => loadConfig(file, { env })).code, 'config.not_utf8');
});

t.test('a file with a byte order mark is read like any other', async (t) => {
  const file = join(t.testdir({ 'bom.yaml': '\ufeffstation: {name: 城东}\n' }), 'bom.yaml');
  t.equal(loadConfig(file, { env }).station.name, '城东');
});

t.test('a wrong file is refused with every wrong place, the first as the field', async (t) => {
  const file = join(t.testdir({ 'a.yaml': 'log:\n  level: loud\nintake:\n  sm3: maybe\n' }), 'a.yaml');
  const error = thrownBy(() => loadConfig(file, { env }));
  t.equal(error.code, 'config.invalid');
  t.equal(error.field, 'log.level');
  t.match(error.params, { file, count: 2, key: 'log.level', line: 2 });
  t.strictSame(
    error.findings.map(({ key, line }) => ({ key, line })),
    [
      { key: 'log.level', line: 2 },
      { key: 'intake.sm3', line: 4 },
    ],
  );
});

t.test('a file of a newer version says which version this program knows', async (t) => {
  const file = join(t.testdir({ 'a.yaml': 'version: 7\n' }), 'a.yaml');
  const error = thrownBy(() => loadConfig(file, { env }));
  t.equal(error.code, 'config.newer_version');
  t.match(error.params, { found: 7, known: 1, line: 1, file });
  t.equal(error.field, 'version');
});
