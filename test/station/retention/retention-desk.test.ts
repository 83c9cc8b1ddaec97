import { unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { blake3 } from '@napi-rs/blake-hash';
import t, { type Test } from 'tap';
import { systemClock } from '../../../src/clock.ts';
import { machine } from '../../../src/custody/alarms.ts';
import type { AnyDraft } from '../../../src/custody/entry.ts';
import type { RetentionClass } from '../../../src/custody/entry-kinds.ts';
import { cardInFolder } from '../../../src/dock/card.ts';
import { evidenceItem } from '../../../src/station/catalogue/evidence-item.ts';
import { seenAgainIn } from '../../../src/station/catalogue/ignored.ts';
import { exportEvidence } from '../../../src/station/export-evidence.ts';
import { rebuildStation } from '../../../src/station/restore/rebuild.ts';
import { RetentionBook } from '../../../src/station/retention/book.ts';
import type { MirrorNow } from '../../../src/station/retention/mirror-holds.ts';
import { RetentionDesk, type RetentionRoom } from '../../../src/station/retention/retention-desk.ts';
import type { Station } from '../../../src/station.ts';
import { tagByHand } from '../../../src/tagging/tag-by-hand.ts';
import { VaultError } from '../../../src/vault/errors.ts';
import { retentionTerms } from '../../../src/vault/retention/terms.ts';
import { agedStation, bytesAt, recordsOf } from '../../support/aged-station.ts';
import { sha256Of } from '../../support/cards.ts';
import {
  clerk,
  dock,
  found,
  initialised,
  tamperFolder,
  verified,
  working,
} from '../../support/tamper-station.ts';

const head = { kind: 'person', id: 'os:head' } as const;
const reason = '保存期满';

const shaOf = (content: string): string => sha256Of(Buffer.from(content));

/** How an item stands for whoever looks at it. */
function standing({ db }: Station, evidence: string) {
  const { retention, state } = evidenceItem(db, evidence, '/vault');
  return { class: retention.class, because: retention.because, state };
}

async function tag(station: Station, evidence: string, field: 'importance' | 'case', value: string | null) {
  await tagByHand({ db: station.db, ledger: station.room.ledger }, [evidence], field, value, clerk);
  await station.retention.catchUp({ eager: true });
}

async function enterCase({ room }: Station, number: string, closed: string | null): Promise<void> {
  await room.ledger.append([
    {
      type: 'register.entered',
      actor: clerk,
      subject: { kind: 'register', id: `cases/${number}` },
      data: { register: 'cases', key: number, import: null },
      personal: { number, title: '测试', ...(closed === null ? {} : { closed }) },
    },
  ]);
}

function typesOf({ db }: Station): readonly string[] {
  return db
    .prepare<[], string>(
      `SELECT type FROM view_entry WHERE type LIKE 'evidence.%' OR type LIKE 'original.%' OR type LIKE 'hold.%'
         OR type LIKE 'disposal.%' ORDER BY seq`,
    )
    .pluck()
    .all();
}

t.test(
  'what nobody has classified is on hold in the vault before the ledger says that it is stored',
  async (t) => {
    const home = tamperFolder(t);
    const made = await initialised(home);
    const name = (mark: string) => `DCIM/VIDEO/A11_1234567_222222_20260902180118_0001${mark}.mp4`;
    await working(made, async (station, dockings) => {
      const order: string[] = [];
      const { vault, ledger } = station.room;
      const [hold, append] = [vault.hold.bind(vault), ledger.append.bind(ledger)];
      vault.hold = async (sha256) => {
        await hold(sha256);
        order.push('held');
      };
      ledger.append = async (drafts, work) => {
        const kinds = drafts.map(({ type }) => type);
        if (kinds.includes('recording.stored')) order.push(kinds.join(' '));
        return await append(drafts, work);
      };
      await dock(dockings, join(home, 'card'), '1234567', { [name('')]: Buffer.from('plain') });
      t.same(order, ['held', 'recording.stored original.held']);
      order.length = 0;
      await dock(dockings, join(home, 'card-2'), '1234567', { [name('_IMP')]: Buffer.from('marked') });
      t.same(order, ['recording.stored'], 'what the officer has marked important is not');
      t.equal(await vault.held(shaOf('plain')), true);
      t.equal(await vault.held(shaOf('marked')), false);
      const until = async (content: string) => {
        const date = await vault.retainedUntil(shaOf(content));
        return Math.round(
          Temporal.Now.instant()
            .until(date ?? Temporal.Now.instant())
            .total('hours') / 24,
        );
      };
      t.same(
        [await until('plain'), await until('marked')].map((days) => days > 29 && days),
        [await until('plain'), await until('marked')],
      );
      t.ok((await until('plain')) <= 31 && (await until('marked')) >= 1_827, 'by the days of its class');
      await station.retention.catchUp();
      t.same(
        typesOf(station),
        ['original.held', 'evidence.classified'],
        'and the desk has nothing to add but the class',
      );
    });
    t.same(await found(made), []);
  },
);

t.test('an older station is brought up to it once, and then nothing is entered again', async (t) => {
  const made = await agedStation(t, [
    { content: 'a', sidecar: 'a.nmea' },
    { content: 'b', important: true },
  ]);
  const [a = '', b = ''] = made.evidence;
  await working(made, async (station) => {
    t.equal(await station.retention.catchUp(), true);
    t.same(standing(station, a), { class: 'unclassified', because: ['unclassified'], state: 'stored' });
    t.same(standing(station, b), { class: 'important', because: [], state: 'stored' });
    const before = typesOf(station);
    t.same(before.toSorted(), ['evidence.classified', 'original.held', 'original.held', 'original.retained']);
    await station.retention.catchUp();
    t.same(typesOf(station), before);
  });
  t.same(await recordsOf(made, shaOf('a')), ['000000001.hold', '20190906T020001Z']);
  t.same(await recordsOf(made, shaOf('a.nmea')), ['000000001.hold', '20190906T020001Z']);
  t.same(await recordsOf(made, shaOf('b')), ['20190906T020002Z', '20240304T160000Z'], 'five years');
});

t.test(
  'classes follow tags and cases; dates only move later, and a hold stands while a reason does',
  async (t) => {
    const made = await agedStation(t, [{ content: 'a' }]);
    const [a = ''] = made.evidence;
    await working(made, async (station) => {
      const look = (what: string, of: RetentionClass, because: readonly string[]) => {
        t.same(standing(station, a), { class: of, because, state: 'stored' }, what);
      };
      await enterCase(station, 'A-1', null);
      await tag(station, a, 'importance', 'ordinary');
      look('a person has called it ordinary', 'ordinary', []);
      await tag(station, a, 'case', 'A-1');
      look('filed under an open case', 'evidence', ['case_open']);
      const { hold } = await station.retention.place({ of: 'case', about: 'A-1', reason: '法院调取' }, clerk);
      const second = await station.retention.place({ of: 'evidence', about: a, reason: '审计' }, head);
      look('and held by two persons', 'evidence', ['case_open', 'person']);
      await enterCase(station, 'A-1', '2021-06-30');
      await station.retention.catchUp();
      look('the case is closed', 'evidence', ['person']);
      await station.retention.lift(hold, '已判决', clerk);
      look('one hold is left', 'evidence', ['person']);
      t.equal(await station.room.vault.held(shaOf('a')), true);
      await station.retention.lift(second.hold, '审计结束', head);
      look('none is', 'evidence', []);
      t.equal(await station.room.vault.held(shaOf('a')), false);
      await tag(station, a, 'case', null);
      look('back to ordinary', 'ordinary', []);
      await tag(station, a, 'importance', null);
      look('nobody says anything any more', 'unclassified', ['unclassified']);
      const until = await station.room.vault.retainedUntil(shaOf('a'));
      t.equal(until?.toString(), '2031-07-01T16:00:00Z', 'ten years after the day of closing stand for ever');
      await t.rejects(station.retention.lift(hold, 'x', clerk), { code: 'retention.hold_lifted' });
      await t.rejects(station.retention.lift('ST01-H000009', 'x', clerk), { code: 'retention.hold_unknown' });
      await t.rejects(station.retention.place({ of: 'case', about: 'no', reason }, clerk), {
        code: 'retention.case_unknown',
      });
      await t.rejects(station.retention.place({ of: 'evidence', about: 'no', reason }, clerk), {
        code: 'station.evidence_unknown',
      });
    });
    const records = await recordsOf(made, shaOf('a'));
    t.same(
      records.filter((name) => name.includes('.')),
      ['000000001.hold', '000000002.lifted', '000000003.hold'],
      'every hold that stood is on record in the vault',
    );
  },
);

t.test('an original that two items share is kept as long as either asks', async (t) => {
  const made = await agedStation(t, [
    { content: 'same', recorder: '1234567' },
    { content: 'same', recorder: '7654321' },
  ]);
  const [a = '', b = ''] = made.evidence;
  await working(made, async (station) => {
    await tag(station, a, 'importance', 'ordinary');
    t.equal(await station.room.vault.held(shaOf('same')), true, 'the other one is unclassified');
    await tag(station, b, 'importance', 'important');
    t.equal(await station.room.vault.held(shaOf('same')), false);
    t.equal((await station.room.vault.retainedUntil(shaOf('same')))?.toString(), '2024-03-04T16:00:00Z');
    const { disposal } = await station.retention.propose({ evidence: [a], reason }, clerk);
    await station.retention.decide({ disposal, decision: 'approved', note: null }, head);
    t.equal(standing(station, a).state, 'disposed');
    t.equal(standing(station, b).state, 'stored');
    t.equal(await bytesAt(made, shaOf('same')), 'same', 'the other item has it still');
    const again = await station.retention.propose({ evidence: [b], reason }, clerk);
    await station.retention.decide({ disposal: again.disposal, decision: 'approved', note: null }, head);
    t.equal(await bytesAt(made, shaOf('same')), null, 'the last one takes it along');
  });
  t.same(await found(made), []);
});

t.test('two items that share an original and go together take it along', async (t) => {
  const made = await agedStation(t, [
    { content: 'same', recorder: '1234567', sidecar: 'side' },
    { content: 'same', recorder: '7654321', sidecar: 'side' },
  ]);
  await working(made, async (station) => {
    for (const one of made.evidence) await tag(station, one, 'importance', 'ordinary');
    const { disposal } = await station.retention.propose({ evidence: null, reason }, clerk);
    await station.retention.decide({ disposal, decision: 'approved', note: null }, head);
  });
  t.same([await bytesAt(made, shaOf('same')), await bytesAt(made, shaOf('side'))], [null, null]);
  t.same(await found(made), []);
});

t.test(
  'nothing is disposed of that is locked, held, filed in an open case, or by one person alone',
  async (t) => {
    const made = await agedStation(t, [
      { content: 'a' },
      { content: 'b' },
      { content: 'c' },
      { content: 'd' },
    ]);
    const [a = '', b = '', c = '', d = ''] = made.evidence;
    await working(made, async (station) => {
      const { retention } = station;
      const propose = (evidence: readonly string[] | null) => retention.propose({ evidence, reason }, clerk);
      const because = (hindrance: string) => ({
        code: 'retention.not_disposable',
        params: { because: hindrance },
      });
      await t.rejects(propose([a]), because('unclassified'));
      await t.rejects(propose(null), { code: 'retention.nothing_expired' });
      writeFileSync(join(station.room.staging, 'w'), 'w');
      const sidecar = {
        docking: 'ST01-D000001',
        evidence: d,
        recording: 'w',
        modified: '2019-03-04T01:00:00Z',
      };
      await station.room.ledger.append([
        {
          type: 'sidecar.secured',
          actor: machine,
          subject: { kind: 'evidence', id: d },
          data: { ...sidecar, bytes: 1, sha256: shaOf('w'), blake3: blake3('w').toString('hex') },
          personal: { path: 'w.nmea' },
        },
      ]);
      await t.rejects(propose([d]), because('not_stored'), 'a sidecar of it has not gone up yet');
      await t.rejects(propose(['no']), { code: 'station.evidence_unknown' });
      await enterCase(station, 'A-1', null);
      await tag(station, a, 'case', 'A-1');
      await t.rejects(propose([a]), because('case_open'));
      await enterCase(station, 'A-1', '2025-06-30');
      await t.rejects(
        propose([a]),
        { code: 'retention.still_locked', params: { until: '2035-07-02 00:00:00' } },
        'ten years from the closing',
      );
      await tag(station, b, 'importance', 'ordinary');
      await tag(station, c, 'importance', 'ordinary');
      const { hold } = await retention.place({ of: 'evidence', about: b, reason: '审计' }, clerk);
      await t.rejects(propose([b]), because('person'));
      const { disposal, evidence } = await propose(null);
      t.same(evidence, [c], 'only what is past its lock and held by nothing');
      await t.rejects(propose([c]), { code: 'retention.disposal_open' });
      const decide = (decision: 'approved' | 'rejected' | 'withdrawn', by: typeof clerk | typeof head) =>
        retention.decide({ disposal, decision, note: null }, by);
      await t.rejects(decide('approved', clerk), { code: 'retention.disposal_own' });
      await t.rejects(decide('rejected', clerk), { code: 'retention.disposal_own' });
      await t.rejects(decide('withdrawn', head), { code: 'retention.disposal_own' });
      await decide('rejected', head);
      await t.rejects(decide('approved', head), { code: 'retention.disposal_decided' });
      t.equal(await bytesAt(made, shaOf('c')), 'c', 'rejected: nothing went');
      // Held after it was proposed: what was approved is asked again before a byte goes.
      await retention.lift(hold, '审计结束', clerk);
      const later = await propose([b, c]);
      await retention.place({ of: 'evidence', about: b, reason: '审计' }, clerk);
      await retention.decide({ disposal: later.disposal, decision: 'approved', note: '同意' }, head);
      t.same([await bytesAt(made, shaOf('b')), await bytesAt(made, shaOf('c'))], ['b', null]);
      t.match(evidenceItem(station.db, b, '/').retention.disposal, { state: 'refused', because: 'person' });
    });
    t.same(await found(made), []);
  },
);

t.test('what was disposed of stays visible, with its digest, and nobody calls it missing', async (t) => {
  const made = await agedStation(t, [{ content: 'a', sidecar: 'a.nmea' }, { content: 'b' }]);
  const [a = '', b = ''] = made.evidence;
  const home = join(made.places.folder, '..');
  await working(made, async (station, dockings) => {
    for (const one of [a, b]) await tag(station, one, 'importance', 'ordinary');
    const { disposal } = await station.retention.propose({ evidence: [a], reason }, clerk);
    await station.retention.decide({ disposal, decision: 'approved', note: null }, head);
    const item = evidenceItem(station.db, a, '/vault');
    t.match(item, { state: 'disposed', digests: { sha256: shaOf('a') } });
    t.match(item.history.map(({ type }) => type).slice(-3), [
      'evidence.disposal_begun',
      'evidence.disposed',
      'disposal.finished',
    ]);
    t.same([await bytesAt(made, shaOf('a')), await bytesAt(made, shaOf('a.nmea'))], [null, null]);
    t.same(await station.room.vault.disposals(shaOf('a')), [disposal], 'the vault itself knows by what');
    const args = { evidence: a, destination: join(home, 'export') };
    await t.rejects(exportEvidence(station, args, clerk), {
      code: 'retention.evidence_disposed',
      params: { evidence: a, disposal },
    });
    await t.rejects(station.retention.propose({ evidence: [a], reason }, clerk), {
      code: 'retention.evidence_disposed',
    });

    // The recorder, docked again, holds it still.
    const root = await made.card('card');
    for (const round of ['copied and known by its digest', 'known by both ends']) {
      const report = await dockings.ingest(cardInFolder('07', root, true), null, () => undefined);
      t.match(report.summary, { stored: 0, alreadyStored: 1, ignored: 1, failed: 0 }, round);
      const again = report.outcomes.find(({ evidence }) => evidence === a);
      t.match(again, { state: 'ignored', ignored: 'disposed' }, round);
      t.match(seenAgainIn(station.db, report.docking), [{ evidenceId: a, bytes: 1 }], round);
    }
    t.equal(await bytesAt(made, shaOf('a')), null, 'it has not come in again');
    t.same(station.room.alarms.about('disposed_on_recorder'), [a], 'a person is told');
  });
  t.same(await found(made), [], 'verified against every byte');

  const rebuilt = join(home, 'rebuilt');
  const wish = { vault: made.places.vault, folder: rebuilt, keyFile: made.places.key, checkpoint: null };
  const back = await rebuildStation(wish, clerk, systemClock);
  t.equal(back.unknownOriginals.count, 0, 'a station rebuilt from the vault alone knows of it');
});

t.test('an original that is gone without an approved disposal is missing', async (t) => {
  const made = await agedStation(t, [{ content: 'a' }, { content: 'b' }]);
  const [a = '', b = ''] = made.evidence;
  const object = (content: string) =>
    `originals/${shaOf(content).slice(0, 2)}/${shaOf(content).slice(2, 4)}/${shaOf(content)}`;
  await working(made, async (station) => {
    for (const one of [a, b]) await tag(station, one, 'importance', 'ordinary');
    const { disposal } = await station.retention.propose({ evidence: [a], reason }, clerk);
    unlinkSync(join(made.places.vault, object('a')));
    unlinkSync(join(made.places.vault, object('b')));
    await station.retention.decide({ disposal, decision: 'approved', note: null }, head);
    t.match(evidenceItem(station.db, a, '/').retention.disposal, { state: 'refused', because: 'missing' });
    // Somebody who writes into the ledger approves what they have proposed themselves.
    const forged = 'ST01-X000009';
    const subject = { kind: 'evidence', id: b } as const;
    const facts = { sha256: shaOf('b'), bytes: 1 };
    await station.room.ledger.append([
      {
        type: 'disposal.proposed',
        actor: clerk,
        subject: { kind: 'disposal', id: forged },
        data: { disposal: forged, evidence: [b] },
        personal: { reason },
      },
      {
        type: 'disposal.decided',
        actor: clerk,
        subject: { kind: 'disposal', id: forged },
        data: { disposal: forged, decision: 'approved' },
        personal: {},
      },
      {
        type: 'evidence.disposal_begun',
        actor: clerk,
        subject,
        data: { disposal: forged, evidence: b, originals: [{ ...facts, blake3: shaOf('b') }] },
        personal: {},
      },
      {
        type: 'evidence.disposed',
        actor: clerk,
        subject,
        data: { disposal: forged, evidence: b, ...facts, gone: 1, kept: 0 },
        personal: {},
      },
    ]);
  });
  const { damage } = await verified(made);
  t.match(damage, [{ kind: 'object_missing', count: 2 }]);
  t.equal(damage.length, 1, 'and nothing else is wrong');
});

function deskWith(station: Station, change: Partial<RetentionRoom>): RetentionDesk {
  const { db, room, config } = station;
  const { ledger, alarms, clock, turns, vault, log } = room;
  return new RetentionDesk({
    ...{ db, ledger, alarms, clock, turns, log, stationCode: 'ST01', vault, mirror: async () => 'none' },
    book: new RetentionBook(db, retentionTerms(config.station.zone, config.vault), clock),
    witness: () => station.checkpoint(),
    step: () => undefined,
    random: () => 0,
    ...change,
  });
}

async function crashesAt(
  t: Test,
  deed: (desk: RetentionDesk) => Promise<unknown>,
  station: Station,
  point: string,
) {
  let passed = false;
  const step = (name: string): void => {
    if (name !== point || passed) return;
    passed = true;
    throw new Error(`crash at ${point}`);
  };
  await t.rejects(deed(deskWith(station, { step })), { message: `crash at ${point}` }, `${point} is passed`);
}

const points = [
  'disposal.begun.before',
  'disposal.begun.after',
  'disposal.witnessed',
  'disposal.remove.before',
  'disposal.remove.after',
  'disposal.disposed.before',
  'disposal.disposed.after',
];

t.test('broken off at any step of a disposal, the next run ends it in the same way', async (t) => {
  const items = points.map((point) => ({ content: `content ${point}`, sidecar: `sidecar ${point}` }));
  const made = await agedStation(t, items);
  await working(made, async (station) => {
    const begun = station.db
      .prepare<[string], number>('SELECT 1 FROM view_disposed WHERE sha256 = ?')
      .pluck();
    for (const [i, point] of points.entries()) {
      const evidence = made.evidence[i] ?? '';
      const contents = [`content ${point}`, `sidecar ${point}`];
      await tag(station, evidence, 'importance', 'ordinary');
      const { disposal } = await station.retention.propose({ evidence: [evidence], reason }, clerk);
      const wish = { disposal, decision: 'approved', note: null } as const;
      await crashesAt(t, (desk) => desk.decide(wish, head), station, point);
      for (const content of contents) {
        const there = (await bytesAt(made, shaOf(content))) === content;
        t.ok(there || begun.get(shaOf(content)) === 1, `${point}: there, or rightly begun to go`);
      }
      await station.retention.catchUp();
      for (const content of contents) t.equal(await bytesAt(made, shaOf(content)), null, `${point}: gone`);
      const { history, retention } = evidenceItem(station.db, evidence, '/');
      const types = history.map(({ type }) => type).filter((type) => type.startsWith('evidence.disp'));
      t.same(types, ['evidence.disposal_begun', 'evidence.disposed'], `${point}: each once`);
      t.match(retention.disposal, { state: 'disposed', disposal });
    }
    const finished = typesOf(station).filter((type) => type === 'disposal.finished');
    t.equal(finished.length, points.length);
  });
  t.same(await found(made), []);
});

t.test(
  'broken off before or after what it enters, a hold or a date comes to stand as it should',
  async (t) => {
    for (const point of ['retention.entered.before', 'retention.entered.after']) {
      const made = await agedStation(t, [{ content: 'a' }]);
      const [a = ''] = made.evidence;
      await working(made, async (station) => {
        await crashesAt(t, (desk) => desk.catchUp(), station, point);
        await station.retention.catchUp();
        t.equal(await station.room.vault.held(shaOf('a')), true, `${point}: on hold`);
        await tagByHand(
          { db: station.db, ledger: station.room.ledger },
          [a],
          'importance',
          'ordinary',
          clerk,
        );
        await crashesAt(t, (desk) => desk.catchUp(), station, point);
      });
      await working(made, async (station) => {
        await station.retention.catchUp();
        t.equal(await station.room.vault.held(shaOf('a')), false, `${point}: released`);
        t.equal(
          typesOf(station).filter((type) => type === 'original.released').length,
          1,
          'and said so once',
        );
      });
    }
  },
);

t.test(
  'while the store is away nothing is lost, it is left alone, and a person is told when it lasts',
  async (t) => {
    const made = await agedStation(t, [{ content: 'a' }]);
    await working(made, async (station) => {
      const { vault } = station.room;
      let asked = 0;
      let now = 0;
      const clock = { now: () => Temporal.Now.instant(), monotonicMs: () => now };
      const away = Object.assign(Object.create(vault), {
        hold: async () => {
          asked += 1;
          throw new VaultError('vault.store_unreachable', {
            endpoint: 'http://store',
            found: 'ECONNREFUSED',
          });
        },
      });
      const desk = deskWith(station, { vault: away, clock });
      for (const at of [0, 1_000, 60_000, 120_000]) {
        now = at;
        t.equal(await desk.catchUp(), false);
      }
      t.equal(asked, 3, 'not at every look');
      t.same(station.room.alarms.about('retention_failing'), [vault.id]);
      now = 1_000_000;
      const back = deskWith(station, { clock });
      t.equal(await back.catchUp(), true);
      t.equal(await vault.held(shaOf('a')), true);
      t.same(station.room.alarms.about('retention_failing'), [], 'and the alarm is closed');
    });
  },
);

t.test('holds reach the copies in the mirror, and a disposal waits for it while it is away', async (t) => {
  const made = await agedStation(t, [{ content: 'a' }, { content: 'b' }]);
  const other = await agedStation(t, [{ content: 'a' }]);
  const [a = '', b = ''] = made.evidence;
  await working(other, async ({ room: { vault: mirror } }) => {
    await working(made, async (station) => {
      let now: MirrorNow = 'away';
      await station.room.ledger.append([mirrorAdded(mirror.id)]);
      const desk = deskWith(station, { mirror: async () => now });
      t.equal(await desk.catchUp(), true, 'a mirror that is away keeps nothing waiting');
      t.equal(await station.room.vault.held(shaOf('a')), true);
      t.equal(await mirror.held(shaOf('a')), false);
      now = mirror;
      await desk.catchUp();
      t.equal(await mirror.held(shaOf('a')), true, 'it is told when it is back');
      for (const one of [a, b]) await tagOrdinary(station, one);
      now = 'away';
      const { disposal } = await desk.propose({ evidence: null, reason }, clerk);
      t.same(await desk.decide({ disposal, decision: 'approved', note: null }, head), { done: false });
      t.equal(await station.room.vault.holds(shaOf('a'), 1), true, 'nothing goes by halves');
      now = mirror;
      t.equal(await desk.catchUp(), true);
      t.same([await mirror.holds(shaOf('a'), 1), await bytesAt(made, shaOf('a'))], [false, null]);
    });
  });
});

async function tagOrdinary({ db, room }: Station, evidence: string): Promise<void> {
  await tagByHand({ db, ledger: room.ledger }, [evidence], 'importance', 'ordinary', clerk);
}

function mirrorAdded(vault: string): AnyDraft {
  const subject = { kind: 'station', id: 'ST01' } as const;
  return {
    ...{ type: 'mirror.added', actor: machine, subject },
    data: { vault, kind: 'local' },
    personal: { place: '/mirror' },
  };
}

t.test('one damaged original keeps no other from its hold', async (t) => {
  const made = await agedStation(t, [{ content: 'a' }, { content: 'b' }]);
  const sha256 = shaOf('a');
  unlinkSync(join(made.places.vault, 'originals', sha256.slice(0, 2), sha256.slice(2, 4), sha256));
  await working(made, async (station) => {
    t.equal(await station.retention.catchUp(), false, 'something is left undone');
    t.same(station.room.alarms.about('original_unkept'), [sha256]);
    t.equal(await station.room.vault.held(shaOf('b')), true);
  });
});
