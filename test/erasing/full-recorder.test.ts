import t from 'tap';
import { FullRecorders } from '../../src/deadlines/missing/full-recorders.ts';
import { gaName } from '../support/cards.ts';
import { openAlarms, rowsOf } from '../support/sound-station.ts';
import { ErasingStation, recorder } from './erasing-station.ts';

/** The folders of these recorders lie on the test's own disk: any limit makes it full, none leaves room. */
const nearlyFull = { freePercent: 100 };
const never = { freePercent: 0 };
const mounted = { readOnly: true } as const;

const full = (at: ErasingStation): number =>
  openAlarms(at.made).filter((code) => code === 'recorder_full').length;

t.test('a recorder with too little room is told at once where no roster names its next shift', async (t) => {
  const at = await ErasingStation.make(t, { fullRecorder: nearlyFull });
  const card = await at.card('01', { [gaName(1)]: 3_000, [gaName(2, undefined, '_IMP')]: 2_000 });
  await at.dock(card, mounted);
  t.equal(full(at), 1);
  t.match(rowsOf(at.made, 'SELECT recorder, locked FROM view_recorder_space'), [{ recorder, locked: 2_000 }]);
  await at.undock(card.root);
  await at.dock(card, mounted);
  t.equal(full(at), 1, 'the next docking that finds no room either is the same matter');
  await at.undock(card.root);
  await at.again({ fullRecorder: never });
  await at.dock(card, mounted);
  t.equal(full(at), 0, 'it closes when there is room again');
});

t.test('of a plain folder nobody knows how full its card is', async (t) => {
  const at = await ErasingStation.make(t, { fullRecorder: nearlyFull });
  await at.dock(await at.card('01', { [gaName(1)]: 3_000 }));
  t.equal(full(at), 0);
  t.same(rowsOf(at.made, 'SELECT * FROM view_recorder_space'), []);
});

t.test('where the roster names the next shift the alarm comes before it, and not long before', async (t) => {
  const at = await ErasingStation.make(t, { fullRecorder: { ...nearlyFull, hoursBefore: 12 } });
  const card = await at.card('01', { [gaName(1)]: 3_000 });
  const shift = Temporal.Now.instant().add({ hours: 48 });
  const local = (at: Temporal.Instant): string =>
    at
      .toZonedDateTimeISO('Asia/Shanghai')
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
      .replace('T', ' ');
  const values = { officer: '222222', recorder, from: local(shift), to: local(shift.add({ hours: 8 })) };
  await at.order('enterRow', { register: 'rosters', values });
  await at.dock(card, mounted);
  t.equal(full(at), 0, 'two days before');
  const limits = { zone: 'Asia/Shanghai', freePercent: 100, freeBytes: 0, hoursBefore: 12 };
  const finder = new FullRecorders({ db: at.station.db, ...limits });
  t.same(finder.page('', shift.subtract({ hours: 13 })).missing, []);
  const [missing] = finder.page('', shift.subtract({ hours: 11 })).missing;
  t.match(missing, { about: `${recorder} ST01-D000001`, params: { recorder, shift: local(shift) } });
  t.ok(finder.stands(`${recorder} ST01-D000001`));
  const roomy = new FullRecorders({ db: at.station.db, ...limits, freePercent: 0 });
  t.notOk(roomy.stands(`${recorder} ST01-D000001`));
});
