import t from 'tap';
import { phaseWords, verdictOf } from '../../src/cli/docking-verdict.ts';
import type { DockingSnapshot } from '../../src/intake/progress.ts';

const complete: DockingSnapshot = {
  ...{ docking: 'ST01-D000001', port: '07', root: '/dock/07', recorder: '2222222', profile: 'generic-dcim' },
  ...{ phase: 'complete', files: { done: 5, total: 5 }, bytes: { done: 5, total: 5 } },
  ...{ bytesPerSecond: 0, secondsLeft: null, current: null, failed: 0, deferred: 0, safeToTake: true },
  ...{ erased: null, erasing: null },
};

t.test('what was not all taken in is never called complete', async (t) => {
  t.equal(phaseWords(complete, 'en'), 'complete');
  const left = { ...complete, deferred: 4, safeToTake: false };
  t.equal(phaseWords(left, 'en'), 'not all taken in');
  t.equal(phaseWords(left, 'zh'), '未全部采集');
  t.equal(verdictOf(left).text, 'keep');
});
