import t, { type Test } from 'tap';
import { tagAgain, tagAnew } from '../../src/tagging/tag-anew.ts';
import { tagByHand } from '../../src/tagging/tag-by-hand.ts';
import { TagQueue } from '../../src/tagging/tag-queue.ts';
import { DeskStation } from '../deadlines/desk-station.ts';

const person = { kind: 'person', id: 'os:clerk' } as const;

/** A station whose three recordings have all been tagged. */
async function tagged(t: Test) {
  const desk = new DeskStation(t);
  const docked = { docked: '2026-03-02 19:00', secured: '2026-03-02 19:05' };
  const times = [
    { start: '2026-03-02 08:00', ended: '2026-03-02 08:10' },
    { start: '2026-03-02 12:00', ended: '2026-03-02 12:10' },
    { start: '2026-03-02 16:00', ended: '2026-03-02 16:10' },
  ];
  const all: string[] = [];
  for (const one of times) all.push(await desk.secure({ ...docked, ...one }));
  await desk.desk.catchUp();
  const { db } = desk.lone;
  const [first = '', second = ''] = all;
  return { desk, db, all, first, second, queue: new TagQueue(db) };
}

t.test(
  'what a person says of an old recording has that one looked at again, and none that came after it',
  async (t) => {
    const { desk, db, first, queue } = await tagged(t);
    t.equal(queue.asked(), null);
    t.equal(queue.next(), null);
    await tagByHand({ db, ledger: desk.ledger }, [first], 'title', '甲', person);
    t.strictSame(queue.asked()?.evidence, [first]);
    t.equal(queue.next(), null);
  },
);

t.test('what is asked for while it is being looked at is looked at once more', async (t) => {
  const { desk, first, second, queue } = await tagged(t);
  await desk.ledger.append([], [tagAgain(first), tagAgain(first), tagAgain(second)]);
  const lot = queue.asked();
  t.strictSame(lot?.evidence, [first, second]);
  await desk.ledger.append([], [tagAgain(second)]);
  await desk.ledger.append([], lot?.done);
  t.strictSame(queue.asked()?.evidence, [second]);
});

t.test('a register that changes in the middle of a round begins another', async (t) => {
  const { desk, all, queue } = await tagged(t);
  await desk.ledger.append([], [tagAnew]);
  const lot = queue.next();
  t.strictSame(lot?.evidence, all);
  await desk.ledger.append([], [tagAnew]);
  await desk.ledger.append([], lot?.done);
  t.strictSame(queue.next()?.evidence, all, 'by the register of before it was looked at in vain');
  await desk.ledger.append([], queue.next()?.done);
  t.equal(queue.next(), null);
});

t.test('a crash after a person was answered loses nothing of what follows', async (t) => {
  const { desk, db, first } = await tagged(t);
  await desk.ledger.append(
    [
      {
        type: 'register.entered',
        actor: person,
        subject: { kind: 'register', id: 'cases/C1' },
        data: { register: 'cases', key: 'C1', import: null },
        personal: { number: 'C1', title: '占道经营' },
      },
    ],
    [],
  );
  await tagByHand({ db, ledger: desk.ledger }, [first], 'case', 'C1', person);
  const title = db
    .prepare<[string], string>(
      `SELECT said FROM view_tag WHERE evidence = ? AND field = 'title' AND source = 'register'`,
    )
    .pluck();
  t.equal(title.get(first), undefined);
  await desk.open().catchUp();
  t.equal(title.get(first), '["占道经营"]');
});
