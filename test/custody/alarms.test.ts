import t from 'tap';
import { Alarms } from '../../src/custody/alarms.ts';
import type { Ledger } from '../../src/custody/ledger.ts';
import { alarmList } from '../../src/station/catalogue/alarm-list.ts';
import { asLedger, type LoneLedger, loneLedger } from '../support/tamper-ledger.ts';

const clerk = { kind: 'person', id: 'os:clerk' } as const;

interface Row {
  readonly alarm: string;
  readonly key: string;
  readonly acknowledged: string | null;
}

function rows({ db }: LoneLedger): readonly Row[] {
  return db.prepare<[], Row>('SELECT alarm, key, acknowledged FROM view_alarm ORDER BY alarm').all();
}

function alarmsOn(lone: LoneLedger, ledger: Ledger = asLedger(lone)): Alarms {
  return new Alarms(ledger, lone.db, 'ST01');
}

function raise(alarms: Alarms, about: string, params = {}): Promise<void> {
  return alarms.raise('log_unpublished', 'warning', about, params);
}

t.test('an open alarm is not raised again under its key, another one is', async (t) => {
  const lone = loneLedger(t);
  const alarms = alarmsOn(lone);
  await Promise.all([raise(alarms, 'vault'), raise(alarms, 'vault')]);
  await raise(alarms, 'vault', { found: 'something else' });
  await raise(alarms, 'other');
  t.same(
    rows(lone).map(({ alarm, key }) => [alarm, key]),
    [
      ['ST01-A000001', 'log_unpublished:vault'],
      ['ST01-A000002', 'log_unpublished:other'],
    ],
  );
  await raise(alarmsOn(lone), 'vault');
  t.equal(rows(lone).length, 2, 'not after a restart either');
});

const other = { kind: 'person', id: 'os:other' } as const;
const first = 'ST01-A000001';

t.test('seen, handled, closed: only then the same thing is raised anew, as another alarm', async (t) => {
  const lone = loneLedger(t);
  const alarms = alarmsOn(lone);
  await raise(alarms, 'vault');
  await alarms.acknowledge(lone.db, first, clerk, '已看到');
  await alarms.acknowledge(lone.db, first, other, 'again');
  t.match(alarmList(lone.db, 'open'), [{ state: 'acknowledged', acknowledger: 'os:clerk', note: '已看到' }]);
  await raise(alarms, 'vault');
  t.equal(rows(lone).length, 1, 'whoever has seen it: it is still so');
  await alarms.handle(lone.db, first, clerk, '已更换磁盘');
  await alarms.handle(lone.db, first, other, '已重新发布');
  await raise(alarmsOn(lone), 'vault');
  t.equal(rows(lone).length, 1, 'not after a restart either');
  t.match(alarmList(lone.db, 'open'), [
    { state: 'handled', handler: 'os:other', deed: '已重新发布', closed: null },
  ]);
  await alarms.close(lone.db, first, clerk, null);
  await alarms.close(lone.db, first, other, 'again');
  t.match(alarmList(lone.db, 'all'), [
    { state: 'closed', closer: 'os:clerk', because: 'person', closing: null, deed: '已重新发布' },
  ]);
  await raise(alarms, 'vault');
  t.match(alarmList(lone.db, 'open'), [{ alarm: 'ST01-A000002', state: 'raised', acknowledged: null }]);
});

t.test('what cannot be done with an alarm is refused', async (t) => {
  const lone = loneLedger(t);
  const alarms = alarmsOn(lone);
  await raise(alarms, 'vault');
  await t.rejects(alarms.close(lone.db, first, clerk, null), { code: 'custody.alarm_unhandled' });
  await alarms.close(lone.db, first, clerk, '误报');
  await t.rejects(alarms.handle(lone.db, first, clerk, 'too late'), { code: 'custody.alarm_closed' });
  await alarms.acknowledge(lone.db, first, clerk, 'too late');
  t.match(alarmList(lone.db, 'all'), [{ state: 'closed', closing: '误报', acknowledged: null }]);
  for (const deed of ['acknowledge', 'handle', 'close'] as const)
    await t.rejects(alarms[deed](lone.db, 'ST01-A000009', clerk, 'x'), { code: 'custody.alarm_unknown' });
});

