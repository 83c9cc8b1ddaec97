// What `docket status` says while a store fails, for each way in which it can: it is true in between, and after.
import { join } from 'node:path';
import t from 'tap';
import { stationStatus } from '../../src/station/status.ts';
import { stationUploads } from '../../src/station/uploads.ts';
import { gaName } from '../support/cards.ts';
import type { Deed, Op } from '../support/s3-proxy.ts';
import { startCeph } from '../support/s3-vault.ts';
import { ingestCard, openedStore, stagedOf, storedCount, storeStation } from '../support/store-station.ts';
import { dockingsOf, verified } from '../support/tamper-station.ts';
import { until } from '../support/until.ts';

const ceph = await startCeph(t);

const writes: readonly Op[] = ['put', 'begin', 'part', 'complete', 'retention'];
const states: readonly (readonly [string, Deed, RegExp, ((op: Op) => boolean)?])[] = [
  ['wrong keys', { answer: 403, code: 'SignatureDoesNotMatch' }, /403 SignatureDoesNotMatch/],
  ['no right', { answer: 403, code: 'AccessDenied' }, /403 AccessDenied/],
  ['no bucket', { answer: 404, code: 'NoSuchBucket' }, /./],
  [
    'no lock in the bucket',
    { answer: 400, code: 'InvalidRequest' },
    /400 InvalidRequest/,
    (op) => writes.includes(op),
  ],
  ['409', { answer: 409, code: 'OperationAborted' }, /409 OperationAborted/],
  ['500', { answer: 500, code: 'InternalError' }, /500 InternalError/],
  ['503', { answer: 503, code: 'SlowDown' }, /503 SlowDown/],
  ['a clock off by a day', { clockAheadSeconds: 86_400 }, /clock of the store/],
  ['what is sent is corrupted', 'corrupt the body', /400/, (op) => writes.includes(op)],
  ['what is sent is cut off', { cutBodyAfter: 20 }, /./, (op) => op === 'part' || op === 'put'],
  ['what comes back is corrupted', 'corrupt the answer', /read back/, (op) => op === 'get'],
  ['it says 200 and loses it', 'lose it', /./, (op) => op === 'put' || op === 'complete'],
];

t.test(`${states.length + 1} ways in which a store fails, and the status is true in each`, async (t) => {
  const made = await storeStation(t, ceph);
  const station = await openedStore(t, made);
  const { db, room, places, config, file } = station;
  const fatal: unknown[] = [];
  const queue = () => stationUploads(room, db, 4, (error) => fatal.push(error));
  const statusOf = (live: ReturnType<typeof queue>) =>
    stationStatus({ db, places, file }, config, {
      dockings: [],
      uploads: live.state(),
      viewing: { made: 0, failed: 0, bytes: 0, waiting: 0, underWay: [], paused: null },
    });
  const bytes = 3_000;
  let stored = 0;
  for (const [what, deed, found, of = () => true] of states) {
    await ingestCard(dockingsOf(station), join(made.base, what), { [gaName(stored)]: bytes + stored });
    const ours = ({ op, key }: { op: Op; key: string }): boolean => of(op) && !key.includes('log/');
    made.proxy.strike(ours, deed, Number.POSITIVE_INFINITY);
    const failing = queue();
    await failing.drain();
    t.match(
      (await statusOf(failing)).uploads,
      {
        waiting: 1,
        waitingBytes: bytes + stored,
        live: {
          underWay: [],
          failing: 1,
          breaker: 'closed',
          lastFailure: found,
          failingSince: /Z$/,
          lastFailureAt: /Z$/,
        },
      },
      what,
    );
    t.equal((await stagedOf(made)).length, 1, `${what}: nothing is lost`);
    made.proxy.calm();
    stored += 1;
    let working = queue();
    await working.drain();
    // A clock that was wrong is asked for again, which tells that it is right: the queue tries until it is.
    for (let again = 0; storedCount(station) < stored && again < 5; again++) {
      working = queue();
      await working.drain();
    }
    t.match(
      (await statusOf(working)).uploads,
      {
        waiting: 0,
        waitingBytes: 0,
        live: { underWay: [], failing: 0, lastFailure: null, failingSince: null },
      },
      `${what}: and after`,
    );
    t.equal(storedCount(station), stored, what);
  }
  // A full store hangs: nothing has failed yet, and what is on its way says since when.
  await ingestCard(dockingsOf(station), join(made.base, 'full'), { [gaName(stored)]: bytes + stored });
  made.proxy.strike(({ op }) => writes.includes(op), 'hang', Number.POSITIVE_INFINITY);
  const puts = made.proxy.count('put');
  const full = queue();
  full.start();
  t.teardown(() => full.stop());
  await until('its PUT hangs', () => made.proxy.count('put') > puts);
  t.equal(full.state().underWay.length, 1);
  t.match((await statusOf(full)).uploads, {
    waiting: 1,
    live: {
      underWay: [{ kind: 'recording', bytes: bytes + stored, since: /Z$/ }],
      failing: 0,
      failingSince: null,
    },
  });
  await until('it has failed', () => full.state().failing === 1);
  made.proxy.calm();
  await full.stop();
  await queue().drain();
  t.equal(storedCount(station), stored + 1);
  t.same(fatal, []);
  t.comment(`${states.length + 1} states, each shown as it was, and ${stored + 1} recordings stored once`);
  await station.close();
  const checked = await verified(made);
  t.same(checked.damage, []);
  t.equal(checked.originals.reread, stored + 1);
});

t.test(
  'a store that fails again and again is left alone, and its alarm is closed when it takes things again',
  async (t) => {
    const made = await storeStation(t, ceph, 1);
    const station = await openedStore(t, made);
    const { db, room } = station;
    const content = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [gaName(i), 500 + i]));
    await ingestCard(dockingsOf(station), join(made.base, 'card'), content);
    const queue = () =>
      stationUploads(room, db, 1, (error) => {
        throw error;
      });
    const open = () =>
      db
        .prepare<[], number>(
          "SELECT count(*) FROM view_alarm JOIN view_alarm_life USING (alarm) WHERE code = 'uploads_failing' AND state <> 'closed'",
        )
        .pluck()
        .get();
    made.proxy.strike(({ key }) => key.includes('originals/'), { answer: 403, code: 'AccessDenied' }, 1_000);
    const failing = queue();
    await failing.drain();
    t.match(failing.state(), { waiting: 6, failing: 5, breaker: 'open', underWay: [] });
    t.ok((failing.state().pausedSeconds ?? 0) > 0);
    t.equal(open(), 1);
    made.proxy.calm();
    const working = queue();
    await working.drain();
    t.match(working.state(), { waiting: 0, failing: 0, breaker: 'closed', failingSince: null });
    t.equal(open(), 0);
    await station.close();
  },
);
