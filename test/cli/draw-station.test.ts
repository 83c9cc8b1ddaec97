import t from 'tap';
import { displayWidth } from '../../src/cli/display-width.ts';
import type { Glance } from '../../src/cli/draw-glance.ts';
import { drawStation, type StationPicture } from '../../src/cli/draw-station.ts';
import { plainPaint } from '../../src/cli/paint.ts';
import type { DockingSnapshot } from '../../src/intake/progress.ts';
import type { ListedEvidence } from '../../src/station/catalogue/evidence-list.ts';

const item: ListedEvidence = {
  evidenceId: 'ST01-2026-0000001',
  recorder: '2222222',
  docking: 'ST01-D000001',
  way: 'dock',
  path: 'DCIM/VIDEO/A11_2222222_222222_20260902180111_0001.mp4',
  bytes: 40_000,
  sha256: `9fca1f25a19b${'0'.repeat(52)}`,
  modified: '2026-09-02T10:01:18Z',
  named: { device: '2222222', officer: '222222', start: '2026-09-02T18:01:11', segment: 1, important: false },
  resumed: false,
  assigned: true,
  state: 'stored',
  securedAt: '2026-09-02T10:02:00Z',
  storedAt: '2026-09-02T10:02:01Z',
};

const alarm = {
  alarm: 'ST01-A000001',
  code: 'recorder_unregistered',
  severity: 'notice',
  params: {},
  raised: '2026-09-02T10:02:00Z',
  acknowledged: null,
  acknowledger: null,
  note: null,
  message: 'Recorder 2222222 is not registered.',
};

const nothing: Glance = {
  counts: { evidence: 0, stored: 0, secured: 0 },
  evidence: [],
  openAlarms: 0,
  alarms: [],
};

const empty: StationPicture = {
  code: 'ST01',
  name: '示例采集站',
  watched: ['/media/docket'],
  dockings: [],
  glance: nothing,
  footer: null,
};

const docked = (port: string): DockingSnapshot => ({
  docking: `ST01-D${port}`,
  port,
  root: `/dock/${port}`,
  recorder: '2222222',
  profile: 'generic-ga-t-947',
  phase: 'copying',
  files: { total: 4, done: 1 },
  bytes: { total: 1_000_000, done: 500_000 },
  bytesPerSecond: 0,
  secondsLeft: null,
  current: null,
  failed: 0,
  deferred: 0,
  safeToTake: false,
  ...{ erased: null, erasing: null },
});

const many = (count: number): StationPicture => ({
  ...empty,
  dockings: Array.from({ length: count }, (_, i) => docked(String(i + 1))),
  glance: {
    counts: { evidence: 30, stored: 29, secured: 1 },
    evidence: Array.from({ length: 8 }, () => item),
    openAlarms: 2,
    alarms: [alarm, alarm],
  },
});

t.test('an empty station says what to do', async (t) => {
  const lines = drawStation(empty, 'zh', { width: 79, height: 23 }, plainPaint);
  t.strictSame(lines, [
    'Docket 采集站 ST01  示例采集站                               监视 /media/docket',
    '',
    '等待接入。请将执法记录仪放入采集柜，或运行：docket ingest 文件夹',
    '',
    '最新证据                                          共 0 条 · 已存证 0 · 仅暂存 0',
    '尚无',
    '',
    'Ctrl-C 停止',
  ]);
  t.match(
    drawStation(empty, 'en', { width: 79, height: 23 }, plainPaint).join('\n'),
    /Waiting for a recorder/,
  );
});

t.test('new evidence is seen with its name, size, digest and state, alarms below it', async (t) => {
  const text = drawStation(many(1), 'zh', { width: 99, height: 40 }, plainPaint).join('\n');
  t.match(
    text,
    'ST01-2026-0000001  已存证   39.1 KiB  9fca1f25a19b  A11_2222222_222222_20260902180111_0001.mp4',
  );
  t.match(text, '2 个未确认告警：docket alarms list\n! Recorder 2222222 is not registered.');
});

t.test('ports stand in the order of their numbers', async (t) => {
  const lines = drawStation(many(12), 'en', { width: 79, height: 60 }, plainPaint);
  const ports = lines.flatMap((line) => /Port (\d+)/.exec(line)?.[1] ?? []);
  t.strictSame(ports, ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']);
});

t.test('a full dock is drawn closer, and what does not fit is counted', async (t) => {
  const close = drawStation(many(6), 'en', { width: 79, height: 23 }, plainPaint);
  t.equal(close.filter((line) => line.includes('Port ')).length, 6);
  t.equal(close.filter((line) => line.includes('taking in')).length, 0);
  const lines = drawStation(many(30), 'en', { width: 79, height: 23 }, plainPaint);
  const shown = lines.filter((line) => line.includes('Port ')).length;
  t.match(lines.join('\n'), `… and ${30 - shown} more`);
});

t.test('the picture never leaves the terminal', async (t) => {
  for (const language of ['zh', 'en'] as const)
    for (const width of [40, 79, 119, 200])
      for (const height of [18, 23, 50])
        for (const count of [0, 1, 2, 5, 30]) {
          const lines = drawStation(many(count), language, { width, height }, plainPaint);
          const what = `${language} ${width}x${height}, ${count} ports`;
          t.ok(lines.length <= height, `${what}: ${lines.length} lines`);
          for (const line of lines) t.ok(displayWidth(line) <= width, `${what}: ${line}`);
        }
});
