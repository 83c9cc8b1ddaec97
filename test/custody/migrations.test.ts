import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { createDatabase, openReading, openWriting } from '../../src/custody/database.ts';
import { LedgerWriter } from '../../src/custody/ledger-writer.ts';
import { createStationKey } from '../../src/custody/station-key.ts';
import { DamageReport } from '../../src/custody/verify/damage.ts';
import { checkCatalogue } from '../../src/custody/verify/replay.ts';
import { projectors } from '../../src/projections.ts';
import { everyEntry } from '../support/every-entry.ts';
import { ledgerFolder, SetClock } from '../support/tamper-ledger.ts';

/** Kinds of the same names that came with later tables. */
const newer = [
  ...['sidecar.secured'],
  ...['docking.handed_in', 'docking.marked'],
  ...['alarm.acknowledged.2', 'alarm.handled', 'alarm.closed'],
];

const schema = new URL('../../src/custody/schema/', import.meta.url);

t.test(
  'a ledger of the first schema is migrated to the very catalogue that replaying it gives',
  async (t) => {
    const folder = ledgerFolder(t);
    const path = join(folder, 'station.db');
    const sql = readFileSync(new URL('0001-core.sql', schema), 'utf8');
    const old = createDatabase(path, [{ version: 1, sql }]);
    const signer = createStationKey(join(folder, 'station.key'), 'docket/ST01-00000000');
    const then = projectors.filter(({ tables }) =>
      tables.every((table) => sql.includes(`CREATE TABLE ${table} `)),
    );
    t.ok(then.length > 5 && then.length < projectors.length);
    const writer = new LedgerWriter(old, then, signer, new SetClock(), () => undefined);
    // The kinds of that time: nothing that came with the newer tables.
    const drafts = everyEntry.filter(({ type }) =>
      /^(station|port|device|docking|recording|sidecar|alarm)/.test(type),
    );
    const older = drafts.filter(
      ({ type }) =>
        !/^(recording\.(timed|located|probed)|docking\.clock)/.test(type) && !newer.includes(type),
    );
    writer.append([{ drafts: older, work: [] }]);
    writer.close();
    openWriting(path).close();
    const db = openReading(path);
    const items = db.prepare<[], number>('SELECT count(*) FROM view_session_item').pluck().get();
    t.equal(items, 1, 'what the older entries say stands in the newer tables');
    t.match(db.prepare('SELECT * FROM view_alarm_life').all(), [
      { state: 'closed', because: 'acknowledged' },
    ]);
    const cards = db.prepare<[], number>('SELECT count(*) FROM view_seen').pluck().get();
    t.equal(cards, 1, 'also which recordings lay on which card');
    const damage = new DamageReport();
    checkCatalogue(db, projectors, damage)?.close();
    t.strictSame(damage.list(), []);
    db.close();
  },
);