t.test('the station closes what is not so any more, and raises it when it comes again', async (t) => {
  const lone = loneLedger(t);
  const alarms = alarmsOn(lone);
  await raise(alarms, 'vault:1');
  await raise(alarms, 'other');
  t.strictSame(alarms.about('log_unpublished'), ['vault:1', 'other']);
  await alarms.settle('log_unpublished', 'vault:1');
  await alarms.settle('log_unpublished', 'nothing');
  await alarms.settle('log_unpublished', 'vault:1');
  t.match(alarmList(lone.db, 'all'), [
    { state: 'closed', closer: 'station', because: 'cause_gone' },
    { state: 'raised' },
  ]);
  await raise(alarms, 'vault:1');
  t.same(
    alarmList(lone.db, 'open').map(({ alarm }) => alarm),
    ['ST01-A000002', 'ST01-A000003'],
  );
});

t.test('an alarm that an earlier version acknowledged was seen to, and is raised anew', async (t) => {
  const lone = loneLedger(t);
  await raise(alarmsOn(lone), 'vault');
  await asLedger(lone).append([
    {
      type: 'alarm.acknowledged',
      actor: clerk,
      subject: { kind: 'alarm', id: first },
      data: { alarm: first },
      personal: { note: '已处理' },
    },
  ]);
  t.match(alarmList(lone.db, 'all'), [{ state: 'closed', because: 'acknowledged', note: '已处理' }]);
  await raise(alarmsOn(lone), 'vault');
  t.match(alarmList(lone.db, 'open'), [{ alarm: 'ST01-A000002', state: 'raised' }]);
});

/** A ledger that refuses the next append, as it does an entry that is too large. */
function refusingOnce(lone: LoneLedger): { ledger: Ledger; refuse: () => void } {
  const ledger = asLedger(lone);
  let refusing = false;
  return {
    refuse: () => {
      refusing = true;
    },
    ledger: {
      ...ledger,
      append: (drafts, work) => {
        if (!refusing) return ledger.append(drafts, work);
        refusing = false;
        return Promise.reject(new Error('refused'));
      },
    },
  };
}

t.test('an alarm that the ledger refused is not taken for raised', async (t) => {
  const lone = loneLedger(t);
  const { ledger, refuse } = refusingOnce(lone);
  const alarms = alarmsOn(lone, ledger);
  refuse();
  await t.rejects(raise(alarms, 'vault'), /refused/);
  t.equal(rows(lone).length, 0);
  await raise(alarms, 'vault');
  t.match(rows(lone), [{ key: 'log_unpublished:vault', acknowledged: null }]);
});

t.test('an acknowledgement that the ledger refused leaves the alarm open', async (t) => {
  const lone = loneLedger(t);
  const { ledger, refuse } = refusingOnce(lone);
  const alarms = alarmsOn(lone, ledger);
  await raise(alarms, 'vault');
  refuse();
  await t.rejects(alarms.acknowledge(lone.db, 'ST01-A000001', clerk, null), /refused/);
  await raise(alarms, 'vault');
  t.match(rows(lone), [{ alarm: 'ST01-A000001', acknowledged: null }], 'still the one that is open');
});

t.test('a closing that the ledger refused leaves the alarm open', async (t) => {
  const lone = loneLedger(t);
  const { ledger, refuse } = refusingOnce(lone);
  const alarms = alarmsOn(lone, ledger);
  await raise(alarms, 'vault');
  refuse();
  await t.rejects(alarms.settle('log_unpublished', 'vault'), /refused/);
  refuse();
  await t.rejects(alarms.close(lone.db, first, clerk, 'done'), /refused/);
  await raise(alarms, 'vault');
  t.match(alarmList(lone.db, 'open'), [{ alarm: first, state: 'raised' }], 'and is raised no second time');
});

t.test('a number that was refused is not given to another alarm after a restart', async (t) => {
  const lone = loneLedger(t);
  const { ledger, refuse } = refusingOnce(lone);
  const alarms = alarmsOn(lone, ledger);
  await raise(alarms, 'a');
  refuse();
  await t.rejects(raise(alarms, 'b'), /refused/);
  await raise(alarms, 'c');
  await raise(alarmsOn(lone), 'd');
  t.same(
    rows(lone).map((one) => one.alarm),
    ['ST01-A000001', 'ST01-A000003', 'ST01-A000004'],
  );
});
