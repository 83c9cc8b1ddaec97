import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t, { type Test } from 'tap';
import type { Clock } from '../../src/clock.ts';
import { hintsFor } from '../../src/dock/folder-hints.ts';
import { type DockDisk, dockDisk, type WatchedFolder } from '../../src/dock/scan-folder.ts';
import { type DockWatch, watchDock } from '../../src/dock/watch.ts';
import type { DockEvent, WatchOptions } from '../../src/dock/watch-options.ts';

/** Long enough that only the test's own scans and hints count. */
const never = 1_000_000;

function started(t: Test, folders: readonly WatchedFolder[], more: Partial<WatchOptions> = {}) {
  const told: string[] = [];
  const waiting = new Set<() => void>();
  let nowMs = 0;
  const clock: Clock = { now: () => Temporal.Instant.fromEpochMilliseconds(nowMs), monotonicMs: () => nowMs };
  const watch: DockWatch = watchDock({
    folders,
    scanMilliseconds: never,
    rejoinSeconds: 3,
    clock,
    hints: null,
    onEvent: (event) => {
      told.push(shown(event));
      for (const look of waiting) look();
    },
    ...more,
  });
  t.teardown(() => watch.close());
  return {
    watch,
    told,
    clock: (ms: number) => {
      nowMs = ms;
    },
    /** What was told since the last call, after a scan. */
    async scan() {
      await watch.scan();
      return told.splice(0);
    },
    /** Resolves when the event has been told; the test's own time limit is the only one. */
    async until(event: string) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const look = () => told.includes(event) && resolve();
      waiting.add(look);
      look();
      await promise;
      waiting.delete(look);
    },
  };
}

function shown(event: DockEvent): string {
  switch (event.kind) {
    case 'folder_back':
      return event.kind;
    case 'folder_failing':
    case 'name_unusable':
      return `${event.kind} ${event.error.code}`;
    default:
      return 'card' in event ? `${event.kind} ${event.card.port}` : event.kind;
  }
}

t.test('each subfolder with something in it is a card at the port of its name', async (t) => {
  const path = t.testdir({ p1: { a: 'x' }, empty: {}, file: 'x', '.Trash': { a: 'x' } });
  symlinkSync('p1', join(path, 'link'));
  const { scan } = started(t, [{ path, kind: 'cards' }]);
  t.strictSame(await scan(), ['attached p1']);
  writeFileSync(join(path, 'empty', 'b'), 'x');
  t.strictSame(await scan(), ['attached empty']);
  rmSync(join(path, 'p1', 'a'));
  t.strictSame(await scan(), ['detached p1']);
});

t.test('a card has the real path of its folder as root', async (t) => {
  const path = t.testdir({ real: { p1: { a: 'x' } } });
  symlinkSync('real', join(path, 'dock'));
  const roots: string[] = [];
  const { watch } = started(t, [{ path: join(path, 'dock'), kind: 'cards' }], {
    onEvent: (event) => 'card' in event && roots.push(event.card.root),
  });
  await watch.scan();
  t.strictSame(roots, [join(path, 'real', 'p1')]);
});

t.test('back within the rejoin time it is the same docking, later a new one', async (t) => {
  const path = t.testdir({ p1: { a: 'x' } });
  const { scan, clock } = started(t, [{ path, kind: 'cards' }]);
  await scan();
  renameSync(join(path, 'p1'), join(path, '.p1'));
  t.strictSame(await scan(), ['detached p1']);
  clock(2999);
  renameSync(join(path, '.p1'), join(path, 'p1'));
  t.strictSame(await scan(), ['rejoined p1']);
  renameSync(join(path, 'p1'), join(path, '.p1'));
  await scan();
  clock(9000);
  t.strictSame(await scan(), ['departed p1']);
  renameSync(join(path, '.p1'), join(path, 'p1'));
  t.strictSame(await scan(), ['attached p1']);
});

t.test('a watched folder that is missing is said once and waited for', async (t) => {
  const path = join(t.testdir({}), 'later');
  const { scan } = started(t, [{ path, kind: 'cards' }]);
  t.strictSame(await scan(), ['folder_failing dock.watched_folder_missing']);
  t.strictSame(await scan(), []);
  mkdirSync(join(path, 'p1', 'DCIM'), { recursive: true });
  t.strictSame(await scan(), ['folder_back', 'attached p1']);
  renameSync(path, `${path}.away`);
  t.strictSame(await scan(), ['folder_failing dock.watched_folder_missing', 'detached p1']);
});

t.test('a watched folder that cannot be read says nothing about its cards', async (t) => {
  const path = t.testdir({ p1: { a: 'x' } });
  let fails = false;
  const disk: DockDisk = {
    ...dockDisk,
    async subfolders(folder) {
      if (fails) throw Object.assign(new Error('EIO'), { code: 'EIO' });
      return dockDisk.subfolders(folder);
    },
  };
  const { scan } = started(t, [{ path, kind: 'cards' }], { disk });
  await scan();
  fails = true;
  t.strictSame(await scan(), ['folder_failing dock.watched_folder_unreadable']);
  fails = false;
  t.strictSame(await scan(), ['folder_back']);
});

