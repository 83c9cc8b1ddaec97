import t from 'tap';
import { Turns } from '../src/turns.ts';

t.test(
  'writers of one object go one after the other, also after one that failed; others do not wait',
  async (t) => {
    const turns = new Turns();
    const seen: string[] = [];
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const first = turns.take('a', async () => {
      await gate;
      seen.push('first');
      throw new Error('disk');
    });
    const second = turns.take('a', async () => {
      seen.push('second');
      return 2;
    });
    t.equal(await turns.take('b', async () => 'at once'), 'at once');
    t.same(seen, []);
    release();
    await t.rejects(first, { message: 'disk' });
    t.equal(await second, 2);
    t.same(seen, ['first', 'second']);
  },
);
