import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { flip, mirroredStation, quiet, within } from '../support/mirrored.ts';
import { docketHere, rowsOf, soundStation } from '../support/sound-station.ts';

/** Of the check and of the vault under it; between them every moment at which something has just become durable. */
const points = [
  'fixity.damaged.after',
  'vault.repair.aside.before',
  'vault.repair.aside.after',
  'vault.link.after',
  'vault.unlink.before',
  'fixity.repair.after',
];

t.test(
  'a station killed in the middle of a repair knows the damage, or is whole, and mends it',
  async (t) => {
    const made = await mirroredStation(t);
    const { station, digests, card } = made;
    const [first = ''] = digests;
    await within(made, (opened) => opened.mirror.catchUp(quiet()));
    const id = rowsOf<{ evidence: string }>(
      station,
      'SELECT evidence FROM view_evidence WHERE sha256 = ?',
      first,
    );
    for (const [i, point] of points.entries()) {
      const altered = flip(station.vault, first);
      const fault = `${point}:1:${i % 2 === 0 ? 'kill' : 'eio'}`;
      const struck = await station.run(['fixity', 'run', id[0]?.evidence ?? ''], { fault });
      t.ok(struck.signal === 'SIGKILL' || struck.code !== 0, `it comes past ${point}`);
      const open = rowsOf(station, 'SELECT * FROM view_damage WHERE ended IS NULL');
      t.equal(open.length, 1, `${point}: the ledger says that it is damaged`);
      t.equal((await docketHere(station, ['fixity', 'run', id[0]?.evidence ?? ''])).code, 0, point);
      t.same(await soundStation(station, [card]), [], point);
      const kept = readdirSync(join(station.vault, 'damaged')).map((name) =>
        readFileSync(join(station.vault, 'damaged', name)),
      );
      t.ok(
        kept.some((one) => one.equals(altered)),
        `${point}: what was found is kept`,
      );
    }
    t.equal(rowsOf(station, 'SELECT * FROM view_damage WHERE ended IS NULL').length, 0);
  },
);
