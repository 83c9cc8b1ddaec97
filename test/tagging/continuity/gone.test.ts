import t from 'tap';
import { type CardAt, goneFromCard } from '../../../src/tagging/continuity/gone.ts';

function card(
  docking: string,
  ids: readonly string[],
  more: Partial<CardAt> & { bytes?: number; important?: readonly string[] } = {},
): CardAt {
  const { bytes = 1_000_000, important = [], ...rest } = more;
  const files = ids.map((evidence) => {
    const start = `2026-09-02T10:0${evidence.slice(1)}:00Z`;
    return [evidence, { evidence, bytes, start, important: Number(important.includes(evidence)) }] as const;
  });
  return { docking, files: new Map(files), unknown: [], freeShare: null, ...rest };
}

const then = card('D1', ['E1', 'E2', 'E3', 'E4', 'E5']);

t.test('earlier ones that are gone while others from then remain', async (t) => {
  t.match(goneFromCard(then, card('D2', ['E4', 'E5', 'E6'])), {
    ...{ code: 'gone_from_card', wording: 'gone', key: 'gone_from_card|D2' },
    ...{ evidence: ['E1', 'E2', 'E3'], count: 3 },
    facts: { earlier: 'D1', docking: 'D2', gone: 3, kept: 2, left: 0 },
  });
  t.match(goneFromCard(then, card('D2', ['E1', 'E3', 'E4', 'E5'])), { evidence: ['E2'] });
});

t.test('a cleared card, another card and an untouched one have no finding', async (t) => {
  t.equal(goneFromCard(then, card('D2', ['E6', 'E7'])), null);
  t.equal(goneFromCard(then, card('D2', [])), null);
  t.equal(goneFromCard(then, card('D2', ['E1', 'E2', 'E3', 'E4', 'E5', 'E6'])), null);
});

t.test(
  'a full card that records in a loop loses the oldest, but never what the officer has marked',
  async (t) => {
    const large = { bytes: 1_500_000_000 };
    const full = card('D1', ['E1', 'E2', 'E3', 'E4', 'E5'], large);
    t.equal(goneFromCard(full, card('D2', ['E3', 'E4', 'E5', 'E6', 'E7'], large)), null);
    t.ok(goneFromCard(full, card('D2', ['E1', 'E3', 'E4', 'E5', 'E6'], large)), 'not the oldest');
    t.ok(goneFromCard(full, card('D2', ['E4', 'E5'], large)), 'there is room again');
    const marked = card('D1', ['E1', 'E2', 'E3', 'E4', 'E5'], { ...large, important: ['E1'] });
    t.ok(goneFromCard(marked, card('D2', ['E2', 'E3', 'E4', 'E5', 'E6'], large)));
    const room = (freeShare: number) => card('D2', ['E2', 'E3', 'E4', 'E5', 'E6'], { freeShare });
    t.equal(goneFromCard(then, room(0.02)), null, 'the bus says that it is full');
    t.ok(goneFromCard(then, room(0.6)));
  },
);

t.test('one that was left there and never taken in is told by its path', async (t) => {
  const left = { unknown: [{ path: 'DCIM/later.mp4', bytes: 7 }] };
  const before = card('D1', ['E1', 'E2'], left);
  t.match(goneFromCard(before, card('D2', ['E1', 'E2'])), {
    ...{ wording: 'left_and_gone', said: '["DCIM/later.mp4"]', evidence: [], count: 0 },
    facts: { left: 1, kept: 2 },
  });
  t.equal(goneFromCard(before, card('D2', ['E1', 'E2'], left)), null);
  t.match(goneFromCard(before, card('D2', ['E2'])), {
    wording: 'gone_and_left',
    facts: { gone: 1, left: 1 },
  });
});