t.test('a port name that is not UTF-8 is said once and left alone', async (t) => {
  const path = t.testdir({});
  mkdirSync(Buffer.concat([Buffer.from(`${path}/`), Buffer.from([0xff])]));
  const { scan } = started(t, [{ path, kind: 'cards' }]);
  t.strictSame(await scan(), ['name_unusable dock.port_name_unusable']);
  t.strictSame(await scan(), []);
});

t.test('a card whose folder hangs holds up no other card and no other folder', async (t) => {
  const path = t.testdir({ hung: { a: 'x' }, p1: { a: 'x' } });
  const release = Promise.withResolvers<void>();
  let looks = 0;
  const disk: DockDisk = {
    ...dockDisk,
    async probe(root) {
      if (root.endsWith('/hung')) {
        looks += 1;
        await release.promise;
      }
      return dockDisk.probe(root);
    },
  };
  const { until, watch, told } = started(t, [{ path, kind: 'cards' }], { disk, scanMilliseconds: 20 });
  await until('attached p1');
  mkdirSync(join(path, 'p2'));
  writeFileSync(join(path, 'p2', 'a'), 'x');
  await until('attached p2');
  await watch.scan();
  t.equal(looks, 1, 'a hung card has one look outstanding, not one for each scan');
  t.notOk(told.includes('attached hung'));
  release.resolve();
  await until('attached hung');
});

t.test('a folder that hangs holds up no other folder, nor the end', async (t) => {
  const path = t.testdir({ p1: { a: 'x' } });
  const disk: DockDisk = {
    ...dockDisk,
    realpath: (folder) => (folder === '/hung' ? new Promise(() => undefined) : dockDisk.realpath(folder)),
  };
  const folders = [
    { path: '/hung', kind: 'cards' },
    { path, kind: 'cards' },
  ] as const;
  const { until, watch } = started(t, folders, { disk });
  await until('attached p1');
  await watch.close();
  t.pass('closed');
});

t.test('mount points below a folder are cards, with their lock', async (t) => {
  const path = t.testdir({ p1: {} });
  let table = '';
  const disk: DockDisk = { ...dockDisk, mountinfo: async () => Buffer.from(table) };
  const locks: unknown[] = [];
  const { watch } = started(t, [{ path, kind: 'mounts' }], {
    disk,
    onEvent: (event) => 'card' in event && locks.push([event.kind, event.card.port, event.card.readOnly]),
  });
  await watch.scan();
  table = `40 1 8:1 / ${path}/p1 ro - vfat /dev/sdb1 ro\n41 1 8:2 / ${path}/p\\0402 rw - vfat /dev/sdc1 rw\n`;
  await watch.scan();
  table = `50 1 8:1 / ${path}/p1 ro - vfat /dev/sdb1 ro\n`;
  await watch.scan();
  t.strictSame(locks, [
    ['attached', 'p 2', false],
    ['attached', 'p1', true],
    ['detached', 'p 2', false],
    ['detached', 'p1', true],
    ['rejoined', 'p1', true],
  ]);
});

t.test('an event of the file system brings the next scan forward', async (t) => {
  const path = t.testdir({});
  const ready = Promise.withResolvers<void>();
  const { until, scan } = started(t, [{ path, kind: 'cards' }], {
    hints: (folder, hint) => {
      const hints = hintsFor(folder, hint);
      hints.ready.then(ready.resolve, ready.reject);
      return hints;
    },
  });
  await ready.promise;
  await scan();
  const dock = join(path, 'p1');
  mkdirSync(join(path, '.p1'));
  writeFileSync(join(path, '.p1', 'a'), 'x');
  renameSync(join(path, '.p1'), dock);
  await until('attached p1');
  t.pass('long before the next scan was due');
});

t.test('after the end nothing is told', async (t) => {
  const path = t.testdir({ p1: { a: 'x' } });
  const { watch, told } = started(t, [{ path, kind: 'cards' }]);
  await watch.close();
  await watch.scan();
  t.strictSame(told, []);
});

t.test('a closed watch does not keep the process alive', async (t) => {
  const path = t.testdir({ p1: { a: 'x' } });
  const module = new URL('../../src/dock/watch.ts', import.meta.url).href;
  const script = `
    import { watchDock } from ${JSON.stringify(module)};
    const watch = watchDock({
      folders: [{ path: ${JSON.stringify(path)}, kind: 'cards' }], scanMilliseconds: 1_000_000, rejoinSeconds: 3,
      clock: { now: () => Temporal.Now.instant(), monotonicMs: () => performance.now() },
      onEvent: async ({ kind }) => { console.log(kind); await watch.close(); },
    });`;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    timeout: 60_000,
    encoding: 'utf8',
  });
  t.strictSame([child.status, child.stdout], [0, 'attached\n'], child.stderr);
});
