import { join } from 'node:path';
import t, { type Test } from 'tap';
import { machine } from '../../src/custody/alarms.ts';
import { openWriting } from '../../src/custody/database.ts';
import { LedgerWriter } from '../../src/custody/ledger-writer.ts';
import { loadStationKey } from '../../src/custody/station-key.ts';
import { projectors } from '../../src/projections.ts';
import { ledgerAhead } from '../../src/station/ledger-ahead.ts';
import { heardHere } from '../support/docket-here.ts';
import { openAlarmsIn } from '../support/mirrored.ts';
import { SetClock } from '../support/tamper-ledger.ts';
import { initialised, tamperFolder, working } from '../support/tamper-station.ts';

/** A station whose clock was two days ahead for two entries; the third was made after it was put back. */
async function putBack(t: Test) {
  const home = tamperFolder(t);
  const made = await initialised(home);
  const clock = new SetClock();
  const now = Temporal.Now.instant();
  const signer = loadStationKey(made.places.key, made.file.origin);
  const writer = new LedgerWriter(
    openWriting(made.places.database),
    projectors,
    signer,
    clock,
    () => undefined,
  );
  const enter = (at: Temporal.Instant, recorder: string): void => {
    clock.instant = at;
    const subject = { kind: 'recorder', id: recorder } as const;
    const data = { recorder, profile: null };
    const draft = { type: 'recorder.registered', actor: machine, subject, data, personal: {} } as const;
    const [outcome] = writer.append([{ drafts: [draft], work: [] }]);
    t.match(outcome, { ok: {} });
  };
  enter(now, '1000001');
  enter(now.add({ hours: 48 }), '1000002');
  enter(now.add({ hours: 49 }), '1000003');
  enter(now, '1000004');
  writer.close();
  return { home, made, now };
}

t.test('a clock that was put back is told by status, doctor, verify and an alarm', async (t) => {
  const { home, made, now } = await putBack(t);
  const here = (...args: readonly string[]) =>
    heardHere([...args, '--config', join(home, 'config.yaml'), '--data', made.folder]);
  const status = await here('status', '--json');
  const { ahead, size } = (status.json as { ledger: { ahead: { since: number }; size: number } }).ledger;
  t.equal(ahead.since, size - 3, 'since the first entry whose time has not come');
  t.match(ahead, { seconds: Number, until: now.add({ hours: 49 }).toString({ fractionalSecondDigits: 3 }) });
  t.match(
    (await here('status')).out,
    /since entry \d+ the ledger is ahead of the clock, by 4[89]:\d\d:\d\d now/,
  );
  const verified = await here('verify', '--vault', 'none');
  t.equal(verified.code, 0, 'it is no damage');
  t.match(verified.out, /Sound[\s\S]*the ledger is ahead of the clock/);
  const { checks } = (await here('doctor', '--json')).json as { checks: { check: string }[] };
  t.match(
    checks.find(({ check }) => check === 'ledger_time'),
    { state: 'warning', says: /since entry/, next: /put back/ },
  );
  await working(made, async (station) => {
    await station.watch.look();
    t.ok(openAlarmsIn(station).includes('ledger_ahead'));
    t.equal(ledgerAhead(station.db, now.add({ hours: 49 })), null, 'until the clock has come up to it');
  });
});

t.test('a clock that is right is nothing to tell', async (t) => {
  const home = tamperFolder(t);
  const made = await initialised(home);
  const here = (...args: readonly string[]) =>
    heardHere([...args, '--config', join(home, 'config.yaml'), '--data', made.folder, '--json']);
  t.match((await here('status')).json, { ledger: { ahead: null } });
  t.match((await here('verify', '--vault', 'none')).json, { ahead: null });
});
