// A station whose vault is an S3 store that is away, slow, or dies: recorders never wait for it.
import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { attachedDraft } from '../../src/intake/attached.ts';
import { attaching } from '../../src/station/attachments.ts';
import { justificationList } from '../../src/station/catalogue/justifications.ts';
import { deadlineDeed } from '../../src/station/deadline-deeds.ts';
import { withUploads } from '../../src/station/with-uploads.ts';
import type { Station } from '../../src/station.ts';
import { gaName } from '../support/cards.ts';
import { startCeph } from '../support/s3-vault.ts';
import { ingestCard, stagedOf, storedCount, storeStation } from '../support/store-station.ts';
import { clerk, dockingsOf, opened, verified } from '../support/tamper-station.ts';
import { until } from '../support/until.ts';

const ceph = await startCeph(t);

t.test(
  'a recorder is free while the store hangs, and everything goes up when it answers again',
  async (t) => {
    const made = await storeStation(t, ceph);
    const station = await opened(made);
    made.proxy.strike(() => true, 'hang', Number.POSITIVE_INFINITY);
    station.uploads?.start();
    const report = await ingestCard(dockingsOf(station), join(made.base, 'card'));
    t.match(report.summary, { secured: 2, stored: 0, failed: 0, deferred: 0 });
    t.same(
      report.outcomes.map(({ objectPath }) => objectPath),
      [null, null],
      'and is told to be no further than it is',
    );
    t.same(
      report.outcomes.flatMap(({ sidecars }) => sidecars.map(({ left }) => left)),
      [null],
    );
    t.equal((await stagedOf(made)).length, 3);
    t.match(station.uploads?.state(), { waiting: 3, waitingBytes: 6 * 1_048_576 + 3_000 + 77 });

    made.proxy.calm();
    station.uploads?.wake();
    await until('all is stored', () => storedCount(station) === 2 && station.uploads?.state().waiting === 0);
    t.same(await stagedOf(made), [], 'nothing is left in staging');
    await station.close();
    const found = await verified(made);
    t.same(found.damage, []);
    t.equal(found.originals.reread, 3);
  },
);

t.test('a station starts while its store hangs, and takes recordings in', async (t) => {
  const made = await storeStation(t, ceph);
  made.proxy.strike(() => true, 'hang', Number.POSITIVE_INFINITY);
  const station = await opened(made);
  t.match((await ingestCard(dockingsOf(station), join(made.base, 'card'))).summary, { secured: 2 });
  await station.close();
});

t.test('what waits for its store survives a restart, and is known again at the dock', async (t) => {
  const made = await storeStation(t, ceph);
  const root = join(made.base, 'card');
  made.proxy.strike(() => true, { answer: 503, code: 'SlowDown' }, Number.POSITIVE_INFINITY);
  const first = await opened(made);
  const report = await ingestCard(dockingsOf(first), root);
  const kept = await withUploads(first, report);
  t.match(kept.summary, { secured: 2, stored: 0 });
  t.same(
    kept.outcomes.map(({ left }) => left?.reason),
    ['not_uploaded', 'not_uploaded'],
  );
  await first.close();
  t.equal((await stagedOf(made)).length, 3, 'a start sweeps nothing of it away');

  const second = await opened(made);
  const again = await ingestCard(dockingsOf(second), root);
  t.match(again.summary, { secured: 2, stored: 0, alreadyStored: 0 });
  t.equal((await stagedOf(made)).length, 3, 'it was not read once more');
  made.proxy.calm();
  const sent = await withUploads(second, again);
  t.match(sent.summary, { secured: 0, stored: 2 });
  t.match(sent.outcomes[0]?.objectPath, /^s3:\/\/docket-\w+\/st01\/originals\//);
  await second.close();

  const third = await opened(made);
  const asked = made.proxy.seen.length;
  made.proxy.strike(() => true, 'hang', Number.POSITIVE_INFINITY);
  t.match((await ingestCard(dockingsOf(third), root)).summary, { alreadyStored: 2 });
  const ofOriginals = made.proxy.seen.slice(asked).filter(({ key }) => key.includes('originals/'));
  t.same(ofOriginals, [], 'what the ledger knows as stored is not asked for');
  made.proxy.calm();
  await third.close();
  t.same((await verified(made)).damage, []);
});

t.test('equal bytes of one recorder wait once, and go up once', async (t) => {
  const made = await storeStation(t, ceph);
  const station = await opened(made);
  const same = Buffer.alloc(4_000, 3);
  const content = { [gaName(1)]: same, [gaName(2)]: same };
  made.proxy.strike(() => true, { answer: 503, code: 'SlowDown' }, Number.POSITIVE_INFINITY);
  t.match((await ingestCard(dockingsOf(station), join(made.base, 'card'), content)).summary, { secured: 2 });
  t.equal((await stagedOf(made)).length, 1);
  made.proxy.calm();
  await station.uploads?.drain();
  t.equal(storedCount(station), 1);
  t.equal(made.proxy.seen.filter(({ op, key }) => op === 'put' && key.includes('originals/')).length, 1);
  await station.close();
  t.same((await verified(made)).damage, []);
});

t.test('what the officer marked as important goes up first', async (t) => {
  const made = await storeStation(t, ceph, 1);
  const station = await opened(made);
  const content = { [gaName(1)]: 1_000, [gaName(2)]: 2_000, [gaName(3, '1234567', '_IMP')]: 3_000 };
  await ingestCard(dockingsOf(station), join(made.base, 'card'), content);
  await station.uploads?.drain();
  const order = made.proxy.seen.filter(({ op, key }) => op === 'put' && key.includes('originals/'));
  t.equal(order[0]?.bytes, 3_000);
  t.equal(order.length, 3);
  await station.close();
});

t.test('a store that is wrong and not only away is told, and nothing is lost', async (t) => {
  const made = await storeStation(t, ceph, 1);
  const station = await opened(made);
  made.proxy.strike(() => true, { answer: 403, code: 'AccessDenied' }, Number.POSITIVE_INFINITY);
  const content = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [gaName(i), 500 + i]));
  await ingestCard(dockingsOf(station), join(made.base, 'card'), content);
  await station.uploads?.drain();
  const codes = station.db.prepare<[], string>('SELECT code FROM view_alarm ORDER BY alarm').pluck().all();
  t.ok(codes.includes('uploads_failing'), codes.join());
  t.match(station.uploads?.state(), { waiting: 6, lastFailure: /AccessDenied/ });
  t.ok((station.uploads?.state().pausedSeconds ?? 0) > 0, 'the store is left alone for a while');
  await station.close();
});

