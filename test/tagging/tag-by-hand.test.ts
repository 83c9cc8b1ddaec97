import t from 'tap';
import { tagByHand } from '../../src/tagging/tag-by-hand.ts';
import { DeskStation } from '../deadlines/desk-station.ts';

const person = { kind: 'person', id: 'os:clerk' } as const;

t.test('a place is a name as it stands, or coordinates in one form; what is neither says why', async (t) => {
  const desk = new DeskStation(t);
  const { db } = desk.lone;
  const evidence = await desk.secure({
    ...{ start: '2026-09-02 18:01', ended: '2026-09-02 18:05' },
    ...{ docked: '2026-09-02 19:00', secured: '2026-09-02 19:05' },
  });
  const tag = (value: string | null) =>
    tagByHand({ db, ledger: desk.ledger }, [evidence], 'location', value, person);
  const standing = db
    .prepare<[], string>(`SELECT said FROM view_tag WHERE field = 'location' AND source = 'person'`)
    .pluck();
  for (const [written, kept] of [
    ['118.8735,28.9412', '["118.873500,28.941200"]'],
    [' 118.8735 28.9412', '["118.873500,28.941200"]'],
    ['gcj02:118.878272,28.938073', '["118.873'],
    ['2.3522,48.8566', '["2.352200,48.856600"]'],
    ['衢州市柯城区某广场', '["衢州市柯城区某广场"]'],
    ['318国道12号', '["318国道12号"]'],
    [null, '[]'],
  ] as const) {
    await tag(written);
    t.ok(standing.get()?.startsWith(kept), `${written}: ${standing.get()}`);
  }
  for (const [value, code] of [
    ['28.9412,118.8735', 'tagging.position_swapped'],
    ['0,0', 'tagging.position_nowhere'],
    ['0.0,0.0', 'tagging.position_nowhere'],
    ['181.0,28.9', 'tagging.position_off_earth'],
    ['118.87', 'tagging.position_malformed'],
    ['东经118.87，北纬28.94', 'tagging.position_malformed'],
  ] as const)
    await t.rejects(tag(value), { code, field: 'location' }, value);
  t.equal(standing.get(), '[]', 'and nothing was entered');
});
