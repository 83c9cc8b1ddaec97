import { renameSync } from 'node:fs';
import t from 'tap';
import { flip, mirroredStation, quiet, within } from '../support/mirrored.ts';
import { docketHere, rowsOf } from '../support/sound-station.ts';
import { until } from '../support/until.ts';

t.test(
  'a person has copies read back, with a daemon or without one, and sees what became of it',
  async (t) => {
    const made = await mirroredStation(t, { fixity: { days: 30 } });
    const { station, digests } = made;
    const [first = ''] = digests;
    const single = await docketHere(station, ['evidence', 'list', '--single-copy']);
    t.equal((single.json as { evidence: unknown[] }).evidence.length, 3, 'all are in one place only');
    t.match((await docketHere(station, ['status'])).json, {
      mirror: { copies: 0, single: { count: 3, bytes: 1_600_001 } },
    });

    const running = station.start(['serve']);
    t.teardown(() => running.child.kill('SIGKILL'));
    await until(
      'the daemon has filled the mirror',
      () => rowsOf(station, 'SELECT * FROM view_mirrored').length === 3,
    );
    t.same((await docketHere(station, ['evidence', 'list', '--single-copy'])).json, {
      evidence: [],
      next: null,
    });
    flip(station.vault, first);
    const [item] = rowsOf<{ evidence: string }>(
      station,
      'SELECT evidence FROM view_evidence WHERE sha256 = ?',
      first,
    );
    const id = item?.evidence ?? '';
    const repaired = await docketHere(station, ['fixity', 'run', id]);
    t.equal(repaired.code, 0);
    t.match(repaired.json, {
      checked: 2,
      sound: 1,
      unreached: 0,
      damaged: [{ evidence: [id], outcome: 'repaired', damage: { kind: 'altered' } }],
    });
    running.child.kill('SIGTERM');
    t.equal((await running.ended).code, 0);

    t.match((await docketHere(station, ['fixity', 'run'])).json, { checked: 0 }, 'nothing is due');
    t.match((await docketHere(station, ['fixity', 'run', '--all'])).json, { checked: 6, sound: 6 });
    t.match((await docketHere(station, ['fixity', 'status'])).json, {
      days: 30,
      vaults: [
        { role: 'main', held: 3, overdue: 0, ended: [{ evidence: id, because: 'repaired' }] },
        { role: 'mirror', held: 3, overdue: 0, damaged: [] },
      ],
    });
    t.match((await docketHere(station, ['evidence', 'show', id])).json, {
      copies: [
        { role: 'main', damage: null },
        { role: 'mirror', damage: null },
      ],
    });
  },
);

t.test('what cannot be repaired ends with 7, and a wrong operand with its own code', async (t) => {
  const made = await mirroredStation(t, { vault: { mirror: { kind: 'none' } } });
  const { station, digests } = made;
  t.equal((await docketHere(station, ['fixity', 'run', 'ST01-2026-9999999'])).code, 2);
  t.equal((await docketHere(station, ['fixity', 'run', '--all', 'ST01-2026-0000001'])).code, 2);
  flip(station.vault, digests[0] ?? '');
  t.equal((await docketHere(station, ['fixity', 'run', '--all'])).code, 7);
  t.match((await docketHere(station, ['status'])).json, {
    damaged: 1,
    mirror: { mirror: null, single: { count: 3 } },
  });
  await within(made, async (opened) => {
    t.equal(await opened.mirror.catchUp(quiet()), null);
  });
});

t.test('a mirror that is away is told wherever somebody looks', async (t) => {
  const made = await mirroredStation(t);
  const { station, mirror } = made;
  await within(made, (opened) => opened.mirror.catchUp(quiet()));
  t.match((await docketHere(station, ['status'])).json, { mirror: { awaySince: null } });
  t.match((await docketHere(station, ['init'])).json, { mirror: { away: null } });

  renameSync(mirror, `${mirror}-away`);
  const [item] = rowsOf<{ evidence: string }>(station, 'SELECT evidence FROM view_evidence');
  const one = await docketHere(station, ['fixity', 'run', item?.evidence ?? '']);
  t.equal(one.code, 7);
  t.match(one.json, { checked: 1, sound: 1, unreached: 1, disposed: [] });
  t.match((await docketHere(station, ['fixity', 'run', '--all'])).json, { checked: 3, unreached: 3 });
  t.match((await docketHere(station, ['status'])).json, { mirror: { awaySince: /Z$/, copies: 3 } });
  const init = await docketHere(station, ['init']);
  t.equal(init.code, 0);
  t.match(init.json, { mirror: { away: /./ } });

  renameSync(`${mirror}-away`, mirror);
  t.equal((await docketHere(station, ['fixity', 'run', '--all'])).code, 0);
  t.match((await docketHere(station, ['status'])).json, { mirror: { awaySince: null } });
});

t.test('a copy that is read again and again and stays damaged is counted once', async (t) => {
  const { station, digests } = await mirroredStation(t, { vault: { mirror: { kind: 'none' } } });
  flip(station.vault, digests[0] ?? '');
  for (let times = 0; times < 2; times++) await docketHere(station, ['fixity', 'run', '--all']);
  t.match((await docketHere(station, ['fixity', 'status'])).json, {
    vaults: [{ role: 'main', today: { checked: 6, damaged: 1 } }],
  });
});
