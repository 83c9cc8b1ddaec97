import t from 'tap';
import { Playbacks } from '../../../src/access/requests/playbacks.ts';
import { AccessStation } from '../access-station.ts';

const here = '192.0.2.7';
const span = { fromSeconds: 31, toSeconds: 40 };

t.test('nothing is shown without a playback that an entry has opened, and it closes by itself', async (t) => {
  const station = new AccessStation(t, { officersWatchOwn: true });
  await station.register('officers', '222222', { number: '222222', name: '张三' });
  const officer = await station.person('zhang', ['officer'], { officer: '222222' });
  const evidence = await station.recording(1, '222222', null);
  const other = await station.recording(2, '222222', null);
  let ms = 0;
  const clock = { now: () => station.lone.clock.now(), monotonicMs: () => ms };
  const playbacks = new Playbacks(station.desk.viewings, clock);
  const { principal } = await officer.in();
  const closed = { code: 'access.playback_closed' };
  t.throws(() => playbacks.requireOpen(principal, evidence), closed);
  t.same(await playbacks.open(principal, evidence, span, here), { fromSeconds: 30, toSeconds: 60 });
  t.match(station.entries('evidence.viewed'), [{ data: { evidence, request: null, from: 30, to: 60 } }]);
  playbacks.requireOpen(principal, evidence);
  t.throws(() => playbacks.requireOpen(principal, other), closed, 'of that recording alone');
  const again = (await officer.in()).principal;
  t.throws(() => playbacks.requireOpen(again, evidence), closed, 'of that sign-in alone');
  ms += 599_000;
  playbacks.requireOpen(principal, evidence);
  ms += 2_000;
  t.throws(() => playbacks.requireOpen(principal, evidence), closed, 'not for ever');
  await playbacks.open(principal, evidence, span, here);
  playbacks.requireOpen(principal, evidence);
  await station.tag(evidence, 'classification', 'personal_privacy');
  t.throws(() => playbacks.requireOpen(principal, evidence), { code: 'access.may_not_watch' });
});
