import { setImmediate as soon } from 'node:timers/promises';
import t from 'tap';
import { Precedence } from '../../src/intake/precedence.ts';

const { signal } = new AbortController();

/** Whether somebody may begin the next recording at once. */
async function mayBegin(precedence: Precedence, docking: string): Promise<boolean> {
  let begun = false;
  void precedence.turn(docking, signal).then(() => {
    begun = true;
  });
  await soon();
  return begun;
}

t.test('the others wait while the first one has recordings waiting, and no longer', async (t) => {
  const precedence = new Precedence();
  const over = precedence.taking('a');
  precedence.taking('b');
  t.ok(await mayBegin(precedence, 'b'));
  precedence.put('a');
  t.equal(precedence.first, 'a');
  t.notOk(await mayBegin(precedence, 'b'));
  t.ok(await mayBegin(precedence, 'a'));
  const waits = precedence.turn('b', signal);
  over();
  await waits;
  t.equal(precedence.first, null);
});

t.test('who is put first last goes first; who is paused lets the others go', async (t) => {
  const precedence = new Precedence();
  for (const one of ['a', 'b']) precedence.taking(one);
  precedence.put('a');
  const waits = precedence.turn('b', signal);
  precedence.put('b');
  await waits;
  t.notOk(await mayBegin(precedence, 'a'));
  precedence.yield('a');
  t.notOk(await mayBegin(precedence, 'a'), 'it was not the first one any more');
  precedence.yield('b');
  t.ok(await mayBegin(precedence, 'a'));
});

t.test('what is not being taken in is never waited for, and nobody waits who is given up', async (t) => {
  const precedence = new Precedence();
  precedence.put('gone');
  t.equal(precedence.first, null);
  precedence.taking('a');
  precedence.put('a');
  const givenUp = new AbortController();
  const waits = precedence.turn('b', givenUp.signal);
  givenUp.abort();
  await waits;
  t.equal(precedence.first, 'a');
});
