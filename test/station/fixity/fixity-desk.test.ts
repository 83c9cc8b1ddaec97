import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { checkCopy } from '../../../src/station/fixity/check-copy.ts';
import { FixityDesk } from '../../../src/station/fixity/fixity-desk.ts';
import type { FixityRoom } from '../../../src/station/fixity/fixity-room.ts';
import type { Station } from '../../../src/station.ts';
import { Copies } from '../../../src/vault/fixity/copies.ts';
import { originalObject } from '../../../src/vault/local/layout.ts';
import { knownMirrors } from '../../../src/vault/mirror/mirror-book.ts';
import { flip, lose, mirroredStation, openAlarmsIn, quiet, typesIn, within } from '../../support/mirrored.ts';
import { docketHere } from '../../support/sound-station.ts';
import { SetClock } from '../../support/tamper-ledger.ts';

const kinds = ['original.damaged', 'original.repaired', 'original.sound', 'fixity.summary'];

/** No card is read. */
const idle = (): boolean => false;

/** A desk whose clock the test sets, over an open station. */
function deskOf(
  { db, room, mirror, file }: Station,
  settings: Partial<FixityRoom['settings']> = {},
  step: (point: string) => void = () => undefined,
) {
  const clock = new SetClock();
  clock.instant = Temporal.Now.instant();
  const fixity: FixityRoom = {
    settings: { stationCode: file.code, days: 90, mebibytesPerSecond: 20, ...settings },
    ...{ db, clock, step, copies: new Copies(db), mirror: () => mirror.holder() },
    mirrorVault: () => knownMirrors(db)[0]?.vault ?? null,
    ...{ ledger: room.ledger, alarms: room.alarms, turns: room.turns, log: room.log },
    main: { vault: room.vault, staging: room.staging },
  };
  return { desk: new FixityDesk(fixity), clock, fixity, main: fixity.main };
}

