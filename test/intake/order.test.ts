import fc from 'fast-check';
import t from 'tap';
import { WaitingLine } from '../../src/intake/order.ts';
import { cardRecording } from './card-recording.ts';

function inOrder(line: WaitingLine): readonly string[] {
  const paths: string[] = [];
  for (let one = line.next(); one !== undefined; one = line.next()) paths.push(one.file.path.toString());
  return paths;
}

t.test('important recordings come first, then the oldest, by name where that is all there is', (t) => {
  const line = new WaitingLine(
    [
      cardRecording('new', { modified: '2026-09-03T00:00:00Z' }),
      cardRecording('old', { modified: '2026-09-01T00:00:00Z' }),
      cardRecording('b', { modified: '2026-09-02T00:00:00Z' }),
      cardRecording('a', { modified: '2026-09-02T00:00:00Z' }),
      cardRecording('marked', { modified: '2026-09-09T00:00:00Z', named: { important: true } }),
      cardRecording('named', { modified: '2027-01-01T00:00:00Z', named: { start: '2026-08-01T00:00:00' } }),
    ],
    new Set(),
  );
  t.same(inOrder(line), ['marked', 'named', 'old', 'a', 'b', 'new']);
  t.end();
});

t.test('what someone moves to the front while the line is worked off comes next', (t) => {
  const front = new Set<string>();
  const line = new WaitingLine(
    ['a', 'b', 'c', 'd'].map((path) => cardRecording(path)),
    front,
  );
  t.equal(line.next()?.file.path.toString(), 'a');
  front.add('d');
  t.equal(line.next()?.file.path.toString(), 'd');
  t.equal(line.next()?.file.path.toString(), 'b');
  const taken = line.next();
  if (taken !== undefined) line.giveBack(taken);
  t.same(
    line.rest().map((one) => one.file.path.toString()),
    ['c'],
  );
  t.equal(line.next(), undefined, 'the rest empties the line');
  t.end();
});

t.test('a place where the card hung comes last, unless someone asks for it', (t) => {
  const recordings = [
    cardRecording('a', { named: { important: true } }),
    cardRecording('b'),
    cardRecording('c'),
  ];
  t.same(inOrder(new WaitingLine(recordings, new Set(), new Set(['a']))), ['b', 'c', 'a']);
  t.same(inOrder(new WaitingLine(recordings, new Set(['a']), new Set(['a']))), ['a', 'b', 'c']);
  t.end();
});

t.test('the order is the same however the card lists its files, and nobody is left out', (t) => {
  const recording = fc.record({
    path: fc.string({ minLength: 1, maxLength: 6 }),
    modified: fc.integer({ min: 0, max: 5 }).map((day) => `2026-09-0${day + 1}T00:00:00Z`),
    important: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.uniqueArray(recording, { selector: ({ path }) => path, maxLength: 20 }), (listed) => {
      const made = listed.map(({ path, modified, important }) =>
        cardRecording(path, { modified, named: { important } }),
      );
      const one = inOrder(new WaitingLine(made, new Set()));
      t.same(inOrder(new WaitingLine(made.toReversed(), new Set())), one);
      t.equal(one.length, listed.length);
    }),
    { numRuns: 50 },
  );
  t.end();
});
