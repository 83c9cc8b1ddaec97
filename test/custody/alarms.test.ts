import t from 'tap';
import { Alarms } from '../../src/custody/alarms.ts';
import type { Ledger } from '../../src/custody/ledger.ts';
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

t.test('once acknowledged it is raised anew, and the first stays acknowledged', async (t) => {
  const lone = loneLedger(t);
  const alarms = alarmsOn(lone);
  await raise(alarms, 'vault');
  await alarms.acknowledge(lone.db, 'ST01-A000001', clerk, '已处理');
  await alarms.acknowledge(lone.db, 'ST01-A000001', { kind: 'person', id: 'os:other' }, 'again');
  await raise(alarms, 'vault');
  const [first, second] = rows(lone);
  t.ok(first?.acknowledged);
  t.match(second, { alarm: 'ST01-A000002', acknowledged: null });
  t.match(lone.db.prepare('SELECT acknowledger, note FROM view_alarm').get(), {
    acknowledger: 'os:clerk',
    note: '已处理',
  });
  await t.rejects(alarms.acknowledge(lone.db, 'ST01-A000009', clerk, null), {
    code: 'custody.alarm_unknown',
  });
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