t.test('damage in the vault is repaired from the mirror, damage in the mirror from the vault', async (t) => {
  const made = await mirroredStation(t);
  const { station, mirror, digests } = made;
  const [first = '', second = '', third = ''] = digests;
  await within(made, async (opened) => {
    await opened.mirror.catchUp(quiet());
    const { desk } = deskOf(opened);
    const sound = await desk.checkNow('all', idle);
    t.same(sound, { checked: 6, bytes: 3_200_002, unreached: 0, unsound: [] });
    t.same(typesIn(opened, ...kinds), [], 'what is sound is no entry');

    const altered = flip(station.vault, first);
    lose(station.vault, second);
    const other = flip(mirror, third);
    const { unsound: damaged } = await desk.checkNow('all', idle);
    t.same(
      damaged.map(({ sha256, outcome }) => [sha256, outcome]).sort(),
      [
        [first, 'repaired'],
        [second, 'repaired'],
        [third, 'repaired'],
      ].sort(),
    );
    t.same(typesIn(opened, ...kinds).toSorted(), [
      ...['original.damaged', 'original.damaged', 'original.damaged'],
      ...['original.repaired', 'original.repaired', 'original.repaired'],
    ]);
    t.same(openAlarmsIn(opened), ['recorder_unregistered', 'originals_repaired', 'originals_repaired']);
    const aside = (folder: string) =>
      readdirSync(join(folder, 'damaged')).map((name) => readFileSync(join(folder, 'damaged', name)));
    t.same(aside(station.vault), [altered], 'what was found is kept');
    t.same(aside(mirror), [other]);
    const again = await desk.checkNow(digests, idle);
    t.same([again.checked, again.unsound], [6, []]);
  });
  t.equal((await docketHere(station, ['verify', '--vault', 'full'])).code, 0);
  const shown = await docketHere(station, ['fixity', 'status']);
  t.match(shown.json, {
    vaults: [
      { role: 'main', held: 3, damaged: [], ended: [{ because: 'repaired' }, { because: 'repaired' }] },
      { role: 'mirror', held: 3, damaged: [], ended: [{ because: 'repaired', kept: /^damaged\// }] },
    ],
  });
});

t.test('where no copy matches nothing is touched, and the alarm says what to do', async (t) => {
  const made = await mirroredStation(t);
  const { station, mirror, digests } = made;
  const [first = '', second = ''] = digests;
  await within(made, async (opened) => {
    await opened.mirror.catchUp(quiet());
    const here = flip(station.vault, first);
    const there = flip(mirror, first);
    const { desk } = deskOf(opened);
    const { unsound } = await desk.checkNow([first, second], idle);
    t.same(
      unsound.map(({ outcome }) => outcome),
      ['damaged', 'damaged'],
    );
    t.same(readFileSync(join(station.vault, originalObject(first))), here);
    t.same(readFileSync(join(mirror, originalObject(first))), there);
    t.notOk(existsSync(join(station.vault, 'damaged')));
    t.same(readdirSync(join(station.vault, 'staging')), []);
    const before = typesIn(opened, ...kinds);
    t.same(before, ['original.damaged', 'original.damaged']);
    await desk.checkNow([first], idle);
    t.same(typesIn(opened, ...kinds), before, 'the same damage is not entered again');
    t.ok(openAlarmsIn(opened).includes('original_unrepaired'));
  });
  t.equal((await docketHere(station, ['verify', '--vault', 'full'])).code, 16, 'verify keeps its truth');
  const item = await docketHere(station, ['evidence', 'list']);
  const { evidence } = item.json as { evidence: { sha256: string; evidenceId: string }[] };
  const id = evidence.find(({ sha256 }) => sha256 === first)?.evidenceId ?? '';
  t.match((await docketHere(station, ['evidence', 'show', id])).json, {
    copies: [
      { role: 'main', damage: 'altered', location: join(station.vault, originalObject(first)) },
      { role: 'mirror', damage: 'altered', location: join(mirror, originalObject(first)) },
    ],
  });
  t.match((await docketHere(station, ['status'])).json, { damaged: 2 });
});

t.test('a mirror that is away is waited for, and the repair is made when it is back', async (t) => {
  const made = await mirroredStation(t);
  const { station, mirror, digests } = made;
  const [first = ''] = digests;
  await within(made, async (opened) => {
    await opened.mirror.catchUp(quiet());
    flip(station.vault, first);
    renameSync(mirror, `${mirror}-unmounted`);
    const { desk, main, clock } = deskOf(opened);
    await desk.checkNow([first], idle);
    t.same(typesIn(opened, ...kinds), ['original.damaged']);
    renameSync(`${mirror}-unmounted`, mirror);
    await desk.step(main);
    clock.instant = clock.instant.add({ hours: 2 });
    t.same(typesIn(opened, ...kinds), ['original.damaged'], 'not yet: the mirror is looked for now and then');
  });
  await within(made, async (opened) => {
    const { desk, main } = deskOf(opened);
    await desk.step(main);
    t.same(typesIn(opened, ...kinds), ['original.damaged', 'original.repaired']);
    t.notOk(openAlarmsIn(opened).some((code) => /damaged|unrepaired|waits/.test(code)));
  });
});

t.test('a vault that is unmounted says nothing of what it keeps', async (t) => {
  const made = await mirroredStation(t);
  const { station, digests } = made;
  await within(made, async (opened) => {
    await opened.mirror.catchUp(quiet());
    const { desk } = deskOf(opened);
    renameSync(station.vault, `${station.vault}-unmounted`);
    const found = await desk.checkNow(digests, idle);
    t.same([found.unreached, found.checked], [3, 3], 'the mirror was read, the vault could not be');
    renameSync(`${station.vault}-unmounted`, station.vault);
    t.same(typesIn(opened, ...kinds), []);
  });
});

t.test('killed anywhere in a repair, what is known is that it is damaged, or that it is whole', async (t) => {
  const made = await mirroredStation(t);
  const { station, digests } = made;
  const [first = ''] = digests;
  const points = [
    'fixity.damaged.before',
    'fixity.damaged.after',
    'fixity.repair.before',
    'fixity.repair.after',
    'fixity.repaired.after',
  ];
  await within(made, async (opened) => {
    await opened.mirror.catchUp(quiet());
    for (const point of points) {
      const altered = flip(station.vault, first);
      const { fixity, main } = deskOf(opened, {}, (name) => {
        if (name === point) throw new Error(`struck at ${point}`);
      });
      const facts = fixity.copies.facts(first);
      if (facts === null) throw new Error('unknown');
      await t.rejects(checkCopy(fixity, main, facts), { message: `struck at ${point}` });
      const whole = (await main.vault.reread(facts)).found === 'equal';
      const known = fixity.copies.damageOf(main.vault.id, first) !== null;
      t.ok(whole || known || point === 'fixity.damaged.before', `${point}: it is known`);
      await deskOf(opened).desk.checkNow([first], idle);
      t.equal(fixity.copies.damageOf(main.vault.id, first), null, `${point}: and is mended`);
      const kept = readdirSync(join(station.vault, 'damaged')).map((name) =>
        readFileSync(join(station.vault, 'damaged', name)),
      );
      t.ok(
        kept.some((one) => one.equals(altered)),
        `${point}: what was found is kept`,
      );
    }
  });
  t.equal((await docketHere(station, ['verify', '--vault', 'full'])).code, 0);
});

t.test('the round: the oldest first, spread over the days, and summed up once a day', async (t) => {
  const made = await mirroredStation(t);
  await within(made, async (opened) => {
    const { desk, clock, main, fixity } = deskOf(opened);
    const { id } = main.vault;
    const start = clock.instant;
    const day = (n: number): void => {
      clock.instant = start.add({ hours: 24 * n });
    };
    const left = () => new Set(fixity.copies.oldest(id, 9).map(({ checked }) => checked)).size;
    t.ok((await desk.step(main)) > 0, 'nothing is read in the first minute');
    t.same(fixity.copies.counted(id), null);
    day(80);
    for (let i = 0; i < 3; i++) await desk.step(main);
    t.same(fixity.copies.counted(id), {
      from: clock.instant.toString(),
      checked: 3,
      bytes: 1_600_001,
      damaged: 0,
    });
    t.ok(left() <= 3);
    t.ok((await desk.step(main)) > 0, 'all are fresh');
    t.same(typesIn(opened, 'fixity.summary'), []);
    const read = clock.instant.toString();
    day(81);
    await desk.step(main);
    t.same(typesIn(opened, 'fixity.summary').length, 1);
    const [summary] = opened.db.prepare('SELECT checked, damaged, held, all_since FROM view_fixity').all();
    t.same(summary, { checked: 3, damaged: 0, held: 3, all_since: read });
    day(82);
    await desk.step(main);
    t.same(typesIn(opened, 'fixity.summary').length, 1, 'a day on which nothing was due says nothing');
  });
});

t.test('a schedule that cannot be kept is an alarm that says the rate that would do', async (t) => {
  const made = await mirroredStation(t);
  await within(made, async (opened) => {
    const big = 80 * 1_099_511_627_776;
    await opened.room.ledger.append([], [{ sql: 'UPDATE work_fixity_held SET bytes = ?', params: [big] }]);
    const { desk, clock, main } = deskOf(opened);
    clock.instant = clock.instant.add({ hours: 24 * 80 });
    await desk.step(main);
    clock.instant = clock.instant.add({ hours: 25 });
    await desk.step(main);
    const params = opened.db
      .prepare<[], string>("SELECT params FROM view_alarm WHERE code = 'fixity_behind'")
      .pluck();
    t.match(JSON.parse(params.get() ?? '{}'), { days: 90, rate: 20, needed: 22 });
    await opened.room.ledger.append([], [{ sql: 'UPDATE work_fixity_held SET bytes = 9', params: [] }]);
    clock.instant = clock.instant.add({ hours: 24 * 80 });
    await desk.step(main);
    clock.instant = clock.instant.add({ hours: 25 });
    await desk.step(main);
    t.notOk(openAlarmsIn(opened).includes('fixity_behind'));
  });
});