t.test(
  'a reason can be submitted while the store is away, and its attachment goes up when it is back',
  async (t) => {
    const made = await storeStation(t, ceph);
    const station = await opened(made);
    await ingestCard(dockingsOf(station), join(made.base, 'card'));
    await station.uploads?.drain();
    await station.desk.catchUp();
    const session = station.db.prepare<[], string>('SELECT session FROM view_session').pluck().get() ?? '';
    made.proxy.strike(() => true, 'hang', Number.POSITIVE_INFINITY);
    const paper = join(made.base, '情况说明.txt');
    await writeFile(paper, '网络中断');
    const args = { session, category: 'network' as const, text: '网络中断', attach: [paper] };
    const answer = (await deadlineDeed(station, { order: 'justify', args }, clerk)) as {
      readonly justification: string;
    };
    const listed = (from: Station) => justificationList(from.db, { session, state: 'submitted' });
    t.match(listed(station), [
      {
        justification: answer.justification,
        attachments: [{ name: '情况说明.txt', bytes: 12, object: null }],
      },
    ]);
    t.match(station.uploads?.state(), { waiting: 1, waitingBytes: 12 });
    t.equal((await stagedOf(made)).length, 1);
    await station.close();

    const second = await opened(made);
    t.equal((await stagedOf(made)).length, 1, 'a start sweeps it not away');
    made.proxy.calm();
    t.same((await verified(made)).damage, [], 'and a check counts it as kept');
    await second.uploads?.drain();
    t.match(listed(second), [{ attachments: [{ name: '情况说明.txt', object: /^originals\// }] }]);
    t.match(second.uploads?.state(), { waiting: 0, waitingBytes: 0, lastFailure: null });
    t.same(await stagedOf(made), []);
    await second.close();
    const found = await verified(made);
    t.same(found.damage, []);
    t.equal(found.originals.reread, 4);
  },
);

t.test(
  'an attachment whose staged copy is gone is told, and one that is not entered leaves nothing',
  async (t) => {
    const made = await storeStation(t, ceph);
    const station = await opened(made);
    const paper = join(made.base, 'paper.txt');
    await writeFile(paper, 'paper');
    const refused = attaching(station, [paper, join(made.base, 'none')], async () => undefined);
    await t.rejects(refused, { code: 'station.attachment_wrong' });
    await t.rejects(
      attaching(station, [paper], async () => {
        throw new Error('refused after all');
      }),
      { message: 'refused after all' },
    );
    t.same(await stagedOf(made), []);
    const to = { justification: 'ST01-J000001', finding: null };
    await attaching(station, [paper], async (attached) => {
      await station.room.ledger.append(attached.map((one) => attachedDraft(one, to, clerk)));
    });
    for (const name of await stagedOf(made)) await unlink(join(made.places.vault, 'staging', name));
    await station.uploads?.drain();
    const codes = station.db.prepare<[], string>('SELECT code FROM view_alarm').pluck().all();
    t.ok(codes.includes('attachment_lost'), codes.join());
    await station.close();
  },
);
