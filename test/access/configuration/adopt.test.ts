import t, { type Test } from 'tap';
import { adoptionOf, enterAdopted } from '../../../src/access/configuration/adopt.ts';
import { ConfigBook } from '../../../src/access/configuration/config-book.ts';
import { prepareConfigDeed } from '../../../src/access/configuration/propose.ts';
import type { Acting } from '../../../src/access/room.ts';
import { type Config, loadConfig } from '../../../src/config.ts';
import { Alarms, machine } from '../../../src/custody/alarms.ts';
import { configHistory } from '../../../src/station/catalogue/config-history.ts';
import { AccessStation } from '../access-station.ts';

const usual = loadConfig(null, { env: {}, dataOverride: '/data' });
const kept = (retentionDays: number, name = ''): Config => ({
  ...usual,
  station: { ...usual.station, name },
  vault: { ...usual.vault, retentionDays },
});
const claims = {
  startedBy: 'os:docket',
  file: '/etc/docket.yaml',
  fileOwner: 'os:zhangsan',
  fileWritten: '2026-09-01T00:00:00Z',
};
const one: Acting = { actor: { kind: 'person', id: 'ST01-U000001' }, principal: null };
const other: Acting = { actor: { kind: 'person', id: 'ST01-U000002' }, principal: null };

/** A station that starts with one configuration after the other. */
class Starting {
  readonly at: AccessStation;

  constructor(t: Test) {
    this.at = new AccessStation(t);
  }

  async start(config: Config): Promise<Config> {
    const { ledger, lone } = this.at;
    const adoption = adoptionOf(lone.db, config);
    const room = { ledger, alarms: new Alarms(ledger, lone.db, 'ST01'), station: 'ST01' };
    await enterAdopted(room, adoption, claims, machine);
    return adoption.inForce;
  }

  get history() {
    return configHistory(this.at.lone.db, { after: null, limit: 50, descending: true }).configs;
  }

  get alarms(): readonly string[] {
    return this.at.lone.db
      .prepare<[], string>(
        `SELECT code FROM view_alarm JOIN view_alarm_life USING (alarm) WHERE state <> 'closed'`,
      )
      .pluck()
      .all();
  }

  async two(): Promise<void> {
    await this.at.person('first', ['officer']);
    await this.at.person('second', ['officer']);
  }

  async propose(config: Config, acting = one): Promise<string> {
    const step = new ConfigBook(this.at.lone.db).stepTo(config);
    if (step === null) throw new Error('nothing differs');
    const content = { ...step, changes: step.changes.map((change) => ({ ...change })) };
    return await this.at.desk.accounts.proposals.propose('config', content, acting);
  }

  async confirm(proposal: string, acting = other): Promise<void> {
    const decision = { proposal, decision: 'confirmed', note: null } as const;
    await this.at.desk.accounts.proposals.decide(decision, acting);
  }
}

t.test('the first configuration is taken as it is, and the same one again is no news', async (t) => {
  const station = new Starting(t);
  t.equal((await station.start(kept(186))).vault.retentionDays, 186);
  await station.start(kept(186));
  t.match(station.history, [
    { because: 'first', before: null, startedBy: 'os:docket', fileOwner: 'os:zhangsan' },
  ]);
  t.equal(station.history.length, 1);
});

t.test('what is plain is acted by at once, and the ledger tells what it was before', async (t) => {
  const station = new Starting(t);
  await station.two();
  await station.start(kept(186));
  t.equal((await station.start(kept(186, '窗口一'))).station.name, '窗口一');
  t.match(station.history[0], {
    because: 'plain',
    changes: [{ key: 'station.name', before: '""', after: '"窗口一"' }],
    sensitive: [],
  });
  t.same(station.alarms, []);
});

t.test('while there is nobody but the first administrator, they set the station up alone', async (t) => {
  const station = new Starting(t);
  await station.at.person('admin', ['administrator']);
  await station.start(kept(186));
  t.equal((await station.start(kept(30))).vault.retentionDays, 30);
  t.match(station.history[0], { because: 'alone', sensitive: ['vault.retentionDays'], waiting: [] });
});

t.test('a shorter retention that nobody has confirmed is not acted by, and an alarm says so', async (t) => {
  const station = new Starting(t);
  await station.two();
  await station.start(kept(186));
  const inForce = await station.start(kept(30, '窗口一'));
  t.equal(inForce.vault.retentionDays, 186);
  t.equal(inForce.station.name, '窗口一', 'the rest of the file is');
  t.same(station.alarms, ['config_unapproved']);
  t.match(station.history[0], { waiting: ['vault.retentionDays'], sensitive: [], proposal: null });
  const { length } = station.history;
  await station.start(kept(30, '窗口一'));
  t.equal(station.history.length, length, 'told once');
  t.equal(
    new ConfigBook(station.at.lone.db).inForce(kept(30)).vault.retentionDays,
    186,
    'also who only reads',
  );

  await station.start(kept(186, '窗口一'));
  t.same(station.alarms, [], 'changed back, nothing waits');
});

t.test('it holds after a second person has confirmed it, for that one step', async (t) => {
  const station = new Starting(t);
  await station.two();
  await station.start(kept(186));
  const proposal = await station.propose(kept(30));
  await t.rejects(station.confirm(proposal, one), { code: 'access.proposal_own' });
  t.equal((await station.start(kept(30))).vault.retentionDays, 186, 'proposed is not confirmed');
  await station.confirm(proposal);
  t.equal((await station.start(kept(29))).vault.retentionDays, 186, 'something else than was confirmed');
  t.equal((await station.start(kept(30))).vault.retentionDays, 30);
  t.match(station.history[0], { because: 'confirmed', proposal, sensitive: ['vault.retentionDays'] });
  t.same(station.alarms, []);

  await station.confirm(await station.propose(kept(186)));
  t.equal((await station.start(kept(186))).vault.retentionDays, 186);
  t.equal((await station.start(kept(30))).vault.retentionDays, 186, 'an old confirmation is used up');
});

t.test('nobody gets another change confirmed than the one that is read', async (t) => {
  const station = new Starting(t);
  await station.two();
  await station.start(kept(186));
  const { db } = station.at.lone;
  const step = new ConfigBook(db).stepTo(kept(30));
  if (step === null) throw new Error('nothing differs');
  const wrong = { code: 'access.config_step_wrong' };
  const [change] = step.changes;
  t.throws(() => prepareConfigDeed(db, { ...step, changes: [{ ...change, after: '3000' }] }), wrong);
  t.throws(() => prepareConfigDeed(db, { ...step, changes: [{ ...change, before: '3000' }] }), wrong);
  t.throws(() => prepareConfigDeed(db, { ...step, changes: [{ ...change, key: 'station.name' }] }), wrong);
  t.throws(() => prepareConfigDeed(db, { ...step, from: '0'.repeat(64) }), wrong);
  const late = await station.propose(kept(30));
  const sooner = await station.propose(kept(100));
  await station.confirm(sooner);
  await station.start(kept(100));
  await t.rejects(station.confirm(late), wrong, 'the world has gone on');
});
